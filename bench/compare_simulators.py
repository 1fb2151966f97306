#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares simulators of reaction networks: time to solve the rate equations, and events per second.

    compare_simulators.py --simulate-net build/release/bench/simulate_net
                          [--run-network PROGRAM] [--python PYTHON] [--rascade PROGRAM]
                          MODEL.net:END[:POINTS[:SSA_END]] ...

Questions: how long does one solution take at the same tolerances, and how long at the same error
against a solution at 1e-12? How many events a second does exact stochastic simulation make? Times
are CPU seconds of the simulation alone, as each program tells it; reading and compiling a model are
left out. Medians of --runs runs, the programs one after the other in each run. --python is an
interpreter that has bngsim or libroadrunner (which of them is asked); the latter reads SBML that
--rascade writes. A program that takes more than --timeout seconds is left out. The peers are not
part of this project; build run_network with -O3. A time of zero means less than the program can
tell.

Prints tab-separated values. `times_slower`: of the peer, relative to Rascade in the same rows.
"""
import argparse
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

BNGSIM = """
import sys, time, bngsim
kind, net, end, points, x = sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4]), sys.argv[5]
simulator = bngsim.Simulator(bngsim.Model.from_net(net), method=kind)
more = {"seed": int(x)} if kind == "ssa" else {"rtol": float(x), "atol": float(x),
                                               "max_steps": 1000000}
began = time.process_time()
result = simulator.run(t_span=(0.0, end), n_points=points + 1, **more)
print(time.process_time() - began, 0, file=sys.stderr)
table = [result.observables[name] for name in result.observable_names]
for i, t in enumerate(result.time):
    print(t, *[float(column[i]) for column in table], sep="\\t")
"""

ROADRUNNER = """
import sys, time, roadrunner
kind, sbml, end, points, x = *sys.argv[1:3], float(sys.argv[3]), int(sys.argv[4]), sys.argv[5]
runner = roadrunner.RoadRunner(sbml)
runner.setIntegrator("gillespie" if kind == "ssa" else "cvode")
integrator = runner.getIntegrator()
if kind == "ssa":
    integrator.setValue("seed", int(x))
    integrator.setValue("variable_step_size", False)
else:
    integrator.setValue("relative_tolerance", float(x))
    integrator.setValue("absolute_tolerance", float(x))
    integrator.setValue("maximum_num_steps", 1000000)
runner.timeCourseSelections = ["time"] + sys.argv[6:]
began = time.process_time()
rows = runner.simulate(0, end, points + 1)
print(time.process_time() - began, 0, file=sys.stderr)
for row in rows:
    print(*[float(v) for v in row], sep="\\t")
