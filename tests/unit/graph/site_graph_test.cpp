// SPDX-License-Identifier: MIT
#include "rascade/graph/site_graph.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace rascade::graph {
namespace {

using Bits = std::independent_bits_engine<std::mt19937, 32, std::uint32_t>;

/// Molecules of one type with three interchangeable sites and a fourth of its own kind and state.
SiteGraph make_molecules(const std::vector<std::int32_t>& states)
{
  SiteGraph graph;
  for (const std::int32_t state : states) {
    const auto m = static_cast<std::uint32_t>(graph.molecules.size());
    graph.molecules.push_back({0, 4 * m, 4});
    for (std::uint32_t i = 0; i < 3; ++i) graph.sites.push_back({0, -1, m, SiteGraph::unbound});
    graph.sites.push_back({1, state, m, SiteGraph::unbound});
  }
  return graph;
}

SiteGraph random_site_graph(Bits& bits, std::uint32_t num_molecules)
{
  std::vector<std::int32_t> states;
  for (std::uint32_t m = 0; m < num_molecules; ++m) {
    states.push_back(static_cast<std::int32_t>(bits() % 2));
  }
  SiteGraph graph = make_molecules(states);
  for (std::uint32_t k = 0; k < 3 * num_molecules; ++k) {
    const std::uint32_t a = bits() % (4 * num_molecules), b = bits() % (4 * num_molecules);
    const bool is_free = graph.sites[a].partner == SiteGraph::unbound &&
                         graph.sites[b].partner == SiteGraph::unbound;
    if (a != b && is_free) graph.add_bond(a, b);
  }
  return graph;
}

/// The same graph with molecules and interchangeable sites in another order.
SiteGraph shuffled(const SiteGraph& graph, Bits& bits)
{
  std::vector<std::uint32_t> order(graph.molecules.size());
  std::iota(order.begin(), order.end(), 0U);
  std::shuffle(order.begin(), order.end(), bits);
  SiteGraph result;
  std::vector<std::uint32_t> new_site(graph.sites.size());
  for (const std::uint32_t m : order) {
    std::vector<std::uint32_t> sites = {0, 1, 2};
    std::shuffle(sites.begin(), sites.end(), bits);
    sites.push_back(3);
    const auto now = static_cast<std::uint32_t>(result.molecules.size());
    result.molecules.push_back({0, 4 * now, 4});
    for (const std::uint32_t s : sites) {
      new_site[4 * m + s] = static_cast<std::uint32_t>(result.sites.size());
      result.sites.push_back(graph.sites[4 * m + s]);
      result.sites.back().molecule = now;
    }
  }
  for (SiteGraph::Site& site : result.sites) {
    if (site.partner != SiteGraph::unbound) site.partner = new_site[site.partner];
  }
  return result;
}

TEST(SiteGraph, CanonicalFormDoesNotDependOnOrder)
{
  Bits bits(4);
  for (int i = 0; i < 3000; ++i) {
    const SiteGraph graph = random_site_graph(bits, 1 + bits() % 6);
    const SiteGraph other = shuffled(graph, bits);
    EXPECT_EQ(canonical(graph), canonical(other));
    EXPECT_EQ(canonical(canonical(graph)), canonical(graph));
  }
}

TEST(SiteGraph, CanonicalFormKeepsBondsBothWays)
{
  Bits bits(5);
  for (int i = 0; i < 300; ++i) {
    const SiteGraph graph = canonical(random_site_graph(bits, 1 + bits() % 6));
    for (std::uint32_t s = 0; s < graph.sites.size(); ++s) {
      const std::uint32_t partner = graph.sites[s].partner;
      if (partner == SiteGraph::unbound) continue;
      EXPECT_EQ(graph.sites[partner].partner, s);
    }
  }
}

TEST(SiteGraph, CanonicalFormTellsStatesAndBondsApart)
{
  SiteGraph chain = make_molecules({0, 0, 1});
  chain.add_bond(0, 4);
  chain.add_bond(5, 8);  // the changed molecule stands at an end
  SiteGraph other = make_molecules({0, 1, 0});
  other.add_bond(0, 4);
  other.add_bond(5, 8);  // … or in the middle
  EXPECT_NE(canonical(chain), canonical(other));
  SiteGraph ring = chain;
  ring.add_bond(1, 9);
  EXPECT_NE(canonical(chain), canonical(ring));
}

TEST(SiteGraph, DoubleBondsOfInterchangeableSitesMayCross)
{
  SiteGraph straight = make_molecules({0, 0}), crossed = make_molecules({0, 0});
  straight.add_bond(0, 4);
  straight.add_bond(1, 5);
  crossed.add_bond(0, 5);
  crossed.add_bond(1, 4);
  EXPECT_EQ(canonical(straight), canonical(crossed));
}

}  // namespace
}  // namespace rascade::graph
