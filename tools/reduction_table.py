#!/usr/bin/env python3
"""Prints how much smaller exact reduction makes models, as a table in Markdown.

    tools/reduction_table.py RASCADE MODEL.bngl... [--tumours examples/*.toml]

For each model the whole network, the one with the same observables, and the smallest one that an
observable of its own needs (`rascade compile --pass reduced`, with and without `--keep`). A tumour
stands for its assembled model without drugs and with those of its file.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

SIZES = re.compile(r"# (\d+) species and (\d+) reactions; reduced: (\d+) and (\d+)\.")


def run(*command):
    """Standard output of a command, or None if it fails."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else None


def sizes(rascade, model, keep=None):
    """Species and reactions of the whole and of the reduced network."""
    extra = ["--keep", keep] if keep else []
    text = run(rascade, "compile", model, "--pass", "reduced", *extra)
    found = SIZES.search(text or "")
    return tuple(map(int, found.groups())) if found else None


def observables(model):
    """Names in the block of observables."""
    text = pathlib.Path(model).read_text()
    block = re.search(r"begin\s+observables(.*?)end\s+observables", text, re.S)
    names = []
    for line in block.group(1).splitlines() if block else []:
        words = line.split("#")[0].split()
        words = words[1:] if words and words[0].isdigit() else words
        if len(words) > 2:
            names.append(words[1])
    return names


def row(rascade, label, model):
    """One line of the table."""
    whole = sizes(rascade, model)
    if whole is None:
        return f"| {label} | cannot be expanded | | | |"
    single = [s for s in (sizes(rascade, model, name) for name in observables(model)) if s]
    least = min((s[2] for s in single), default=whole[2])
    share = 100.0 * whole[2] / whole[0]
    return (f"| {label} | {whole[0]} / {whole[1]} | {whole[2]} / {whole[3]} | {share:.0f} % | "
            f"{least} |")


def tumour_rows(rascade, path, folder):
    """The assembled model without drugs and with those of the file."""
    text = pathlib.Path(path).read_text()
    listed = re.search(r"^treatment\s*=\s*\[(.*?)\]", text, re.M | re.S)
    drugs = re.findall(r'"([^"]+)"', listed.group(1)) if listed else []
    for chosen in [[], drugs] if drugs else [[]]:
        model = folder / "tumour.bngl"
        more = ["--drugs", ",".join(chosen)] if chosen else []
        bngl = run(rascade, "model", path, *more)
        if bngl is None:
            continue
        model.write_text(bngl)
        label = " + ".join([pathlib.Path(path).stem, *chosen])
        yield row(rascade, label, model)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rascade")
    parser.add_argument("models", nargs="*")
    parser.add_argument("--tumours", nargs="*", default=[])
    chosen = parser.parse_args()
    print("| model | species / reactions | reduced | species left | least for one observable |")
    print("|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for path in chosen.tumours:
            for line in tumour_rows(chosen.rascade, path, pathlib.Path(folder)):
                print(line, flush=True)
    for model in chosen.models:
        print(row(chosen.rascade, pathlib.Path(model).stem, model), flush=True)


if __name__ == "__main__":
    sys.exit(main())
