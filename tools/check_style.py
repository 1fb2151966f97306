#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks what a formatter cannot: file length, licence line, and that no C++ names the science.

Science rule 1: drugs, genes and variants live in knowledge/ and models/, never in C++.
"""
import csv
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LONGEST_FILE = 450
LONGEST_LINE = 110


def names_of_science():
    names = set()
    for table, column in (("drugs.tsv", "drug"), ("genes.tsv", "gene"), ("variants.tsv", "variant"),
                          ("trials.tsv", "trial")):
        with open(ROOT / "knowledge" / table, newline="") as file:
            for row in csv.DictReader((l for l in file if not l.startswith("#")), delimiter="\t"):
                names.add(row[column])
    # Ordinary words and letters that also occur in C++.
    return {n for n in names if len(n) > 2} - {"loss", "amplification", "MET"}


def check(path, names):
    text = path.read_text()
    lines = text.splitlines()
    where = path.relative_to(ROOT)
    if len(lines) > LONGEST_FILE:
        yield f"{where}: {len(lines)} lines; split it (at most {LONGEST_FILE})"
    if not text.startswith("// SPDX-License-Identifier: MIT"):
        yield f"{where}:1: the licence line is missing"
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            yield f"{where}:{number}: longer than {LONGEST_LINE} columns"
        code = line.split("//")[0]  # examples in comments may name what they like
        for word in re.findall(r"[A-Za-z][\w.-]*", code):
            if word in names:
                yield f"{where}:{number}: names {word}; science belongs into knowledge/ and models/"


def check_citations():
    """Every [Key2014] in the code is in docs/references.bib, and every entry there is cited."""
    known = set(re.findall(r"@\w+\{(\w+),", (ROOT / "docs/references.bib").read_text()))
    cited = set()
    for folder in ("src", "bench"):
        for path in sorted((ROOT / folder).rglob("*.[ch]pp")):
            for key in re.findall(r"\[([A-Z][A-Za-z]+\d{4}[a-z]?)[\],]", path.read_text()):
                cited.add(key)
                if key not in known:
                    yield f"{path.relative_to(ROOT)}: [{key}] is not in docs/references.bib"
    for key in sorted(known - cited):
        yield f"docs/references.bib: nothing cites {key}"


def main():
    names = names_of_science()
    mistakes = list(check_citations())
    for folder in ("src", "apps"):
        for path in sorted((ROOT / folder).rglob("*.[ch]pp")):
            mistakes += check(path, names)
    print("\n".join(mistakes) or "style: ok")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
