// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <boost/math/distributions/binomial.hpp>

#include "unit/random/goodness_of_fit.hpp"
#include "rascade/random/stream.hpp"

namespace rascade::random {
namespace {

struct Trials {
  std::uint64_t n;
  double p;
};

class BinomialOf : public testing::TestWithParam<Trials> {};

TEST_P(BinomialOf, FollowsTheLaw)
{
  const auto [n, p] = GetParam();
  constexpr int draws = 100000;
  Stream stream(21, {static_cast<std::uint32_t>(n), static_cast<std::uint32_t>(p * 1000)});
  const auto counts = tally(draws, n + 1, [&, n = n, p = p] { return stream.binomial(n, p); });
  const boost::math::binomial law(static_cast<double>(n), p);
  expect_distribution(counts, draws, [&](double k) { return boost::math::pdf(law, k); });
}

// Inversion and rejection, both sides of 1/2, and the switch between the methods at n p = 10.
INSTANTIATE_TEST_SUITE_P(Binomial, BinomialOf,
                         testing::Values(Trials{1, 0.3}, Trials{12, 0.5}, Trials{12, 0.85},
                                         Trials{1000, 0.002}, Trials{100, 0.0999}, Trials{100, 0.1},
                                         Trials{20, 0.5}, Trials{500, 0.4}, Trials{500, 0.93}));

TEST(Binomial, KeepsMeanAndVarianceAtHugeCounts)
{
  for (const double p : {1e-11, 3e-10, 0.02, 0.7}) {
    constexpr std::uint64_t n = 1'000'000'000'000;
    Stream stream(22, {static_cast<std::uint32_t>(p * 1e6)});
    const double variance = 1e12 * p * (1 - p);
    const auto draw = [&] { return static_cast<double>(stream.binomial(n, p)); };
    expect_moments(50000, draw, 1e12 * p, variance, (1 - 6 * p * (1 - p)) / variance);
  }
}

TEST(Binomial, IsCertainAtTheEnds)
{
  Stream stream(23, {});
  EXPECT_EQ(stream.binomial(0, 0.5), 0u);
  EXPECT_EQ(stream.binomial(7, 0.0), 0u);
  EXPECT_EQ(stream.binomial(7, 1.0), 7u);
}

}  // namespace
}  // namespace rascade::random
