#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Says whether two .net files are the same reaction network, however their lines are numbered.

    compare_networks.py ONE.net OTHER.net

Species are matched as graphs. Then the initial amounts, the reactions (rate constants evaluated,
reactions with the same sides added up, functional laws compared at random observable values) and
the weights of every observable must be equal. Parameters that are 0 are also drawn at random, so
that their reactions count. Prints SAME or DIFFERENT with the first differences of each kind; leaves
with 0, 1, or 2 if a file cannot be read.
"""
import collections
import math
import sys

from net_file import POINTS, NetFile
from species_graph import canonical_name

RELATIVE = 1e-6  # .net files carry eight digits of a factor
SHOWN = 5


class Network:
    """A .net file by canonical species names."""

    def __init__(self, path):
        self.net = NetFile(path)
        self.names = [canonical_name(graph) for graph, _, _ in self.net.species]
        self.writing, self.repeated = {}, []
        for name, (graph, _, _) in zip(self.names, self.net.species):
            if name in self.writing:
                self.repeated.append(graph)
            self.writing.setdefault(name, graph)
        self.amounts = {name: (self.net.amount(amount), fixed)
                        for name, (_, fixed, amount) in zip(self.names, self.net.species)}

    def reactions(self):
        """{(reactants, products, kind of law): summed values}."""
        laws = {}
        total = collections.defaultdict(lambda: [0.0] * POINTS)
        for reactants, products, text in self.net.reactions:
            if text not in laws:
                laws[text] = self.net.law(text)
            kind, values = laws[text]
            sides = (self._side(reactants), self._side(products), kind)
            total[sides] = [a + b for a, b in zip(total[sides], values)]
        return total

    def _side(self, indices):
        return tuple(sorted(self.names[i - 1] for i in indices))

    def observables(self):
        """{observable: {species: weight}}."""
        found = {}
        for observable, weights in self.net.groups.items():
            sums = collections.Counter()
            for index, weight in weights.items():
                sums[self.names[index - 1]] += weight
            found[observable] = {name: weight for name, weight in sums.items() if weight}
        return found


def close(a, b):
    """Equal to the digits that the format carries; not-a-number equals itself."""
    return a == b or (math.isnan(a) and math.isnan(b)) or \
        abs(a - b) <= RELATIVE * max(abs(a), abs(b))


class Comparison:
    """The differences of two networks, a list per kind."""

    def __init__(self, one, other):
        self.one, self.other = one, other
        self.differences = collections.defaultdict(list)
        self.notes = []
        for side, network in (("first", one), ("second", other)):
            for graph in network.repeated:
                self._add("species", f"listed twice in the {side}: {graph}")
        self._species()
        self._reactions()
        self._observables()

    def _add(self, kind, text):
        self.differences[kind].append(text)

    def _graph(self, name):
        """The species as one of the files writes it."""
        return self.one.writing.get(name) or self.other.writing[name]

    def _write(self, sides):
        def side(names):
            return " + ".join(map(self._graph, names)) or "0"
        return f"{side(sides[0])} -> {side(sides[1])}" + \
            ("" if sides[2] == "rate" else f" by {sides[2]}")

    def _species(self):
        for name in sorted(self.one.amounts.keys() | self.other.amounts.keys()):
            mine, theirs = self.one.amounts.get(name), self.other.amounts.get(name)
            if mine is None:
                self._add("species", f"only in the second: {self.other.writing[name]}")
            elif theirs is None:
                self._add("species", f"only in the first: {self.one.writing[name]}")
            elif not close(mine[0], theirs[0]):
                self._add("amounts", f"{self.one.writing[name]}: {mine[0]:.10g} | {theirs[0]:.10g}")
            elif mine[1] != theirs[1]:
                self._add("amounts", f"{self.one.writing[name]}: held fixed in one only")

    def _reactions(self):
        mine, theirs = self.one.reactions(), self.other.reactions()
        for sides in mine.keys() | theirs.keys():
            a, b = mine.get(sides), theirs.get(sides)
            if a is None or b is None:
                where = "second" if a is None else "first"
                if not any(a or b):
                    self.notes.append(f"with rate 0, only in the {where}: {self._write(sides)}")
                else:
                    self._add("reactions", f"only in the {where}: {self._write(sides)} "
                                           f"at {(a or b)[0]:.8g}")
            elif not all(map(close, a, b)):
                x, y = next((x, y) for x, y in zip(a, b) if not close(x, y))
                self._add("rates", f"{self._write(sides)}: {x:.8g} | {y:.8g}")

    def _observables(self):
        mine, theirs = self.one.observables(), self.other.observables()
        for name in sorted(mine.keys() | theirs.keys()):
            if name not in mine or name not in theirs:
                where = "first" if name in mine else "second"
                self._add("observables", f"only in the {where}: {name}")
                continue
            for species in sorted(mine[name].keys() | theirs[name].keys()):
                a, b = mine[name].get(species, 0), theirs[name].get(species, 0)
                if not close(a, b):
                    self._add("observables", f"{name} counts {self._graph(species)}: {a:g} | {b:g}")

    def same(self):
        return not self.differences

    def summary(self):
        """One line: how many differences of each kind."""
        return ", ".join(f"{len(found)} {kind}" for kind, found in self.differences.items())

    def lines(self):
        for kind, found in self.differences.items():
            yield f"{kind}: {len(found)} differ"
            for text in sorted(found, key=lambda text: (len(text), text))[:SHOWN]:
                yield f"  {text}"
        for text in self.notes[:SHOWN]:
            yield f"note: {text}"


def main(arguments):
    if len(arguments) != 2:
        print(__doc__.strip())
        return 2
    try:
        one, other = map(Network, arguments)
        comparison = Comparison(one, other)
    except (OSError, ValueError) as problem:
        print(f"UNREADABLE {problem}")
        return 2
    for network, path in ((one, arguments[0]), (other, arguments[1])):
        print(f"{path}: {len(network.names)} species, {len(network.net.reactions)} reactions, "
              f"{len(network.net.groups)} observables")
    for line in comparison.lines():
        print(line)
    print("SAME" if comparison.same() else f"DIFFERENT: {comparison.summary()}")
    return 0 if comparison.same() else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
