#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests of the comparison of networks: what numbering hides is equal, what differs is found."""
import pathlib
import tempfile
import unittest

from compare_networks import Comparison, Network
from runner import network_only
from species_graph import canonical_name

NET = """begin parameters
  1 k 2*3
  2 half k/2
end parameters
begin functions
  1 f() k*A_total/(1+A_total)
end functions
begin species
  1 A(b,b) 10
  2 $B(a~u) 5
  3 A(b!1,b).B(a~u!1) 0
  4 A(b!1,b!2).B(a~u!1).B(a~u!2) 0
end species
begin reactions
  1 1,2 3 2*k #bind
  2 3 1,2 half #part
  3 2,3 4 f #bind
end reactions
begin groups
  1 A_total 1,3,4
  2 Bound 3,2*4
end groups
"""

RENUMBERED = """begin parameters
  1 double 12
end parameters
begin functions
  1 g() 6*A_total/(1+A_total)
end functions
begin species
  1 B(a~u!7).A(b,b!7) 0
  2 A(b,b) 1e1
  3 B(a~u!2).B(a~u!9).A(b!9,b!2) 0
  4 $B(a~u) 5
end species
begin reactions
  1 1 4,2 1
  2 4,2 1 double
  3 1 2,4 2 #adds up with the first
  4 1,4 3 g
end reactions
begin groups
  1 Bound 1,2*3
  2 A_total 3,2,1
end groups
"""


def compare(one, other):
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder, name) for name in ("one.net", "other.net")]
        for path, text in zip(paths, (one, other)):
            path.write_text(text)
        return Comparison(*map(Network, paths))


class SpeciesNames(unittest.TestCase):
    def test_order_and_bond_numbers_do_not_matter(self):
        self.assertEqual(canonical_name("A(x!1,y~p).B(z!1)"), canonical_name("B(z!4).A(y~p,x!4)"))

    def test_compartment_of_the_species_is_that_of_its_molecules(self):
        self.assertEqual(canonical_name("@C::A(x!1).B(z!1)"), canonical_name("A(x!1)@C.B(z!1)@C"))
        self.assertNotEqual(canonical_name("@C::A(x)"), canonical_name("@D::A(x)"))

    def test_rings_of_equal_molecules_are_told_apart_by_their_lengths(self):
        def rings(*sizes):
            sites, start = [], 0
            for size in sizes:
                sites += [f"A(x!{start + i},x!{start + (i + 1) % size})" for i in range(size)]
                start += size
            return canonical_name(".".join(sites))
        self.assertNotEqual(rings(6), rings(3, 3))
        self.assertEqual(rings(2, 4), rings(4, 2))

    def test_bound_partners_of_equal_sites_are_told_apart(self):
        self.assertNotEqual(canonical_name("A(x!1,y~p).A(x!1,y~u).B()"),
                            canonical_name("A(x!1,y~p).A(x!1,y~p).B()"))

    def test_a_dangling_bond_is_no_species(self):
        with self.assertRaises(ValueError):
            canonical_name("A(x!1)")


class Networks(unittest.TestCase):
    def test_renumbered_network_with_split_reaction_is_the_same(self):
        self.assertTrue(compare(NET, RENUMBERED).same())

    def test_each_kind_of_difference_is_found(self):
        for kind, old, new in (("amounts", "A(b,b) 10", "A(b,b) 11"),
                               ("amounts", "$B(a~u)", "B(a~u)"),
                               ("species", "4 A(b!1,b!2).B(a~u!1).B(a~u!2)", "4 C()"),
                               ("rates", "2*k #bind", "k #bind"),
                               ("rates", "k*A_total", "k*A_total^2"),
                               ("reactions", "3 2,3 4", "3 1,3 4"),
                               ("observables", "3,2*4", "3,4"),
                               ("observables", "Bound", "Unbound")):
            with self.subTest(new):
                self.assertIn(kind, compare(NET, NET.replace(old, new)).differences)

    def test_a_species_listed_twice_is_found(self):
        twice = NET.replace("end species", "  5 B(a~u!1).A(b,b!1) 0\nend species")
        self.assertIn("species", compare(NET, twice).differences)

    def test_a_missing_reaction_of_rate_zero_is_only_noted(self):
        comparison = compare(NET, NET.replace("end reactions", "  4 4 2,3 0*k\nend reactions"))
        self.assertTrue(comparison.same())
        self.assertEqual(len(comparison.notes), 1)

    def test_reactions_whose_parameter_is_zero_count(self):
        zero = NET.replace("1 k 2*3", "1 k 0")
        self.assertIn("rates", compare(zero, zero.replace("2*k #bind", "k #bind")).differences)

    def test_formulas(self):
        for text, value in (("-2^2", -4), ("2^3^2", 512), ("7-2-1", 4), ("1<2 && !(3==4)", 1),
                            ("if(k>1,half,_pi)", 3), ("2e-1*.5", 0.1), ("max(1,k,2)", 6),
                            ("tfun([0,2],[0,10],half/2)", 7.5), ("half()", 3),
                            ("tfun([0,2],[4,10],half/2,method=>\"step\")", 4)):
            with self.subTest(text):
                formulas = NET.replace("begin functions", f"begin functions\n  0 tested() {text}")
                formulas = formulas.replace("$B(a~u) 5", "$B(a~u) tested")
                other = NET.replace("$B(a~u) 5", f"$B(a~u) {value}")
                self.assertTrue(compare(formulas, other).same())

    def test_saturating_laws_are_compared_by_their_constants(self):
        law = NET.replace("half #part", "Sat half k")
        self.assertTrue(compare(law, law.replace("Sat half k", "Sat 3 6")).same())
        self.assertFalse(compare(law, law.replace("Sat half k", "Sat 3 7")).same())


class NetworkOnly(unittest.TestCase):
    def test_only_the_generation_is_left_with_its_options(self):
        text = network_only("begin model\nbegin parameters\nk 1\nend parameters\nend model\n"
                            "setOption(\"NumberPerQuantityUnit\",6e23)\n"
                            "generate_network({max_iter=>3,overwrite=>0,max_stoich=>{A=>2,B=>1}})\n"
                            "simulate({method=>\"ode\"})\n")
        self.assertIn("generate_network({max_iter=>3,max_stoich=>{A=>2,B=>1},overwrite=>1})", text)
        self.assertIn("setOption", text)
        self.assertNotIn("simulate", text)

    def test_an_actions_block_is_dropped(self):
        text = network_only("begin model\nend model\nbegin actions\nsimulate({})\nend actions\n")
        self.assertNotIn("actions", text)
        self.assertTrue(text.endswith("generate_network({overwrite=>1})\n"))


if __name__ == "__main__":
    unittest.main()
