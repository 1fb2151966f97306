// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <boost/math/distributions/poisson.hpp>

#include "unit/random/goodness_of_fit.hpp"
#include "rascade/random/stream.hpp"

namespace rascade::random {
namespace {

class PoissonAtMean : public testing::TestWithParam<double> {};

TEST_P(PoissonAtMean, FollowsTheLaw)
{
  const double mean = GetParam();
  constexpr int draws = 100000;
  Stream stream(11, {static_cast<std::uint32_t>(mean * 100)});
  const auto counts = tally(draws, 2 * static_cast<std::size_t>(mean) + 40,
                            [&] { return stream.poisson(mean); });
  const boost::math::poisson law(mean);
  expect_distribution(counts, draws, [&](double k) { return boost::math::pdf(law, k); });
}

// Both sides of the switch of method at 10, and far from it.
INSTANTIATE_TEST_SUITE_P(Poisson, PoissonAtMean,
                         testing::Values(0.03, 1.0, 9.99, 10.0, 37.5, 400.0));

TEST(Poisson, KeepsMeanAndVarianceAtHugeMeans)
{
  for (const double mean : {1e6, 1e12}) {
    Stream stream(12, {static_cast<std::uint32_t>(mean / 1e6)});
    const auto draw = [&] { return static_cast<double>(stream.poisson(mean)); };
    expect_moments(50000, draw, mean, mean, 1 / mean);
  }
}

TEST(Poisson, OfNothingIsNothing) { EXPECT_EQ(Stream(1, {}).poisson(0.0), 0u); }

}  // namespace
}  // namespace rascade::random
