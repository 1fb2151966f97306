// SPDX-License-Identifier: MIT
#include "rascade/claims/judge_draws.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace rascade::claims {
namespace {

Verdict number(std::string_view expected, Spread spread)
{
  return judge_number(*parse_relation(expected, {}), spread).verdict;
}

TEST(JudgeNumber, MedianIsWithinTwoFoldAndTheBandReachesTheRange)
{
  EXPECT_EQ(number("value: 10 1", {5, 2, 12}), Verdict::holds);
  EXPECT_EQ(number("value: 10 1", {4.9, 2, 12}), Verdict::fails);
  EXPECT_EQ(number("value: 10 1", {20, 8, 30}), Verdict::holds);
  EXPECT_EQ(number("value: 10 1", {12, 11, 13}), Verdict::fails);
  EXPECT_EQ(number("value: 10..15 1", {25, 14, 40}), Verdict::holds);
}

TEST(JudgeNumber, ARateLiesInItsPrintedInterval)
{
  EXPECT_EQ(number("freq: 0.3..0.4 1", {0.35, 0.2, 0.5}), Verdict::holds);
  EXPECT_EQ(number("freq: 0.3..0.4 1", {0.45, 0.2, 0.5}), Verdict::fails);
  EXPECT_EQ(number("freq: 0.3 1", {0.45, 0.2, 0.5}), Verdict::holds);
}

TEST(Correlate, IsSpearmansWithFishersInterval)
{
  std::vector<double> x, y;
  for (int i = 0; i < 28; ++i) {
    x.push_back(i);
    y.push_back(i % 2 == 0 ? i * i : -i);
  }
  // Fisher: z +- 1.96 / sqrt(n - 3) = z +- 0.392.
  const Correlation c = correlate(x, y);
  EXPECT_NEAR(std::atanh(c.high) - std::atanh(c.value), 1.959964 / 5, 1e-6);
  EXPECT_NEAR(std::atanh(c.value) - std::atanh(c.low), 1.959964 / 5, 1e-6);
  std::vector<double> cubed = x;
  for (double& value : cubed) value = value * value * value;
  EXPECT_NEAR(correlate(x, cubed).value, 1, 1e-9);  // monotone is enough
  EXPECT_DOUBLE_EQ(correlate(x, std::vector<double>(x.size(), 3)).value, 0);
}

TEST(JudgeCorrelation, NeedsTheSignBeyondChance)
{
  const Relation plus = *parse_relation("corr: + x", {}), minus = *parse_relation("corr: - x", {});
  EXPECT_EQ(judge_correlation(plus, {0.2, 0.06, 0.3}).verdict, Verdict::holds);
  EXPECT_EQ(judge_correlation(plus, {0.1, -0.04, 0.2}).verdict, Verdict::fails);
  EXPECT_EQ(judge_correlation(minus, {0.2, 0.06, 0.3}).verdict, Verdict::fails);
  EXPECT_EQ(judge_correlation(minus, {-0.2, -0.3, -0.06}).verdict, Verdict::holds);
}

}  // namespace
}  // namespace rascade::claims
