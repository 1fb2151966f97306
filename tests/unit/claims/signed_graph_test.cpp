// SPDX-License-Identifier: MIT
#include "rascade/claims/signed_graph.hpp"

#include <gtest/gtest.h>

#include <array>

namespace rascade::claims {
namespace {

SignedGraph graph_of(std::size_t n, const std::vector<std::array<int, 3>>& edges)
{
  SignedGraph graph;
  graph.edges.resize(n);
  for (const auto& [from, to, sign] : edges) {
    graph.join(static_cast<std::size_t>(from), static_cast<std::size_t>(to), sign);
  }
  return graph;
}

TEST(ShortestPath, CountsTheStepFromTheChangeAndNoneToTheReadout)
{
  const SignedGraph chain = graph_of(3, {{0, 1, 1}, {1, 2, 1}});
  EXPECT_EQ(shortest_path({&chain, {{0, 1}}, {{0, 1}}, {}}), 1U);
  EXPECT_EQ(shortest_path({&chain, {{0, 1}}, {{1, 1}}, {}}), 2U);
  EXPECT_EQ(shortest_path({&chain, {{0, 1}}, {{2, 1}}, {}}), 3U);
  EXPECT_EQ(shortest_path({&chain, {{2, 1}}, {{0, 1}}, {}}), std::nullopt);
  EXPECT_EQ(shortest_path({&chain, {}, {{2, 1}}, {1}}), 1U);
}

TEST(SignsOfPaths, MultipliesTheSignsAlongTheWay)
{
  const SignedGraph chain = graph_of(3, {{0, 1, -1}, {1, 2, -1}});
  const PathQuestion question{&chain, {{0, -1}}, {{2, 1}}, {}};
  EXPECT_EQ(signs_of_paths(question, -1), PathSigns::all_as_expected);
  EXPECT_EQ(signs_of_paths(question, 1), PathSigns::some_other);
}

TEST(SignsOfPaths, FindsTheSecondWayRound)
{
  const SignedGraph fork = graph_of(4, {{0, 1, 1}, {1, 3, 1}, {0, 2, -1}, {2, 3, 1}});
  EXPECT_EQ(signs_of_paths({&fork, {{0, 1}}, {{3, 1}}, {}}, 1), PathSigns::some_other);
}

TEST(SignsOfPaths, AFeedbackThatNoSimplePathCanPassDoesNotCount)
{
  // 0 -> 1 -> 2 with 1 -| 1' -> 1 behind it: a walk through it turns the sign, no path does.
  const SignedGraph loop = graph_of(4, {{0, 1, 1}, {1, 2, 1}, {1, 3, -1}, {3, 1, 1}});
  EXPECT_EQ(signs_of_paths({&loop, {{0, 1}}, {{2, 1}}, {}}, 1), PathSigns::all_as_expected);
}

TEST(SignsOfPaths, ADirectEffectOfTheOtherSignCounts)
{
  const SignedGraph none = graph_of(1, {});
  EXPECT_EQ(signs_of_paths({&none, {}, {}, {-1}}, 1), PathSigns::some_other);
  EXPECT_EQ(signs_of_paths({&none, {}, {}, {1}}, 1), PathSigns::all_as_expected);
}

TEST(SignsOfPaths, SaysSoWhenTheSearchIsTooLong)
{
  // A complete positive graph whose only negative edge lies behind the read-out: walks of the other
  // sign exist, paths do not, and there are far too many to try.
  constexpr std::size_t n = 14;
  SignedGraph full;
  full.edges.resize(n + 2);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      if (i != j) full.join(i, j, 1);
    }
  }
  full.join(0, n, -1);      // 0 -| x -> 0: only a walk passes 0 twice
  full.join(n, 0, 1);
  EXPECT_EQ(signs_of_paths({&full, {{0, 1}}, {{n - 1, 1}}, {}}, 1), PathSigns::unknown);
}

}  // namespace
}  // namespace rascade::claims
