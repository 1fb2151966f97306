# SPDX-License-Identifier: MIT
"""Reads a .net file and evaluates its formulas."""
import math
import pathlib
import random
import re

import formula

POINTS = 3  # at how many states functional laws are compared


class NetError(ValueError):
    """The file is not a network this program can read."""


def _lines(path):
    return pathlib.Path(path).read_text(encoding="utf-8", errors="replace").splitlines()


def _table(xs, ys, x, method):
    if x <= xs[0]:
        return ys[0]
    for (x0, y0), (x1, y1) in zip(zip(xs, ys), zip(xs[1:], ys[1:])):
        if x < x1:
            return y0 if method == "step" else y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return ys[-1]


class _State(dict):
    """Values of names at one state.

    Observables and time are drawn at random by name. So are constants that are 0, but for the first
    state: a reaction with a rate constant of 0 would else agree with any other.
    """

    def __init__(self, net, point):
        super().__init__(formula.CONSTANTS)
        self.net, self.point = net, point

    def __missing__(self, name):
        if name in self.net.formulas:
            text = self.net.formulas[name]
            is_zero = self.point and re.fullmatch(r"[-+]?0*\.?0*(?:[eE][-+]?\d+)?", text)
            self[name] = self._draw(name) if is_zero else self.value(text)
        elif name in self.net.groups or name in ("time", "t"):
            self[name] = self._draw(name)
        else:
            raise NetError(f"unknown name {name}")
        return self[name]

    def _draw(self, name):
        return 10 ** random.Random(f"{name}:{self.point}").uniform(-1, 3)

    def value(self, text):
        if text not in self.net.parsed:
            self.net.parsed[text] = formula.parse(text, self.net.functions)
        try:
            return float(self.net.parsed[text](self))
        except NetError:
            raise
        except (ArithmeticError, ValueError):  # outside a function's domain
            return math.nan
        except (TypeError, RecursionError) as problem:
            raise NetError(f"cannot evaluate {text}: {problem}") from problem


class NetFile:
    """The blocks of a .net file; formulas are evaluated on demand."""

    def __init__(self, path):
        self.folder = pathlib.Path(path).parent
        self.species, self.reactions, self.groups = [], [], {}
        self.formulas, self.parsed = {}, {}
        self.functions = formula.FUNCTIONS | {
            "tfun": self._lookup, "TFUN": lambda index, file: self._lookup(file, index)}
        readers = {"parameters": self._formula, "functions": self._formula,
                   "species": self._species, "reactions": self._reaction, "groups": self._group}
        block, ended = None, set()
        for number, line in enumerate(_lines(path), 1):
            line = line.split("#", 1)[0].strip()
            if line.startswith("begin "):
                block = line[6:].strip()
            elif line.startswith("end "):
                ended.add(block)
                block = None
            elif line and block in readers:
                try:
                    readers[block](line)
                except (ValueError, IndexError) as problem:
                    raise NetError(f"{path}:{number}: {problem}") from problem
        if "species" not in ended:
            raise NetError(f"{path}: no whole species block")
        self.states = [_State(self, point) for point in range(POINTS)]

    def _formula(self, line):
        _, name, text = line.split(None, 2)
        self.formulas[name.split("(")[0]] = text

    def _species(self, line):
        _, graph, amount = line.split(None, 2)
        self.species.append((graph.replace("$", ""), "$" in graph, amount))

    def _reaction(self, line):
        _, reactants, products, law = line.split(None, 3)
        self.reactions.append((self._indices(reactants), self._indices(products), law))

    def _group(self, line):
        _, name, *members = line.split(None, 2)
        weights = {}
        for member in members[0].split(",") if members else ():
            weight, _, index = member.rpartition("*")
            weights[int(index)] = weights.get(int(index), 0) + float(weight or 1)
        self.groups[name] = weights

    @staticmethod
    def _indices(text):
        return tuple(int(i) for i in text.split(",") if i != "0")

    def _lookup(self, first, second, *rest):
        """A tabulated function: (file, index[, method]) or (xs, ys, index[, method])."""
        if isinstance(first, list):
            return _table(first, second, *(*rest, "linear")[:2])
        rows = [re.split(r"[\s,]+", line.strip()) for line in _lines(self.folder / first)
                if re.match(r"\s*[-+.\d]", line)]
        xs, ys = ([float(row[column]) for row in rows] for column in (0, 1))
        return _table(xs, ys, second, *(*rest, "linear")[:1])

    def amount(self, text):
        """An initial amount."""
        return self.states[0].value(text)

    def law(self, text):
        """(kind, values): the same kind adds up; values at each state."""
        special = re.match(r"(?:(.+)\*)?\s*(Sat|MM|Hill)\s+(\S+)\s+(.+)$", text)
        if not special:
            return "rate", tuple(state.value(text) for state in self.states)
        factor, kind, rate, others = special.groups()
        shape = ",".join(f"{self.amount(other):.6g}" for other in others.split())
        rate = f"({factor or 1})*({rate})"
        return f"{kind}({shape})", tuple(state.value(rate) for state in self.states)
