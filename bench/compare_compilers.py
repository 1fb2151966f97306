#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares rule compilers: CPU time and peak memory of network generation, and the networks' sizes.

    compare_compilers.py --rascade PROGRAM [--bng2 BNG2.pl] [--other PROGRAM] MODEL.bngl...

Every model is reduced to its network generation and given to each program in turn, alone on a
core. Times are user and system seconds, medians of --runs runs (one run where it takes longer than
30 s); memory is the largest resident set. The first column of ratios says how many times faster
than that program Rascade is. Prints tab-separated values; leaves with 1 if two programs find
networks of different sizes.
"""
import argparse
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tests" / "agreement"))
import runner  # noqa: E402

COLUMNS = ("model", "program", "status", "species", "reactions", "cpu_s", "peak_MB",
           "times_slower", "times_larger", "agrees")


def programs(arguments):
    """Rascade first: the others are compared with it."""
    yield runner.rascade(arguments.rascade)
    if arguments.bng2:
        yield runner.bng2(arguments.bng2)
    for path in arguments.other:
        yield runner.other(path)


def compare(model, arguments):
    """A row for each program on one model."""
    first = None
    for program in programs(arguments):
        with tempfile.TemporaryDirectory() as folder:
            copy = runner.prepare(model, pathlib.Path(folder))
            done = runner.measure(program, copy, arguments.runs, cpu_seconds=arguments.cpu,
                                  megabytes=arguments.memory)
            size = runner.counts(done.net) if done.status == "ok" else ("", "")
        first = first or (done, size)
        both = done.status == first[0].status == "ok"
        slower = done.cpu_seconds / max(first[0].cpu_seconds, 0.01)
        larger = done.peak_megabytes / max(first[0].peak_megabytes, 0.1)
        yield (model.stem, program.name, done.status, *size, f"{done.cpu_seconds:.2f}",
               f"{done.peak_megabytes:.1f}", f"{slower:.1f}" if both else "",
               f"{larger:.1f}" if both else "",
               ("yes" if size == first[1] else "NO") if both else "")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rascade", required=True, help="the rascade program, built for release")
    parser.add_argument("--bng2", help="BNG2.pl")
    parser.add_argument("--other", action="append", default=[],
                        help="a program that takes a model and writes MODEL.net beside it")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--cpu", type=int, default=1200, help="CPU seconds a run may take")
    parser.add_argument("--memory", type=int, default=8192, help="megabytes a run may take")
    parser.add_argument("models", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    print("\t".join(COLUMNS))
    agree = True
    for model in arguments.models:
        for row in compare(model, arguments):
            print("\t".join(map(str, row)), flush=True)
            agree = agree and row[-1] != "NO"
    return 0 if agree else 1


if __name__ == "__main__":
    sys.exit(main())
