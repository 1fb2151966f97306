#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Times an objective and its gradient for the conditions of a calibration.

    compare_gradients.py --gradient-net build/release/bench/gradient_net
                         --conditions TABLE --unknowns LIST
                         [--rascade PROGRAM --amici PYTHON --models FOLDER]

Question: how long do objective and gradient take at the same error of the gradient? CPU seconds,
without reading; to make a model ready (AMICI: to translate and compile it) is told apart. AMICI is
not part of this project: --amici is an interpreter that has it, --models a folder for what it
builds from SBML that --rascade writes; what is there already is not built again.

TABLE, tab-separated: name of the condition, network (.net), amounts held while it comes to rest
("SPECIES=AMOUNT;..." or "-"), amounts at the start of the run that follows (the same), and what is
measured ("OUTPUT TIME VALUE SD;...", a time of 0: at rest). LIST, tab-separated: name of a
parameter and its scale, log or lin. A network is differentiated by those it uses.

The error is the largest distance of a slope (by log of the parameter, where the scale is log) from
a reference of Rascade at --reference, as a share of the largest slope. Rows go to stdout as they
come; at the end, for each condition and program, the fastest way within --error.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).parent


def blocks_of(net):
    """{block: lines as words, without comments}"""
    found = re.findall(r"begin (\w+)\n(.*?)end \1", pathlib.Path(net).read_text(), re.S)
    return {name: [line.split("#")[0].split() for line in text.splitlines() if line.strip()]
            for name, text in found}


def names_used(blocks, outputs):
    """Names that rates, amounts at the start and these outputs owe something to."""
    formulas = {words[1].rstrip("()"): " ".join(words[2:])
                for name in ("parameters", "functions") for words in blocks.get(name, [])}
    todo = [words[3] for words in blocks["reactions"]] + [words[2] for words in blocks["species"]]
    todo += outputs
    seen = set()
    while todo:
        for name in re.findall(r"[A-Za-z_]\w*", todo.pop()):
            if name not in seen:
                seen.add(name)
                todo.append(formulas.get(name, ""))
    return seen


def amounts_of(text):
    pairs = [part.rsplit("=", 1) for part in text.split(";") if "=" in part]
    return {name: float(amount) for name, amount in pairs}


def conditions_of(arguments):
    scales = dict(line.split() for line in pathlib.Path(arguments.unknowns).open() if line.strip())
    for line in pathlib.Path(arguments.conditions).open():
        if line.startswith("#") or not line.strip():
            continue
        name, net, held, stepped, measured = line.rstrip("\n").split("\t")
        blocks = blocks_of(net)
        data = [words.split() for words in measured.split(";")]
        used = names_used(blocks, [words[0] for words in data])
        unknowns = [u for u in scales if u in used]
        values = {words[1]: words[2] for words in blocks["parameters"]}
        yield {"name": name, "net": net, "held": amounts_of(held), "stepped": amounts_of(stepped),
               "measured": [[w[0], *map(float, w[1:])] for w in data], "unknowns": unknowns,
               "weights": [float(values[u]) if scales[u] == "log" else 1.0 for u in unknowns]}


def ours(arguments, condition, method, rtol, atol):
    """(CPU seconds to make ready, CPU seconds, objective, slopes)"""
    amounts = [";".join(f"{k}={v!r}" for k, v in condition[part].items())
               for part in ("held", "stepped")]
    measured = ";".join(" ".join(map(str, m)) for m in condition["measured"])
    done = subprocess.run([arguments.gradient_net, condition["net"], method, repr(rtol), repr(atol),
                           *amounts, measured, ",".join(condition["unknowns"])], text=True,
                          check=True, capture_output=True, timeout=arguments.timeout)
    lines = done.stdout.splitlines()
    ready, seconds = map(float, done.stderr.splitlines()[-1].split()[:2])
    return ready, seconds, float(lines[0]), [float(line.split()[1]) for line in lines[1:]]


def built(arguments, condition):
    """The folder of AMICI's model of this network, made if it is not there."""
    stem = pathlib.Path(condition["net"]).stem
    folder = pathlib.Path(arguments.models, "m_" + stem).absolute()
    if not (folder / "seconds.json").exists():
        sbml = folder.with_suffix(".xml")
        subprocess.run([arguments.rascade, "convert", "--to", "sbml", condition["net"], "--out",
                        str(sbml)], check=True, capture_output=True)
        outputs = sorted({m[0] for m in condition["measured"]})
        done = subprocess.run([arguments.amici, str(HERE / "amici_gradient.py"), "build", str(sbml),
                               str(folder), ",".join(outputs)], text=True, check=True,
                              capture_output=True, timeout=arguments.build_timeout)
        (folder / "seconds.json").write_text(done.stdout.splitlines()[-1])
    return folder


