#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the table of how Rascade's networks agree with BioNetGen's.

    agreement.py --ours build/release/apps/rascade --theirs BNG2.pl --models FOLDER
                 --work FOLDER [--out docs/agreement.md]

Every .bngl file below the models' folder is reduced to its network generation and given to both
programs; the two networks are compared up to numbering (compare_networks.py). A .net file that
lies beside a model under the same name is taken as theirs, so that slow references run once; then
--theirs may be left out, and a model without one has no reference (a .why file says the reason).
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
rates, and the weights of every observable. Counts are species / reactions. The models are BioNetGen
2.9.3's Validate (val) and Models2 (mod) sets and the distinct ones of RuleHub's Published (pub);
`.freed` ones are those whose placeholders `__FREE` were given values (0.1, 0.2, …), as
BioNetGen refuses them without.

Where the two differ:

- `~?` on a site that has no states. BioNetGen lets such a pattern match nothing, so that the
  observable is zero for ever; Rascade reads it as "whatever the state".
- A formula around `tfun`, as in `k2 = (TFUN(x,"file")/10)`. BioNetGen drops the division; Rascade
  keeps it.
- Several bonds on one site (`p1!1!2`), which BioNetGen accepts: Rascade refuses them by name.

"""
FAILED = {"refused": "refuses", "limit": "stops at its limit", "time": "takes too long",
          "memory": "takes too much memory"}


def their_run(program, model, work, caps):
    """Their run, from the network beside the model if there is one; None without a reference."""
    beside = model.with_suffix(".net")
    if beside.exists():
        return runner.Run("ok", 0, 0, beside)
    why = model.with_suffix(".why")
    if why.exists():
        status, message = why.read_text().strip().split(":", 1)
        return runner.Run(status, 0, 0, beside, message)
    if program is None:
        return None
    return runner.run(program, runner.prepare(model, work / "theirs"), **caps)


def verdict(ours, theirs):
    """One phrase on two runs."""
    if theirs is None:
        return "no reference"
    if theirs.status != "ok":
        if ours.status == "ok":
            return f"only Rascade: BioNetGen {FAILED[theirs.status]}: {theirs.message}"
        return f"neither: {ours.message}"
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
