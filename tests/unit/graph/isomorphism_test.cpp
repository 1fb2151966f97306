// SPDX-License-Identifier: MIT
#include "rascade/graph/isomorphism.hpp"

#include <gtest/gtest.h>

namespace rascade::graph {
namespace {

/// A ring of molecules of one type, each with two interchangeable sites and one that carries a state.
SiteGraph ring(const std::vector<std::int32_t>& states)
{
  SiteGraph graph;
  const auto n = static_cast<std::uint32_t>(states.size());
  for (std::uint32_t m = 0; m < n; ++m) {
    graph.molecules.push_back({0, 3 * m, 3});
    for (std::uint32_t s = 0; s < 2; ++s) graph.sites.push_back({0, -1, m, SiteGraph::unbound});
    graph.sites.push_back({1, states[m], m, SiteGraph::unbound});
  }
  for (std::uint32_t m = 0; m < n; ++m) graph.add_bond(3 * m, 3 * ((m + 1) % n) + 1);
  return graph;
}

bool is_isomorphic(const SiteGraph& a, const SiteGraph& b)
{
  IsomorphismTest test;
  Fingerprint print_a, print_b;
  test.fingerprint(a, print_a);
  test.fingerprint(b, print_b);
  return test.is_isomorphic(a, print_a.colours, b, print_b.colours);
}

TEST(IsomorphismTest, SeesThroughTurnsAndMirrorsOfARing)
{
  EXPECT_TRUE(is_isomorphic(ring({0, 1, 2, 2, 1, 0}), ring({1, 2, 2, 1, 0, 0})));
  EXPECT_TRUE(is_isomorphic(ring({0, 1, 2, 0, 0, 3}), ring({3, 0, 0, 2, 1, 0})));
  EXPECT_FALSE(is_isomorphic(ring({0, 1, 2, 0, 0, 3}), ring({0, 2, 1, 0, 0, 3})));
  EXPECT_FALSE(is_isomorphic(ring({0, 0, 0}), ring({0, 0, 0, 0})));
}

/// Every molecule of both has the same surroundings at any depth: no fingerprint tells them apart.
TEST(IsomorphismTest, TellsTwoRingsFromOneThatLooksTheSameFromWithin)
{
  SiteGraph two_triangles = ring({0, 0, 0});
  two_triangles.append(ring({0, 0, 0}));
  EXPECT_FALSE(is_isomorphic(two_triangles, ring({0, 0, 0, 0, 0, 0})));
  SiteGraph again = ring({0, 0, 0});
  again.append(ring({0, 0, 0}));
  EXPECT_TRUE(is_isomorphic(two_triangles, again));
}

TEST(IsomorphismTest, TellsPlacesApart)
{
  SiteGraph here = ring({0, 0});
  SiteGraph there = here;
  there.molecules[0].place = 2;
  EXPECT_FALSE(is_isomorphic(here, there));
  here.molecules[1].place = 2;
  EXPECT_TRUE(is_isomorphic(here, there));
}

}  // namespace
}  // namespace rascade::graph
