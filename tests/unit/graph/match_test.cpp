// SPDX-License-Identifier: MIT
#include "rascade/graph/match.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <utility>

namespace rascade::graph {
namespace {

using Bits = std::independent_bits_engine<std::mt19937, 32, std::uint32_t>;

using Link = SitePattern::Link;

/// Molecules of type 0 with interchangeable sites of kind 0, states 0 or 1.
SiteGraph random_graph(Bits& bits, std::uint32_t num_molecules, std::uint32_t num_sites)
{
  SiteGraph graph;
  for (std::uint32_t m = 0; m < num_molecules; ++m) {
    graph.molecules.push_back({0, m * num_sites, num_sites});
    for (std::uint32_t i = 0; i < num_sites; ++i) {
      graph.sites.push_back({0, static_cast<std::int32_t>(bits() % 2), m, SiteGraph::unbound});
    }
  }
  for (std::uint32_t k = 0; k < 2 * num_molecules; ++k) {
    const auto a = static_cast<std::uint32_t>(bits() % graph.sites.size());
    const auto b = static_cast<std::uint32_t>(bits() % graph.sites.size());
    const bool is_free = graph.sites[a].partner == SiteGraph::unbound &&
                         graph.sites[b].partner == SiteGraph::unbound;
    if (a != b && is_free) graph.add_bond(a, b);
  }
  return graph;
}

SitePattern random_pattern(Bits& bits, std::uint32_t num_molecules)
{
  SitePattern pattern;
  for (std::uint32_t m = 0; m < num_molecules; ++m) {
    const std::uint32_t num_sites = bits() % 3;
    pattern.molecules.push_back(
        {0, static_cast<std::uint32_t>(pattern.sites.size()), num_sites});
    for (std::uint32_t i = 0; i < num_sites; ++i) {
      const Link link = std::vector{Link::unbound, Link::any_bond, Link::either}[bits() % 3];
      pattern.sites.push_back(
          {0, static_cast<std::int32_t>(bits() % 3) - 1, link, m, SiteGraph::unbound});
    }
  }
  for (std::uint32_t k = 0; k + 1 < pattern.sites.size(); ++k) {
    SitePattern::Site& a = pattern.sites[k];
    SitePattern::Site& b = pattern.sites[k + 1];
    if (a.link == Link::bound || bits() % 2 == 0) continue;
    a.link = b.link = Link::bound;
    a.partner = k + 1;
    b.partner = k;
  }
  return pattern;
}

bool is_embedding(const SitePattern& pattern, const SiteGraph& graph,
                  const std::vector<std::uint32_t>& image)
{
  for (std::size_t s = 0; s < image.size(); ++s) {
    const SitePattern::Site& wanted = pattern.sites[s];
    const SiteGraph::Site& target = graph.sites[image[s]];
    const bool is_bound = target.partner != SiteGraph::unbound;
    if (wanted.state >= 0 && wanted.state != target.state) return false;
    if (wanted.link == Link::unbound && is_bound) return false;
    if (wanted.link == Link::any_bond && !is_bound) return false;
    if (wanted.link == Link::bound && target.partner != image[wanted.partner]) return false;
  }
  return true;
}

/// The slow twin: every injective choice of molecules and of sites within them, judged at the end.
std::size_t count_by_trial(const SitePattern& pattern, const SiteGraph& graph,
                           std::vector<std::uint32_t> molecules = {},
                           std::vector<std::uint32_t> sites = {})
{
  std::size_t count = 0;
  const auto is_used = [](const std::vector<std::uint32_t>& in, std::uint32_t x) {
    return std::find(in.begin(), in.end(), x) != in.end();
  };
  if (molecules.size() < pattern.molecules.size()) {
    for (std::uint32_t m = 0; m < graph.molecules.size(); ++m) {
      if (is_used(molecules, m)) continue;
      std::vector<std::uint32_t> next = molecules;
      next.push_back(m);
      count += count_by_trial(pattern, graph, std::move(next), sites);
    }
    return count;
  }
  if (sites.size() == pattern.sites.size()) return is_embedding(pattern, graph, sites) ? 1 : 0;
  const std::uint32_t owner = molecules[pattern.sites[sites.size()].molecule];
  for (std::uint32_t s = 0; s < graph.sites.size(); ++s) {
    if (graph.sites[s].molecule != owner || is_used(sites, s)) continue;
    std::vector<std::uint32_t> next = sites;
    next.push_back(s);
    count += count_by_trial(pattern, graph, molecules, std::move(next));
  }
  return count;
}

TEST(Matcher, FindsWhatTrialOfEveryChoiceFinds)
{
  Bits bits(6);
  std::size_t num_found = 0;
  for (int i = 0; i < 1500; ++i) {
    const SiteGraph graph = random_graph(bits, 1 + bits() % 4, 3);
    const SitePattern pattern = random_pattern(bits, 1 + bits() % 3);
    const std::vector<Embedding> found = Matcher(pattern).embeddings(graph);
    EXPECT_EQ(found.size(), count_by_trial(pattern, graph));
    for (const Embedding& e : found) EXPECT_TRUE(is_embedding(pattern, graph, e.sites));
    num_found += found.size();
  }
  EXPECT_GT(num_found, 1000U);  // or the test would show nothing
}

TEST(Matcher, EmptyPatternLiesInEveryGraphOnce)
{
  Bits bits(7);
  EXPECT_EQ(Matcher(SitePattern{}).embeddings(random_graph(bits, 2, 3)).size(), 1U);
}

TEST(Matcher, TellsTypesApart)
{
  const SiteGraph graph{{{0, 0, 0}, {1, 0, 0}, {1, 0, 0}}, {}};
  EXPECT_EQ(Matcher({{{1, 0, 0}}, {}}).embeddings(graph).size(), 2U);
  EXPECT_EQ(Matcher({{{2, 0, 0}}, {}}).embeddings(graph).size(), 0U);
}

}  // namespace
}  // namespace rascade::graph
