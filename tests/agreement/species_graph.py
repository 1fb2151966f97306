# SPDX-License-Identifier: MIT
"""Gives a species one name, however its molecules, sites and bonds were numbered.

A species is a graph: its molecules and their bound sites are nodes, memberships and bonds edges.
Colours are refined until they are stable; where they leave equals, each of them is tried and the
least name wins. Equals that an automorphism maps onto a tried one are skipped (McKay and Piperno
2014); in a graph without cycles all equals are such.
"""
import re

_MOLECULE = re.compile(r"([A-Za-z_]\w*)(?:%\w+)?(?:@(\w+))?(?:%\w+)?(?:\(([^()]*)\))?"
                       r"(?:%\w+)?(?:@(\w+))?(?:%\w+)?")
_HOME = re.compile(r"^\s*@(\w+)::?")


def canonical_name(text):
    """The name that every writing of this species shares; raises ValueError if it is no species."""
    labels, neighbours = _graph(text)
    order = _Search(labels, neighbours).least()[1]
    place = {node: index for index, node in enumerate(order)}
    nodes = ["".join(map(str, labels[node])) for node in order]
    ends = ((place[a], place[b]) for a in order for b in neighbours[a])
    edges = sorted((a, b) for a, b in ends if a < b)
    return ";".join(nodes) + "|" + ",".join(f"{a}-{b}" for a, b in edges)


def _graph(text):
    """Node labels and adjacency; unbound sites belong to their molecule's label."""
    home = _HOME.match(text)
    body, place = (text[home.end():], home.group(1)) if home else (text, "")
    labels, neighbours, ends = [], [], {}
    for name, inner, sites in _molecules(body.strip(), place):
        molecule = len(labels)
        labels.append(None)
        neighbours.append([])
        free = []
        for site in sites:
            state_of, *bonds = site.split("!")
            if not bonds:
                free.append(state_of)
                continue
            labels.append(("s", state_of, len(bonds)))
            neighbours.append([molecule])
            neighbours[molecule].append(len(labels) - 1)
            for bond in bonds:
                ends.setdefault(bond, []).append(len(labels) - 1)
        labels[molecule] = ("m", name, inner, tuple(sorted(free)))
    for bond, nodes in ends.items():
        if len(nodes) != 2:
            raise ValueError(f"bond {bond} has {len(nodes)} ends in {text}")
        neighbours[nodes[0]].append(nodes[1])
        neighbours[nodes[1]].append(nodes[0])
    return labels, neighbours


def _molecules(body, home):
    at = 0
    while True:
        found = _MOLECULE.match(body, at)
        if not found:
            raise ValueError(f"not a species: {body}")
        sites = [s.strip() for s in (found.group(3) or "").split(",") if s.strip()]
        yield found.group(1), found.group(2) or found.group(4) or home, sites
        at = found.end()
        if at == len(body):
            return
        if body[at] != ".":
            raise ValueError(f"not a species: {body}")
        at += 1


class _Search:
    """Looks for the least leaf of the individualise-and-refine tree."""

    def __init__(self, labels, neighbours):
        self.neighbours = neighbours
        ranks = {label: rank for rank, label in enumerate(sorted(set(labels)))}
        self.start = [ranks[label] for label in labels]
        self.is_forest = sum(map(len, neighbours)) // 2 == len(labels) - self._parts()

    def _parts(self):
        """How many connected parts the graph has."""
        unseen, parts = set(range(len(self.neighbours))), 0
        while unseen:
            parts += 1
            queue = [unseen.pop()]
            while queue:
                near = unseen.intersection(self.neighbours[queue.pop()])
                unseen -= near
                queue += near
        return parts

    def least(self):
        return self._least(self._refine(self.start))

    def _refine(self, colours):
        classes = len(set(colours))
        while True:
            seen = [(colour, tuple(sorted(colours[near] for near in self.neighbours[node])))
                    for node, colour in enumerate(colours)]
            ranks = {mark: rank for rank, mark in enumerate(sorted(set(seen)))}
            colours = [ranks[mark] for mark in seen]
            if len(ranks) == classes:
                return colours
            classes = len(ranks)

    def _first_tie(self, colours):
        cells = {}
        for node, colour in enumerate(colours):
            cells.setdefault(colour, []).append(node)
        ties = [(len(cell), colour) for colour, cell in cells.items() if len(cell) > 1]
        return cells[min(ties)[1]] if ties else None

    def _single_out(self, colours, node):
        apart = [2 * c + 1 for c in colours]
        apart[node] -= 1
        return self._refine(apart)

    def _leaf(self, colours):
        order = sorted(range(len(colours)), key=colours.__getitem__)
        place = {node: index for index, node in enumerate(order)}
        edges = tuple(tuple(sorted(place[n] for n in self.neighbours[node])) for node in order)
        return tuple(self.start[node] for node in order), edges

    def _greedy(self, colours):
        while tie := self._first_tie(colours):
            colours = self._single_out(colours, tie[0])
        return self._leaf(colours), sorted(range(len(colours)), key=colours.__getitem__)

    def _least(self, colours):
        tie = self._first_tie(colours)
        if not tie or self.is_forest:
            return self._greedy(colours)
        same = list(range(len(colours)))  # orbits under the automorphisms found at this level

        def root(node):
            while same[node] != node:
                node = same[node]
            return node

        branch = self._single_out(colours, tie[0])
        first_leaf, first_order = self._greedy(branch)
        best = self._least(branch)
        tried = [tie[0]]
        for node in tie[1:]:
            if any(root(node) == root(other) for other in tried):
                continue
            branch = self._single_out(colours, node)
            leaf, order = self._greedy(branch)
            if leaf == first_leaf:
                for a, b in zip(first_order, order):
                    same[root(a)] = root(b)
                continue
            tried.append(node)
            best = min(best, self._least(branch))
        return best
