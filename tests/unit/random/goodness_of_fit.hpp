// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/complement.hpp>
#include <cmath>
#include <cstdint>
#include <vector>

namespace rascade::random {

/// Pearson's test of counts against the probabilities of 0..n: classes are joined until ten draws
/// are expected in each. A right sampler fails once in 10^5 seeds; the seed is fixed.
/// @param mass  mass(k) for k = 0 … counts.size() - 1; the rest of the probability is one class
template <class Mass>
void expect_distribution(const std::vector<std::uint64_t>& counts, double draws, Mass mass)
{
  double statistic = 0.0, seen = 0.0, expected = 0.0, all_seen = 0.0, all_expected = 0.0;
  int classes = 0;
  const auto close = [&] {
    statistic += (seen - expected) * (seen - expected) / expected;
    all_seen += seen;
    all_expected += expected;
    seen = expected = 0.0;
    ++classes;
  };
  for (std::size_t k = 0; k < counts.size(); ++k) {
    seen += static_cast<double>(counts[k]);
    expected += draws * mass(static_cast<double>(k));
    if (expected >= 10.0 && draws - all_expected - expected >= 10.0) close();
  }
  seen = draws - all_seen;
  expected = draws - all_expected;
  close();
  ASSERT_GE(classes, 2);
  const boost::math::chi_squared theory(classes - 1);
  EXPECT_GT(boost::math::cdf(boost::math::complement(theory, statistic)), 1e-5)
      << statistic << " in " << classes << " classes";
}

/// Draws sorted into bins 0 … n - 1; larger values are left to the open class above.
template <class Draw>
std::vector<std::uint64_t> tally(int draws, std::size_t bins, Draw draw)
{
  std::vector<std::uint64_t> counts(bins, 0);
  for (int i = 0; i < draws; ++i) {
    const std::uint64_t k = draw();
    if (k < bins) ++counts[k];
  }
  return counts;
}

/// Mean and variance of `draws` values of `draw`, each within five standard errors of theory.
/// @param excess_kurtosis  of one value: it sets the standard error of the variance
template <class Draw>
void expect_moments(int draws, Draw draw, double mean, double variance, double excess_kurtosis)
{
  double sum = 0.0, squares = 0.0;
  for (int i = 0; i < draws; ++i) {
    const double deviation = draw() - mean;
    sum += deviation;
    squares += deviation * deviation;
  }
  EXPECT_LT(std::abs(sum / draws), 5 * std::sqrt(variance / draws));
  EXPECT_LT(std::abs(squares / draws - variance),
            5 * variance * std::sqrt((2.0 + excess_kurtosis) / draws));
}

}  // namespace rascade::random
