// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "rascade/trial/statistics.hpp"

namespace rascade::trial {
namespace {

using Values = std::vector<double>;

TEST(RankCorrelation, IsOneForAnyRisingAndMinusOneForAnyFallingRelation)
{
  EXPECT_DOUBLE_EQ(rank_correlation(Values{1, 2, 3, 4}, Values{1, 10, 100, 1e6}), 1.0);
  EXPECT_DOUBLE_EQ(rank_correlation(Values{1, 2, 3, 4}, Values{9, 4, 1, 0}), -1.0);
}

// Without ties: 1 - 6 sum d^2 / (n (n^2 - 1)); here d = 0, 2, -1, -1 and n = 4.
TEST(RankCorrelation, FollowsSpearmansFormula)
{
  EXPECT_NEAR(rank_correlation(Values{1, 2, 3, 4}, Values{1, 4, 2, 3}), 1.0 - 6.0 * 6.0 / 60.0, 1e-12);
}

// Pearson's correlation of the ranks 0, 1.5, 1.5, 3 and 0, 1, 2, 3: 4.5 / sqrt(4.5 * 5).
TEST(RankCorrelation, GivesTiesTheirMeanRank)
{
  EXPECT_NEAR(rank_correlation(Values{1, 2, 2, 3}, Values{1, 2, 3, 4}), 4.5 / std::sqrt(22.5), 1e-12);
}

TEST(RankCorrelation, IsNoneWhereOneSideIsAllAlike)
{
  EXPECT_EQ(rank_correlation(Values{1, 2, 3}, Values{5, 5, 5}), 0.0);
}

}  // namespace
}  // namespace rascade::trial
