// SPDX-License-Identifier: MIT
#include "rascade/graph/canonical_order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <random>
#include <utility>

namespace rascade::graph {
namespace {

using Bits = std::independent_bits_engine<std::mt19937, 32, std::uint32_t>;

using Place = std::vector<std::uint32_t>;

/// What two graphs share if and only if they are isomorphic.
using Certificate = std::pair<std::vector<std::uint32_t>, std::vector<PlacedEdge>>;

Certificate certificate(const LabelledGraph& graph, const Place& place)
{
  std::vector<std::uint32_t> colours(graph.num_nodes());
  for (std::size_t v = 0; v < place.size(); ++v) colours[place[v]] = graph.colour[v];
  return {std::move(colours), placed_edges(graph, place)};
}

Certificate certificate(const LabelledGraph& graph)
{
  return certificate(graph, canonical_order(graph).place);
}

/// The slow twin: the least of all n! certificates, and how many permutations reach it.
std::pair<Certificate, double> least_certificate(const LabelledGraph& graph)
{
  Place place(graph.num_nodes());
  std::iota(place.begin(), place.end(), 0U);
  Certificate least = certificate(graph, place);
  double count = 0.0;
  do {
    Certificate now = certificate(graph, place);
    if (now < least) {
      least = std::move(now);
      count = 1.0;
    } else if (now == least) {
      count += 1.0;
    }
  } while (std::next_permutation(place.begin(), place.end()));
  return {std::move(least), count};
}

LabelledGraph random_graph(Bits& bits, std::uint32_t num_nodes)
{
  LabelledGraph graph{std::vector<std::uint32_t>(num_nodes), {}};
  const std::uint32_t num_colours = 1 + bits() % 2;
  const std::uint32_t num_labels = 1 + bits() % 2;
  for (std::uint32_t& colour : graph.colour) colour = bits() % num_colours;
  const std::size_t num_edges = bits() % (num_nodes + 3);
  for (std::size_t e = 0; e < num_edges; ++e) {
    const std::uint32_t a = bits() % num_nodes, b = bits() % num_nodes;
    graph.edges.push_back({a, b, bits() % num_labels, bits() % num_labels});
  }
  return graph;
}

LabelledGraph relabelled(const LabelledGraph& graph, const Place& to, Bits& bits)
{
  LabelledGraph result{std::vector<std::uint32_t>(graph.num_nodes()), {}};
  for (std::size_t v = 0; v < to.size(); ++v) result.colour[to[v]] = graph.colour[v];
  for (const LabelledGraph::Edge& e : graph.edges) {
    result.edges.push_back({to[e.a], to[e.b], e.label_a, e.label_b});
    if (bits() % 2 == 0) result.edges.back() = {to[e.b], to[e.a], e.label_b, e.label_a};
  }
  std::shuffle(result.edges.begin(), result.edges.end(), bits);
  return result;
}

/// The graph on n nodes of one colour that joins v < w where `is_joined(v, w)`.
template <class Joined>
LabelledGraph make_graph(std::uint32_t n, Joined is_joined)
{
  LabelledGraph graph{std::vector<std::uint32_t>(n, 0), {}};
  for (std::uint32_t v = 0; v < n; ++v) {
    for (std::uint32_t w = v + 1; w < n; ++w) {
      if (is_joined(v, w)) graph.edges.push_back({v, w, 0, 0});
    }
  }
  return graph;
}

TEST(CanonicalOrder, SortsColours)
{
  const LabelledGraph graph{{7, 3, 5, 3}, {}};
  const Place place = canonical_order(graph).place;
  EXPECT_EQ(place[0], 3U);
  EXPECT_EQ(place[2], 2U);
  EXPECT_LT(place[1] + place[3], 2U);
}

TEST(CanonicalOrder, OfTheEmptyGraphIsEmpty)
{
  EXPECT_TRUE(canonical_order({}).place.empty());
  EXPECT_EQ(canonical_order({}).num_automorphisms, 1.0);
}

TEST(CanonicalOrder, DoesNotDependOnHowTheGraphIsWritten)
{
  Bits bits(1);
  for (int i = 0; i < 2000; ++i) {
    const std::uint32_t n = 1 + bits() % 12;
    const LabelledGraph graph = random_graph(bits, n);
    Place to(n);
    std::iota(to.begin(), to.end(), 0U);
    std::shuffle(to.begin(), to.end(), bits);
    EXPECT_EQ(certificate(graph), certificate(relabelled(graph, to, bits)));
  }
}

TEST(CanonicalOrder, TellsGraphsApartAsAllPermutationsDo)
{
  Bits bits(2);
  for (std::uint32_t n = 1; n <= 5; ++n) {
    std::vector<std::pair<Certificate, Certificate>> both;
    for (int i = 0; i < 60; ++i) {
      const LabelledGraph graph = random_graph(bits, n);
      both.emplace_back(certificate(graph), least_certificate(graph).first);
    }
    for (const auto& a : both) {
      for (const auto& b : both) EXPECT_EQ(a.first == b.first, a.second == b.second);
    }
  }
}

TEST(CanonicalOrder, CountsAutomorphismsAsAllPermutationsDo)
{
  Bits bits(3);
  for (std::uint32_t n = 1; n <= 7; ++n) {
    for (int i = 0; i < (n < 7 ? 60 : 10); ++i) {
      const LabelledGraph graph = random_graph(bits, n);
      EXPECT_EQ(canonical_order(graph).num_automorphisms, least_certificate(graph).second);
    }
  }
}

TEST(CanonicalOrder, CountsAutomorphismsOfKnownGraphs)
{
  const LabelledGraph star = make_graph(21, [](std::uint32_t v, std::uint32_t) { return v == 0; });
  EXPECT_EQ(canonical_order(star).num_automorphisms, 2432902008176640000.0);  // 20!
  const LabelledGraph ring = make_graph(
      30, [](std::uint32_t v, std::uint32_t w) { return w == v + 1 || (v == 0 && w == 29); });
  EXPECT_EQ(canonical_order(ring).num_automorphisms, 60.0);
  const LabelledGraph cube = make_graph(8, [](std::uint32_t v, std::uint32_t w) {
    const std::uint32_t d = v ^ w;
    return (d & (d - 1)) == 0;
  });
  EXPECT_EQ(canonical_order(cube).num_automorphisms, 48.0);
  // Petersen: pairs out of five, joined if disjoint; its automorphisms are those of the five.
  const std::vector<std::uint32_t> pairs = {3, 5, 9, 17, 6, 10, 18, 12, 20, 24};
  const LabelledGraph petersen = make_graph(
      10, [&](std::uint32_t v, std::uint32_t w) { return (pairs[v] & pairs[w]) == 0; });
  EXPECT_EQ(canonical_order(petersen).num_automorphisms, 120.0);
}

TEST(CanonicalOrder, TellsApartWhatRefinementAloneCannot)
{
  // Two strongly regular graphs on a 4 x 4 torus with the same parameters (16, 6, 2, 2): the rook's
  // graph joins equal rows or columns, the Shrikhande graph steps by (1,0), (0,1) and (1,1).
  const auto row = [](std::uint32_t v) { return v / 4; };
  const auto column = [](std::uint32_t v) { return v % 4; };
  const LabelledGraph rook = make_graph(16, [&](std::uint32_t v, std::uint32_t w) {
    return row(v) == row(w) || column(v) == column(w);
  });
  const LabelledGraph shrikhande = make_graph(16, [&](std::uint32_t v, std::uint32_t w) {
    const std::uint32_t dr = (row(w) + 4 - row(v)) % 4, dc = (column(w) + 4 - column(v)) % 4;
    const bool is_straight = (dr == 0 && dc % 2 == 1) || (dc == 0 && dr % 2 == 1);
    return is_straight || (dr == dc && dr % 2 == 1);
  });
  EXPECT_NE(certificate(rook), certificate(shrikhande));
  EXPECT_EQ(canonical_order(rook).num_automorphisms, 1152.0);  // 2 (4!)^2
  EXPECT_EQ(canonical_order(shrikhande).num_automorphisms, 192.0);
}

TEST(CanonicalOrder, MindsLabelsOfBothEnds)
{
  const LabelledGraph head_to_tail{{0, 0}, {{0, 1, 1, 2}, {0, 1, 2, 1}}};
  const LabelledGraph head_to_head{{0, 0}, {{0, 1, 1, 1}, {0, 1, 2, 2}}};
  const LabelledGraph one_way{{0, 0}, {{0, 1, 1, 2}, {0, 1, 1, 2}}};
  EXPECT_NE(certificate(head_to_tail), certificate(head_to_head));
  EXPECT_NE(certificate(head_to_tail), certificate(one_way));
  EXPECT_EQ(canonical_order(head_to_tail).num_automorphisms, 2.0);
  EXPECT_EQ(canonical_order(one_way).num_automorphisms, 1.0);
}

}  // namespace
}  // namespace rascade::graph
