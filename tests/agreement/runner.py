# SPDX-License-Identifier: MIT
"""Runs a rule compiler on a model under a cap of time and memory, and measures it."""
import dataclasses
import os
import pathlib
import re
import resource
import shutil
import signal
import statistics
import subprocess

_KEPT_ACTIONS = re.compile(r"(setOption|version|setModelName|substanceUnits)\b")
_LATER_OPTIONS = re.compile(r"\b(overwrite|prefix|suffix|print_iter|verbose|Text\w+)\s*=>\s*"
                            r"(\"[^\"]*\"|'[^']*'|[^,{}]+),?\s*")


@dataclasses.dataclass(frozen=True)
class Program:
    """A rule compiler: {model} and {net} in the command stand for the files' names."""
    name: str
    command: tuple
    environment: dict = dataclasses.field(default_factory=dict)


@dataclasses.dataclass
class Run:
    """What one run did; `status` is ok, refused, limit (it stopped by itself), time or memory."""
    status: str
    cpu_seconds: float
    peak_megabytes: float
    net: pathlib.Path
    message: str = ""


def bng2(path):
    """BioNetGen's own generator; it finds its modules from where it lies."""
    path = str(pathlib.Path(path).resolve())
    return Program("BNG2.pl", (path, "{model}"))


def rascade(path):
    return Program("rascade", (str(pathlib.Path(path).resolve()), "compile", "{model}",
                               "--pass", "network", "--out", "{net}"))


def other(path):
    """A program that takes the model and writes the network beside it."""
    path = pathlib.Path(path).resolve()
    return Program(path.name, (str(path), "{model}"))


def network_only(text):
    """The model with no action but its own generate_network (a plain one if it has none)."""
    kept, generate, blocks, held = [], None, [], ""
    for line in text.replace("\r", "").split("\n"):
        bare = line.split("#", 1)[0].strip()
        if bare.endswith("\\"):
            held += bare[:-1]
            continue
        line, bare, held = held + line.lstrip() if held else line, held + bare, ""
        begin = re.match(r"(begin|end)\s+([A-Za-z].*)", bare)
        if begin and begin[1] == "begin":
            blocks.append(" ".join(begin[2].split()))
        inside = [block for block in blocks if block != "model"]
        if begin and begin[1] == "end" and blocks:
            blocks.pop()
        if "actions" not in inside and (begin or inside or not bare or _KEPT_ACTIONS.match(bare)):
            kept.append(line)
        elif bare.startswith("generate_network") and generate is None:
            options = re.search(r"\{(.*)\}", bare)
            generate = _LATER_OPTIONS.sub("", options[1]).strip(" ,") if options else ""
    options = ",".join(filter(None, (generate, "overwrite=>1")))
    return "\n".join(kept).rstrip() + f"\n\ngenerate_network({{{options}}})\n"


def prepare(model, folder):
    """Writes the network-only model as model.bngl into a new folder, its data files beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    text = network_only(model.read_text(encoding="utf-8", errors="replace"))
    (folder / "model.bngl").write_text(text)
    for name in set(re.findall(r"[\"']([^\"'\n]+\.\w+)[\"']", text)):
        if not name.startswith(("/", "..")) and (model.parent / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(model.parent / name, folder / name)
    return folder / "model.bngl"


def run(program, model, cpu_seconds=60, megabytes=4096):
    """Runs the program in the model's folder; a network of an earlier run is removed first."""
    net = model.with_suffix(".net")
    net.unlink(missing_ok=True)
    command = [part.format(model=model.name, net=net.name) for part in program.command]

    def cap():
        resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))

    with open(model.with_suffix(f".{program.name}.log"), "w+", errors="replace") as log:
        child = subprocess.Popen(command, cwd=model.parent, stdout=log, stderr=subprocess.STDOUT,
                                 preexec_fn=cap, env=os.environ | program.environment)
        _, state, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(state)
        log.seek(0)
        said = log.read()
    spent = used.ru_utime + used.ru_stime
    status = "ok" if child.returncode == 0 and net.exists() else "refused"
    if child.returncode == 3 and net.exists():
        status = "limit"
    if child.returncode in (-signal.SIGKILL, -signal.SIGXCPU) and spent > 0.9 * cpu_seconds:
        status = "time"
    elif status == "refused" and re.search(r"out of memory|bad_alloc", said, re.IGNORECASE):
        status = "memory"
    return Run(status, spent, used.ru_maxrss / 1024, net, "" if status == "ok" else reason(said))


def reason(said):
    """The first line of a program's output that tells of an error, or its last one."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    telling = re.compile(r"abort|error|cannot|failed", re.IGNORECASE)
    errors = [line for line in lines if telling.search(line)]
    return (errors or lines[-1:] or ["no output"])[0]


def measure(program, model, runs=3, long_run=30, **caps):
    """The median run by CPU time; a run longer than `long_run` seconds is not repeated."""
    done = [run(program, model, **caps)]
    while len(done) < runs and done[0].status == "ok" and done[0].cpu_seconds < long_run:
        done.append(run(program, model, **caps))
    middle = dataclasses.replace(done[-1])
    middle.cpu_seconds = statistics.median(one.cpu_seconds for one in done)
    middle.peak_megabytes = statistics.median(one.peak_megabytes for one in done)
    return middle


def counts(net):
    """(species, reactions) listed in a .net file."""
    found, block = {"species": 0, "reactions": 0}, None
    for line in net.read_text(encoding="utf-8", errors="replace").splitlines():
        line = line.split("#", 1)[0].strip()
        if line.startswith(("begin ", "end ")):
            block = line[6:] if line.startswith("begin ") else None
        elif block in found and line:
            found[block] += 1
    return found["species"], found["reactions"]
