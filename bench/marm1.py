#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Times the published three-phase experiment of MARM1 and compares with its published course.

    marm1.py --rascade build/release/apps/cli/rascade --model MARM1.bngl
             --parameters parameter_sets.csv --published trajectories_single_run.csv
             [--run-network PROGRAM] [--python PYTHON]

MARM1 (BRAF V600E melanoma, energy patterns; 1,007 species, 13,102 reactions) comes with its
authors' supplement (labsyspharm/marm1-supplement) and is not part of this project. Its experiment: 1000 h
without drug, 24 h with 1 uM of a RAF inhibitor, 2 h with 100 ng/mL EGF as well, parameter set 0.

Questions: how far is each program from the published course, as a share of each observable's
largest value, and how long does it take at an absolute tolerance of 1e-10 and a relative one of 1e-8? CPU
seconds: of Rascade the whole program with reading, network generation and writing; of the others
the integration alone. `rascade steady` ends the first phase as soon as it is at rest. Prints
tab-separated values; medians of --runs runs, the programs taking turns.
"""
import argparse
import csv
import pathlib
import re
import resource
import statistics
import subprocess
import sys
import tempfile

PHASES = (("eq", 1000, 1, None), ("drug", 24, 96, ("RAFi(raf)", 1.0)),
          ("egf", 2, 96, ("EGF(rtk)", 100 / 6200)))
ATOL, RTOL = "1e-10", "1e-8"

BNGSIM = """
import sys, time, bngsim
model = bngsim.Model.from_net(sys.argv[1])
simulator = bngsim.Simulator(model, method="ode")
names = list(model.species_names)
spent, rows = 0.0, []
for end, points, species, amount in PHASES:
    state = list(simulator.get_state())
    if species:
        place = [n.lstrip("$") for n in names].index(species)
        state[place] = amount
        simulator.set_state(state)
    began = time.process_time()
    result = simulator.run(t_span=(0.0, end), n_points=points + 1, rtol=RTOL, atol=ATOL,
                           max_steps=1000000)
    spent += time.process_time() - began
    table = [result.observables[n] for n in result.observable_names]
    rows.append([[float(c[i]) for c in table] for i in range(len(result.time))])
print(spent, file=sys.stderr)
print("#", "time", *result.observable_names)
for row in rows[1] + rows[2][1:]:
    print(0, *row)
