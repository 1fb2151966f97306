// SPDX-License-Identifier: MIT
#include "rascade/trial/running_summary.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "rascade/trial/statistics.hpp"

namespace rascade::trial {
namespace {

constexpr double some[] = {0.0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1.0};

/// Numbers over six decades of both signs, with zeros, in no order.
std::vector<double> mixed(std::size_t n)
{
  std::vector<double> values;
  for (std::size_t i = 0; i < n; ++i) {
    const double x = std::fmod(static_cast<double>(i) * 0.6180339887498949, 1.0);
    const double size = std::pow(10.0, 6 * x - 3);
    values.push_back(i % 7 == 0 ? 0.0 : i % 3 == 0 ? -size : size);
  }
  return values;
}

RunningSummary summary_of(const std::vector<double>& values)
{
  RunningSummary summary;
  for (const double value : values) summary.add(value);
  return summary;
}

TEST(RunningSummary, IsExactForFewNumbers)
{
  for (const std::size_t n : {1U, 2U, 9U, 1000U}) {
    const std::vector<double> values = mixed(n);
    const RunningSummary summary = summary_of(values);
    for (const double p : some)
      EXPECT_EQ(summary.quantile(p), quantile(values, p)) << n << " " << p;
  }
}

TEST(RunningSummary, IsRightWithinAThousandthForMany)
{
  for (const std::size_t n : {1001U, 30'000U}) {
    const std::vector<double> values = mixed(n);
    const RunningSummary summary = summary_of(values);
    for (const double p : some) {
      const double exact = quantile(values, p);
      EXPECT_NEAR(summary.quantile(p), exact, 1.0001e-3 * std::abs(exact)) << n << " " << p;
    }
  }
}

TEST(RunningSummary, QuantilesDoNotDependOnTheOrder)
{
  std::vector<double> values = mixed(5000);
  const RunningSummary one = summary_of(values);
  std::reverse(values.begin(), values.end());
  const RunningSummary other = summary_of(values);
  for (const double p : some) EXPECT_EQ(one.quantile(p), other.quantile(p));
}

TEST(RunningSummary, HasTheMomentsOfAnArithmeticSequence)
{
  std::vector<double> values;
  for (int i = 1; i <= 2001; ++i) values.push_back(1e6 + i);
  const RunningSummary summary = summary_of(values);
  EXPECT_EQ(summary.count(), 2001U);
  EXPECT_NEAR(summary.mean(), 1e6 + 1001, 1e-6);
  EXPECT_NEAR(summary.standard_deviation(), std::sqrt(2001.0 * 2002.0 / 12.0), 1e-6);
  EXPECT_EQ(summary.least(), 1e6 + 1);
  EXPECT_EQ(summary.most(), 1e6 + 2001);
}

TEST(RunningSummary, OneNumberHasNoSpread)
{
  EXPECT_EQ(summary_of({5}).standard_deviation(), 0.0);
  EXPECT_EQ(summary_of(std::vector<double>(3000, 5)).quantile(0.5), 5.0);
}

}  // namespace
}  // namespace rascade::trial