"""


def call(command):
    return subprocess.run(command, text=True, check=True, capture_output=True,
                          timeout=call.seconds)


call.seconds = None


def rows_of(text):
    return [[float(v) for v in line.split()] for line in text.splitlines() if line[:1] != "#"]


def ours(program, kind, net, end, points, x):
    """(rows, CPU seconds, events)"""
    done = call([program, kind, net, str(end), str(points), str(x)])
    seconds, events = done.stderr.split()[-2:]
    return rows_of(done.stdout), float(seconds), float(events)


def bngsim(python, kind, net, end, points, x):
    done = call([python, "-c", BNGSIM, kind, net, str(end), str(points), str(x)])
    return rows_of(done.stdout), float(done.stderr.split()[-2]), 0.0


def roadrunner(arguments, kind, net, end, points, x):
    names = re.findall(r"^ *\d+ (\w+) ", net_block(net, "groups"), re.M)
    with tempfile.TemporaryDirectory() as folder:
        sbml = pathlib.Path(folder, "model.xml")
        call([arguments.rascade, "convert", "--to", "sbml", net, "--out", str(sbml)])
        done = call([arguments.python, "-c", ROADRUNNER, kind, str(sbml), str(end), str(points),
                     str(x), *names])
    return rows_of(done.stdout), float(done.stderr.split()[-2]), 0.0


def net_block(net, name):
    found = re.search(f"begin {name}\n(.*?)end {name}", pathlib.Path(net).read_text(), re.S)
    return found[1] if found else ""


def has(python, module):
    return subprocess.run([python, "-c", f"import {module}"], capture_output=True).returncode == 0


def run_network(program, kind, net, end, points, x, sparse=False):
    with tempfile.TemporaryDirectory() as folder:
        command = [program, "-o", folder + "/out", "--cdat", "0", "-g", net]
        command += ["-p", "ssa", "-h", str(x)] if kind == "ssa" else ["-a", str(x), "-r", str(x)]
        command += ["-p", "cvode"] + ["-b"] * sparse if kind == "ode" else []
        done = call(command + [net, repr(end / points), str(points)])
        said = [line for line in done.stdout.splitlines() if line.startswith("Propagation took")]
        return rows_of(pathlib.Path(folder, "out.gdat").read_text()), float(said[0].split()[2]), 0.0


def programs(arguments):
    """Rascade first: the others are compared with it."""
    yield "rascade", lambda *a: ours(arguments.simulate_net, *a)
    if arguments.run_network:
        yield "run_network", lambda *a: run_network(arguments.run_network, *a)
        yield "run_network -b", lambda *a: run_network(arguments.run_network, *a, sparse=True)
    if arguments.python and has(arguments.python, "bngsim"):
        yield "bngsim", lambda *a: bngsim(arguments.python, *a)
    if arguments.python and arguments.rascade and has(arguments.python, "roadrunner"):
        yield "libroadrunner", lambda *a: roadrunner(arguments, *a)


def error(rows, reference):
    """Largest difference of an observable, relative to its largest value."""
    worst = 0.0
    for o in range(1, len(reference[0])):
        largest = max(abs(row[o]) for row in reference)
        apart = max(abs(a[o] - b[o]) for a, b in zip(rows, reference))
        worst = max(worst, apart / largest if largest > 0 else 0.0)
    return worst


def attempt(run, *what):
    try:
        return run(*what)
    except (subprocess.SubprocessError, ValueError, IndexError) as problem:
        print(f"# {what[0]} {what[-1]}: {problem}", file=sys.stderr)
        return None


def medians(arguments, kind, net, end, points, x):
    """{program: (rows, median seconds, events)}, the programs taking turns."""
    found = {}
    for _ in range(arguments.runs):
        for name, run in programs(arguments):
            if kind == "ssa" and name.endswith("-b"):
                continue
            done = attempt(run, kind, net, end, points, x)
            if done:
                found.setdefault(name, []).append(done)
    return {name: (all_[0][0], statistics.median(d[1] for d in all_), all_[0][2])
            for name, all_ in found.items()}


def ratio(slow, fast):
    return f"{slow / max(fast, 1e-6):.2f}"


def compare_ode(arguments, name, net, end, points):
    """A row for each program and tolerance, then one for each at the error asked for."""
    reference = ours(arguments.simulate_net, "ode", net, end, points, 1e-12)[0]
    at_error = {}
    for tolerance in arguments.tolerances:
        found = medians(arguments, "ode", net, end, points, tolerance)
        for program, (rows, seconds, _) in found.items():
            apart = error(rows, reference)
            if apart <= arguments.error:
                at_error.setdefault(program, (seconds, tolerance, apart))
            yield (name, f"ode {tolerance:g}", program, f"{seconds:.4f}", f"{apart:.1e}",
                   ratio(seconds, found["rascade"][1]))
    for program, (seconds, tolerance, apart) in at_error.items():
        yield (name, f"ode error<{arguments.error:g}", program, f"{seconds:.4f}",
               f"{apart:.1e} at {tolerance:g}", ratio(seconds, at_error["rascade"][0]))


def compare_ssa(arguments, name, net, end, points):
    """Runs differ in their random numbers, hardly in the number of events when these are many."""
    found = medians(arguments, "ssa", net, end, points, 1)
    events = found["rascade"][2]
    for program, (_, seconds, _) in found.items():
        yield (name, f"ssa {events:g} events", program, f"{seconds:.4f}",
               f"{events / max(seconds, 1e-6):.3g}/s", ratio(seconds, found["rascade"][1]))


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--simulate-net", required=True)
    parser.add_argument("--run-network")
    parser.add_argument("--python")
    parser.add_argument("--rascade")
    parser.add_argument("--timeout", type=float, default=600.0)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--tolerances", type=float, nargs="+", default=[1e-6, 1e-8, 1e-10])
    parser.add_argument("--error", type=float, default=1e-6)
    parser.add_argument("models", nargs="+", metavar="MODEL.net:END[:POINTS[:SSA_END]]",
                        help="an SSA_END of 0: none; an END of 0: only stochastic")
    arguments = parser.parse_args()
    call.seconds = arguments.timeout
    print("model\ttask\tprogram\tcpu_s\terror_or_speed\ttimes_slower")
    for text in arguments.models:
        net, end, points, ssa_end = (text.split(":") + ["20", "0"][len(text.split(":")) - 2:])[:4]
        name = pathlib.Path(net).stem
        rows = []
        if float(end) > 0:
            rows.append(compare_ode(arguments, name, net, float(end), int(points)))
        if float(ssa_end) > 0:
            rows.append(compare_ssa(arguments, name, net, float(ssa_end), int(points)))
        for some in rows:
            for row in some:
                print("\t".join(row), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