"""


def model_at_set_0(arguments):
    """The text of the model with the values of parameter set 0, without actions."""
    with open(arguments.parameters, newline="") as file:
        values = next(csv.DictReader(file))
    head, rest = pathlib.Path(arguments.model).read_text().split("end parameters", 1)
    lines = head.splitlines()
    for i, line in enumerate(lines):
        words = line.split()
        if len(words) == 2 and words[0] in values:
            lines[i] = f"  {words[0]} {values[words[0]]}"
    return "\n".join(lines) + "\nend parameters" + rest


def protocol(is_steady):
    lines = ["generate_network({overwrite=>1})"]
    for name, end, points, change in PHASES:
        steady = "steady_state=>1," if is_steady and change is None else ""
        lines += [f'setConcentration("{change[0]}",{change[1]!r})'] if change else []
        lines.append(f'simulate({{suffix=>"{name}",method=>"ode",t_start=>0,t_end=>{end},'
                     f'n_steps=>{points},{steady}atol=>{ATOL},rtol=>{RTOL}}})')
    return "\n".join(lines) + "\n"


def table_of(text):
    """(names of the columns, rows)"""
    lines = text.splitlines()
    return lines[0].lstrip("#").split()[1:], [[float(v) for v in l.split()[1:]] for l in lines[1:]]


def joined(folder, stem):
    """The course as it was published: the drug's phase and, without its first row, EGF's."""
    names, drug = table_of(pathlib.Path(folder, f"{stem}_drug.gdat").read_text())
    return names, drug + table_of(pathlib.Path(folder, f"{stem}_egf.gdat").read_text())[1][1:]


def ours(arguments, text, is_steady):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "marm1.bngl")
        path.write_text(text + "\n" + protocol(is_steady))
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([arguments.rascade, "run", str(path), "--out", folder], check=True,
                       capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return spent, *joined(folder, "marm1")


def bngsim(arguments, net):
    phases = [(end, points, *(change or ("", 0.0))) for _, end, points, change in PHASES]
    script = f"PHASES, RTOL, ATOL = {phases!r}, {RTOL}, {ATOL}\n" + BNGSIM
    done = subprocess.run([arguments.python, "-c", script, str(net)], text=True, check=True,
                          capture_output=True)
    return float(done.stderr.split()[-1]), *table_of(done.stdout)


def with_amounts(net, amounts):
    """A network whose species start from these amounts."""
    def line(match):
        index = int(match[1])
        return f"{match[1]} {match[2]} {amounts[index - 1]!r}"
    head, species, rest = re.split(r"(begin species\n.*?end species\n)", net, flags=re.S)
    return head + re.sub(r"^ *(\d+) (\S+) .*$", line, species, flags=re.M) + rest


def run_network(arguments, net):
    text, spent = pathlib.Path(net).read_text(), 0.0
    species = re.search("begin species\n(.*?)end", text, re.S)[1]
    names = re.findall(r"^ *\d+ \$?(\S+) ", species, re.M)
    with tempfile.TemporaryDirectory() as folder:
        for name, end, points, change in PHASES:
            if change:
                amounts[names.index(change[0])] = change[1]
                text = with_amounts(text, amounts)
            path = pathlib.Path(folder, name + ".net")
            path.write_text(text)
            done = subprocess.run([arguments.run_network, "-o", f"{folder}/run_{name}", "-a", ATOL,
                                   "-r", RTOL, "-p", "cvode", "-g", path, path, repr(end / points),
                                   str(points)], text=True, check=True, capture_output=True)
            spent += float(re.search(r"Propagation took (\S+)", done.stdout)[1])
            last = pathlib.Path(folder, f"run_{name}.cdat").read_text().splitlines()[-1]
            amounts = [float(v) for v in last.split()[1:]]
        return spent, *joined(folder, "run")


def distance(names, rows, published):
    """(largest share of an observable's largest value, that observable)"""
    worst = (0.0, "")
    for o, name in enumerate(names):
        if name not in published[0]:
            continue
        course = [float(row[name]) for row in published]
        largest = max(map(abs, course))
        apart = max(abs(row[o] - v) for row, v in zip(rows, course, strict=True))
        worst = max(worst, (apart / largest if largest > 0 else apart, name))
    return worst


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--rascade", "--model", "--parameters", "--published"):
        parser.add_argument(name, required=True)
    parser.add_argument("--run-network")
    parser.add_argument("--python", help="an interpreter that has bngsim")
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    with open(arguments.published, newline="") as file:
        published = list(csv.DictReader(file))
    text = model_at_set_0(arguments)
    with tempfile.TemporaryDirectory() as folder:
        model, net = pathlib.Path(folder, "marm1.bngl"), pathlib.Path(folder, "marm1.net")
        model.write_text(text)
        subprocess.run([arguments.rascade, "compile", "--pass", "network", str(model), "--out",
                        str(net)], check=True, capture_output=True)
        programs = {"rascade": lambda: ours(arguments, text, False),
                    "rascade steady": lambda: ours(arguments, text, True)}
        if arguments.python:
            programs["bngsim"] = lambda: bngsim(arguments, net)
        if arguments.run_network:
            programs["run_network"] = lambda: run_network(arguments, net)
        found = {name: [] for name in programs}
        for _ in range(arguments.runs):
            for name, run in programs.items():
                found[name].append(run())
    print("program\tcpu_s\ttimes_slower\tfrom_published\tof_observable")
    first = statistics.median(run[0] for run in found["rascade"])
    for name, runs in found.items():
        seconds = statistics.median(run[0] for run in runs)
        share, observable = distance(*runs[0][1:], published)
        print(f"{name}\t{seconds:.2f}\t{seconds / first:.2f}\t{share:.2e}\t{observable}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
