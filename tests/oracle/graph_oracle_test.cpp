// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "oracle/random_model.hpp"
#include "oracle/twin.hpp"
#include "rascade/graph/isomorphism.hpp"

namespace rascade::oracle {
namespace {

using graph::Embedding;
using graph::Fingerprint;
using graph::Matcher;
using graph::SiteGraph;
using graph::SitePattern;

using PlacedSites = std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>;

std::multiset<PlacedSites> as_set(const std::vector<Embedding>& embeddings)
{
  std::multiset<PlacedSites> set;
  for (const Embedding& e : embeddings) set.emplace(e.molecules, e.sites);
  return set;
}

TEST(Oracle, MatcherFindsEveryEmbeddingOnce)
{
  Dice dice(1);
  std::size_t num_found = 0;
  for (int i = 0; i < 3000; ++i) {
    const SiteGraph graph = random_graph(dice, 1 + dice(4));
    const SitePattern pattern = random_site_pattern(dice, 1 + dice(3));
    const auto expected = as_set(twin::embeddings(pattern, graph));
    ASSERT_EQ(as_set(Matcher(pattern).embeddings(graph)), expected) << "case " << i;
    num_found += expected.size();
  }
  EXPECT_GT(num_found, 1500U);
}

TEST(Oracle, MatcherFoundAtEachMoleculeMakesUpWhatItFindsAnywhere)
{
  Dice dice(2);
  for (int i = 0; i < 2000; ++i) {
    const SiteGraph graph = random_graph(dice, 1 + dice(4));
    const Matcher matcher(random_site_pattern(dice, 1 + dice(3)));
    Matcher::Scratch scratch;
    std::vector<std::uint32_t> rows;
    const std::size_t all = matcher.find(graph, scratch, rows);
    const auto of = static_cast<std::uint32_t>(dice(matcher.pattern().molecules.size()));
    std::size_t sum = 0;
    for (std::uint32_t m = 0; m < graph.molecules.size(); ++m) {
      rows.clear();
      const std::size_t here = matcher.find_at(graph, of, m, scratch, rows);
      ASSERT_EQ(rows.size(), here * matcher.row_size());
      for (std::size_t k = 0; k < here; ++k) ASSERT_EQ(rows[k * matcher.row_size() + of], m);
      sum += here;
    }
    ASSERT_EQ(sum, all) << "case " << i;
  }
}

/// Pairs of which many are nearly the same: a graph, and a shuffled copy changed in one place.
SiteGraph near_copy(const SiteGraph& graph, Dice& dice)
{
  SiteGraph copy = shuffled(graph, dice);
  const auto site = static_cast<std::uint32_t>(dice(copy.sites.size()));
  switch (dice(4)) {
    case 0:
      break;
    case 1:
      copy.sites[site].state = 1 - copy.sites[site].state;
      break;
    case 2:
      copy.remove_bond(site);
      break;
    default:  // two bonds exchange partners
      for (std::uint32_t other = 0; other < copy.sites.size(); ++other) {
        const std::uint32_t a = copy.sites[site].partner;
        const std::uint32_t b = copy.sites[other].partner;
        if (a == SiteGraph::unbound || b == SiteGraph::unbound || other == site || other == a) {
          continue;
        }
        copy.remove_bond(site);
        copy.remove_bond(other);
        copy.add_bond(site, other);
        copy.add_bond(a, b);
        break;
      }
  }
  return copy;
}

TEST(Oracle, IsomorphismAndCanonicalFormAgreeWithTrialOfEveryRenumbering)
{
  Dice dice(3);
  graph::IsomorphismTest test;
  std::size_t num_equal = 0;
  for (int i = 0; i < 3000; ++i) {
    const SiteGraph a = random_graph(dice, 1 + dice(4));
    const SiteGraph b = near_copy(a, dice);
    const bool expected = twin::is_isomorphic(a, b);
    Fingerprint print_a, print_b;
    test.fingerprint(a, print_a);
    test.fingerprint(b, print_b);
    ASSERT_EQ(test.is_isomorphic(a, print_a.colours, b, print_b.colours), expected) << "case " << i;
    ASSERT_EQ(graph::canonical(a) == graph::canonical(b), expected) << "case " << i;
    ASSERT_TRUE(!expected || print_a.whole == print_b.whole) << "case " << i;
    num_equal += expected ? 1 : 0;
  }
  EXPECT_GT(num_equal, 500U);
  EXPECT_LT(num_equal, 2500U);
}

TEST(Oracle, CanonicalFormIsOneOfTheGraphsOwn)
{
  Dice dice(4);
  for (int i = 0; i < 1000; ++i) {
    const SiteGraph graph = random_graph(dice, 1 + dice(4));
    const SiteGraph form = graph::canonical(graph);
    ASSERT_TRUE(twin::is_isomorphic(graph, form)) << "case " << i;
    ASSERT_EQ(graph::canonical(form), form) << "case " << i;
    ASSERT_EQ(graph::canonical(shuffled(graph, dice)), form) << "case " << i;
  }
}

}  // namespace
}  // namespace rascade::oracle
