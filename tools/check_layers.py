#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks that every #include and every CMake DEPENDS follows docs/layers.txt."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
INCLUDE = re.compile(r'#include "rascade/(\w+)/')
DEPENDS = re.compile(r"rascade_module\((\w+)(.*?)\)", re.S)


def read_layers(text):
    layers = {}
    for line in text.splitlines():
        line = line.split("#")[0].strip()
        if line:
            name, _, allowed = line.partition(":")
            for module in allowed.split():
                if module not in layers:
                    sys.exit(f"docs/layers.txt: {name} names {module}, which does not stand above it")
            layers[name] = set(allowed.split())
    return layers


def check_file(path, module, allowed):
    for number, line in enumerate(path.read_text().splitlines(), 1):
        found = INCLUDE.match(line)
        if found and found[1] != module and found[1] not in allowed:
            yield f"{path.relative_to(ROOT)}:{number}: {module} may not include {found[1]}"


def check_depends(path, layers):
    for name, body in DEPENDS.findall(path.read_text()):
        found = re.search(r"DEPENDS\s+([\w\s]*?)(?:LIBRARIES|SOURCES|$)", body)
        for module in (found[1].split() if found else []):
            if module not in layers.get(name, set()):
                yield f"{path.relative_to(ROOT)}: {name} may not depend on {module}"


def main():
    layers = read_layers((ROOT / "docs/layers.txt").read_text())
    mistakes = []
    for folder in sorted((ROOT / "src/rascade").iterdir()):
        if not folder.is_dir():
            continue
        if folder.name not in layers:
            mistakes.append(f"src/rascade/{folder.name}: not in docs/layers.txt")
            continue
        for path in sorted(folder.rglob("*.[ch]pp")):
            mistakes += check_file(path, folder.name, layers[folder.name])
        mistakes += check_depends(folder / "CMakeLists.txt", layers)
    for path in sorted((ROOT / "apps/cli").glob("*.[ch]pp")):
        mistakes += check_file(path, "cli", layers["cli"])
    print("\n".join(mistakes) or "layers: all includes follow docs/layers.txt")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
