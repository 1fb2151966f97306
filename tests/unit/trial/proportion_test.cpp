// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "rascade/trial/statistics.hpp"

namespace rascade::trial {
namespace {

/// P(X <= k) of n trials, term by term.
double binomial_cdf(std::size_t k, std::size_t n, double p)
{
  double term = std::pow(1.0 - p, static_cast<double>(n));
  double sum = term;
  for (std::size_t i = 0; i < k; ++i) {
    term *= static_cast<double>(n - i) / static_cast<double>(i + 1) * p / (1.0 - p);
    sum += term;
  }
  return sum;
}

TEST(Proportion, InvertsTheTwoBinomialTails)
{
  // Clopper-Pearson by definition: at each limit the tail beyond what was seen is alpha/2.
  for (const double confidence : {0.8, 0.95, 0.99}) {
    for (const std::size_t n : {std::size_t{2}, std::size_t{10}, std::size_t{37}}) {
      for (std::size_t x = 1; x < n; ++x) {
        const Interval i = proportion(x, n, confidence);
        EXPECT_NEAR(1.0 - binomial_cdf(x - 1, n, i.low), 0.5 * (1.0 - confidence), 1e-9);
        EXPECT_NEAR(binomial_cdf(x, n, i.high), 0.5 * (1.0 - confidence), 1e-9);
        EXPECT_DOUBLE_EQ(i.value, static_cast<double>(x) / static_cast<double>(n));
      }
    }
  }
}

TEST(Proportion, HasClosedFormsAtNoneAndAll)
{
  const Interval none = proportion(0, 10);
  EXPECT_EQ(none.low, 0.0);
  EXPECT_NEAR(none.high, 1.0 - std::pow(0.025, 0.1), 1e-12);
  const Interval all = proportion(10, 10);
  EXPECT_NEAR(all.low, std::pow(0.025, 0.1), 1e-12);
  EXPECT_EQ(all.high, 1.0);
}

TEST(Proportion, AgreesWithPublishedLimits)
{
  // Newcombe 1998, Table I: 81 of 263.
  const Interval i = proportion(81, 263);
  EXPECT_NEAR(i.low, 0.2527, 5e-5);
  EXPECT_NEAR(i.high, 0.3676, 5e-5);
}

TEST(Quantile, IsTypeSevenOfHyndmanAndFan)
{
  EXPECT_DOUBLE_EQ(quantile({4, 1, 3, 2}, 0.25), 1.75);  // R: quantile(1:4)
  EXPECT_DOUBLE_EQ(quantile({4, 1, 3, 2}, 0.5), 2.5);
  EXPECT_DOUBLE_EQ(quantile({4, 1, 3, 2}, 0.0), 1.0);
  EXPECT_DOUBLE_EQ(quantile({4, 1, 3, 2}, 1.0), 4.0);
  EXPECT_DOUBLE_EQ(quantile({7}, 0.3), 7.0);
}

TEST(Quantile, AllowsTimesThatAreNeverReached)
{
  constexpr double never = std::numeric_limits<double>::infinity();
  EXPECT_EQ(quantile({1, never, never}, 0.75), never);
  EXPECT_EQ(quantile({1, 2, never}, 0.5), 2.0);
}

}  // namespace
}  // namespace rascade::trial
