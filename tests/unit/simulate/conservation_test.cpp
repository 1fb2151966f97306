// SPDX-License-Identifier: MIT
#include "rascade/simulate/conservation.hpp"

#include <gtest/gtest.h>

#include <Eigen/Dense>
#include <random>

namespace rascade::simulate {
namespace {

using Weights = std::vector<std::pair<std::size_t, double>>;

std::vector<ConservationLaw> laws_of(std::vector<Triplet> changes, std::size_t num_reactions,
                                     std::size_t num_species)
{
  const auto laws = conservation_laws(SparseRows::from(std::move(changes), num_reactions),
                                      std::vector<bool>(num_reactions, true), num_species);
  EXPECT_TRUE(laws);
  return laws.value_or(std::vector<ConservationLaw>());
}

TEST(Conservation, BindingKeepsEachPartner)
{
  const auto laws =
      laws_of({{0, 0, -1}, {0, 1, -1}, {0, 2, 1}, {1, 0, 1}, {1, 1, 1}, {1, 2, -1}}, 2, 3);
  ASSERT_EQ(laws.size(), 2U);
  EXPECT_EQ(laws[0].owner, 0U);
  EXPECT_EQ(laws[0].weights, (Weights{{0, 1.0}, {2, 1.0}}));
  EXPECT_EQ(laws[1].owner, 1U);
  EXPECT_EQ(laws[1].weights, (Weights{{1, 1.0}, {2, 1.0}}));
}

TEST(Conservation, ADimerCountsTwice)
{
  const auto laws = laws_of({{0, 0, -2}, {0, 1, 1}}, 1, 2);
  ASSERT_EQ(laws.size(), 1U);
  EXPECT_EQ(laws[0].weights, (Weights{{0, 1.0}, {1, 2.0}}));
}

TEST(Conservation, AnOpenSystemKeepsNothing)
{
  EXPECT_TRUE(laws_of({{0, 0, 1}, {1, 0, -1}, {1, 1, 1}}, 2, 2).empty());
}

TEST(Conservation, AReactionThatDoesNotCountBreaksNoLaw)
{
  const SparseRows changes = SparseRows::from({{0, 0, 1}, {1, 0, -1}, {1, 1, 1}}, 2);
  const auto laws = conservation_laws(changes, {false, true}, 2);
  ASSERT_TRUE(laws);
  ASSERT_EQ(laws->size(), 1U);
  EXPECT_EQ(laws->front().weights, (Weights{{0, 1.0}, {1, 1.0}}));
}

TEST(Conservation, WhatNoReactionTouchesIsALawOfItsOwn)
{
  const auto laws = laws_of({{0, 1, 1}}, 1, 3);
  ASSERT_EQ(laws.size(), 2U);
  EXPECT_EQ(laws[1].weights, (Weights{{2, 1.0}}));
}

/// As many laws as species less the rank of the stoichiometry, independent and all kept exactly.
TEST(Conservation, FindsTheWholeLeftNullSpaceOfRandomNetworks)
{
  std::mt19937 random(7);
  for (int trial = 0; trial < 200; ++trial) {
    const std::size_t n = 2 + random() % 12, r = 1 + random() % 12;
    std::vector<Triplet> changes;
    Eigen::MatrixXd dense = Eigen::MatrixXd::Zero(static_cast<int>(r), static_cast<int>(n));
    for (std::size_t i = 0; i < r; ++i) {
      for (int k = 0; k < 4; ++k) {
        const std::size_t j = random() % n;
        const double net = static_cast<double>(random() % 5) - 2.0;
        changes.push_back({i, j, net});
        dense(static_cast<int>(i), static_cast<int>(j)) += net;
      }
    }
    const auto laws = laws_of(changes, r, n);
    const auto rank = static_cast<std::size_t>(Eigen::FullPivLU<Eigen::MatrixXd>(dense).rank());
    ASSERT_EQ(laws.size(), n - rank) << "trial " << trial;
    for (const ConservationLaw& law : laws) {
      Eigen::VectorXd weights = Eigen::VectorXd::Zero(static_cast<int>(n));
      for (const auto& [species, weight] : law.weights) weights[static_cast<int>(species)] = weight;
      EXPECT_NEAR((dense * weights).norm(), 0.0, 1e-12);
      for (const ConservationLaw& other : laws) {
        EXPECT_EQ(weights[static_cast<int>(other.owner)], other.owner == law.owner ? 1.0 : 0.0);
      }
    }
  }
}

}  // namespace
}  // namespace rascade::simulate
