#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the table of how Rascade's networks agree with BioNetGen's.

    agreement.py --ours build/release/apps/rascade --theirs BNG2.pl --models FOLDER
                 --work FOLDER [--out docs/agreement.md]

Every .bngl file below the models' folder is reduced to its network generation and given to both
programs; the two networks are compared up to numbering (compare_networks.py). A .net file that
lies beside a model under the same name is taken as theirs, so that slow references run once; then
--theirs may be left out, and a model without one has no reference.
"""
import argparse
import collections
import pathlib
import shutil
import sys

import runner
from compare_networks import Comparison, Network

HEAD = """# Agreement with BioNetGen

Networks that Rascade and BioNetGen generate from the same model, compared by
`tests/agreement/agreement.py`: species as graphs, initial amounts, reactions with their evaluated
rates, and the weights of every observable. Counts are species / reactions.

"""
FAILED = {"refused": "refuses", "time": "takes too long", "memory": "takes too much memory"}


def their_run(program, model, work, caps):
    """Their run, from the network beside the model if there is one; None without a reference."""
    beside = model.with_suffix(".net")
    if beside.exists():
        return runner.Run("ok", 0, 0, beside)
    if program is None:
        return None
    return runner.run(program, runner.prepare(model, work / "theirs"), **caps)


def verdict(ours, theirs):
    """One phrase on two runs."""
    if theirs is None:
        return "no reference" if ours.status == "ok" else f"no reference; {FAILED[ours.status]}"
    if theirs.status != "ok":
        return "only ours" if ours.status == "ok" else "neither"
    if ours.status != "ok":
        return f"Rascade {FAILED[ours.status]}: {ours.message}"
    try:
        comparison = Comparison(Network(ours.net), Network(theirs.net))
    except ValueError as problem:
        return f"not comparable: {problem}"
    return "same" if comparison.same() else f"different: {comparison.summary()}"


def size(one):
    if one is None:
        return ""
    return "{} / {}".format(*runner.counts(one.net)) if one.status == "ok" else FAILED[one.status]


def cell(text):
    """Text that cannot break the table."""
    return " ".join(text.replace("|", "/").split())[:160]


def rows(arguments):
    caps = {"cpu_seconds": arguments.cpu, "megabytes": arguments.memory}
    ours = runner.rascade(arguments.ours)
    theirs = runner.bng2(arguments.theirs) if arguments.theirs else None
    for model in sorted(arguments.models.rglob("*.bngl")):
        name = model.relative_to(arguments.models).with_suffix("")
        name = name.parent if name.name == "model" else name
        work = arguments.work / str(name).replace("/", "_")
        shutil.rmtree(work, ignore_errors=True)
        their_own = their_run(theirs, model, work, caps)
        our_own = runner.run(ours, runner.prepare(model, work / "ours"), **caps)
        row = [str(name), size(our_own), size(their_own), cell(verdict(our_own, their_own))]
        print("\t".join(row), flush=True)
        yield row


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ours", required=True, help="the rascade program")
    parser.add_argument("--theirs", help="BNG2.pl")
    parser.add_argument("--models", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True, help="folder for the runs")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("docs/agreement.md"))
    parser.add_argument("--cpu", type=int, default=60, help="CPU seconds a run may take")
    parser.add_argument("--memory", type=int, default=4096, help="megabytes a run may take")
    arguments = parser.parse_args()
    table = list(rows(arguments))
    tally = collections.Counter(row[3].split(":")[0] for row in table)
    lines = [f"- {kind}: {count}" for kind, count in tally.most_common()]
    lines += ["", "| model | Rascade | BioNetGen | verdict |", "| --- | --- | --- | --- |"]
    lines += ["| " + " | ".join(row) + " |" for row in table]
    arguments.out.write_text(HEAD + "\n".join(lines) + "\n")
    wrong = sum(row[3].startswith(("different", "Rascade", "not comparable")) for row in table)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