def amici(arguments, condition, method, rtol, atol):
    folder = built(arguments, condition)
    seconds = json.loads((folder / "seconds.json").read_text())
    done = subprocess.run([arguments.amici, str(HERE / "amici_gradient.py"), "run", str(folder)],
                          input=json.dumps({**condition, "method": method, "rtol": rtol,
                                            "atol": atol}),
                          text=True, check=True, capture_output=True, timeout=arguments.timeout)
    found = json.loads(done.stdout.splitlines()[-1])
    if found["status"] != 0:
        raise ValueError(f"status {found['status']}")
    return (seconds["translate_s"] + seconds["compile_s"], found["cpu_s"], found["objective"],
            found["slopes"])


def error(condition, slopes, reference):
    weighted = [(a * w, b * w) for a, b, w in zip(slopes, reference, condition["weights"])]
    return max(abs(a - b) for a, b in weighted) / max(abs(b) for _, b in weighted)


def rows_of(arguments, condition, reference):
    """(program, method, tolerance, ready, seconds, objective, error) of each way that works."""
    programs = {"rascade": ours} | ({"amici": amici} if arguments.amici else {})
    for program, run in programs.items():
        for method in arguments.methods:
            for rtol in arguments.tolerances:
                try:
                    ready, seconds, objective, slopes = run(arguments, condition, method, rtol,
                                                            rtol * arguments.absolute)
                    off = error(condition, slopes, reference)
                    yield program, method, rtol, ready, seconds, objective, off
                except (subprocess.SubprocessError, ValueError, IndexError) as problem:
                    said = (getattr(problem, "stderr", None) or str(problem)).strip()
                    print(f"# {condition['name']}, {program} {method} {rtol:g}: "
                          f"{said.splitlines()[-1] if said else problem!r}", file=sys.stderr)


def summary(best):
    print("\ncondition\tprogram\tcpu_s\tway\ttimes_slower")
    sums = {}
    for name, found in best.items():
        for program, (seconds, way) in found.items():
            slower = seconds / found["rascade"][0] if "rascade" in found else float("nan")
            print(f"{name}\t{program}\t{seconds:.3f}\t{way}\t{slower:.1f}")
            if len(found) > 1:
                sums[program] = sums.get(program, 0.0) + seconds
    for program, seconds in sums.items():
        print(f"all that both can\t{program}\t{seconds:.2f}\t\t"
              f"{seconds / sums['rascade']:.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--gradient-net", "--conditions", "--unknowns"):
        parser.add_argument(name, required=True)
    for name in ("--rascade", "--amici", "--models"):
        parser.add_argument(name)
    parser.add_argument("--only", default="", help="conditions whose name matches this pattern")
    parser.add_argument("--methods", nargs="+", default=["forward", "adjoint"])
    parser.add_argument("--tolerances", type=float, nargs="+", default=[1e-6, 1e-8],
                        help="relative ones")
    parser.add_argument("--absolute", type=float, default=1e-3,
                        help="the absolute tolerance as a share of the relative one")
    parser.add_argument("--reference", type=float, default=1e-11)
    parser.add_argument("--reference-method", default="automatic")
    parser.add_argument("--error", type=float, default=1e-4)
    parser.add_argument("--timeout", type=float, default=3600.0, help="s, for one run")
    parser.add_argument("--build-timeout", type=float, default=7200.0)
    arguments = parser.parse_args()
    print("condition\tprogram\tmethod\trtol\tready_s\tcpu_s\tobjective\terror", flush=True)
    best = {}
    for condition in conditions_of(arguments):
        if not re.search(arguments.only, condition["name"]):
            continue
        reference = ours(arguments, condition, arguments.reference_method, arguments.reference,
                         arguments.reference * arguments.absolute)[3]
        for program, method, rtol, ready, seconds, objective, off in rows_of(arguments, condition,
                                                                             reference):
            print(f"{condition['name']}\t{program}\t{method}\t{rtol:g}\t{ready:.3f}\t"
                  f"{seconds:.3f}\t{objective:.9g}\t{off:.1e}", flush=True)
            found = best.setdefault(condition["name"], {})
            if off <= arguments.error and seconds < found.get(program, (float("inf"),))[0]:
                found[program] = (seconds, f"{method} {rtol:g}")
    summary(best)
    return 0


if __name__ == "__main__":
    sys.exit(main())
