// SPDX-License-Identifier: MIT
#include "rascade/random/stream.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <set>
#include <vector>

#include "unit/random/goodness_of_fit.hpp"

namespace rascade::random {
namespace {

std::vector<std::uint32_t> first_bits(Stream stream, int n)
{
  std::vector<std::uint32_t> words;
  for (int i = 0; i < n; ++i) words.push_back(stream.bits());
  return words;
}

/// Kolmogorov's distance of `sample` from `cdf`, times sqrt(n): above 2.6 once in 4 * 10^5 seeds.
template <class Cdf>
double kolmogorov(std::vector<double> sample, Cdf cdf)
{
  std::sort(sample.begin(), sample.end());
  const double n = static_cast<double>(sample.size());
  double distance = 0.0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    const double below = static_cast<double>(i) / n, at = cdf(sample[i]);
    distance = std::max({distance, at - below, below + 1 / n - at});
  }
  return distance * std::sqrt(n);
}

TEST(Stream, IsNamedBySeedAndCoordinates)
{
  EXPECT_EQ(first_bits(Stream(7, {1, 2, 3, 4}), 50), first_bits(Stream(7, {1, 2, 3, 4}), 50));
  const std::vector<std::vector<std::uint32_t>> all{
      first_bits(Stream(7, {}), 8),        first_bits(Stream(7, {1}), 8),
      first_bits(Stream(7, {1, 0}), 8),    first_bits(Stream(7, {0, 1}), 8),
      first_bits(Stream(7, {1, 0, 0}), 8), first_bits(Stream(8, {1}), 8),
      first_bits(Stream(7 + (std::uint64_t{1} << 32), {1}), 8)};
  EXPECT_EQ(std::set(all.begin(), all.end()).size(), all.size());
}

// Streams side by side, and a stream and its neighbour, are unrelated: the correlation of n pairs
// has standard error 1/sqrt(n).
TEST(Stream, OfNeighboursAreUncorrelated)
{
  constexpr int n = 100000;
  double across = 0.0, along = 0.0, last = 0.0;
  for (std::uint32_t i = 0; i < n; ++i) {
    Stream one(5, {i, 0}), other(5, {i, 1});
    const double x = one.normal();
    across += x * other.normal();
    along += x * last;
    last = x;
  }
  EXPECT_LT(std::abs(across) / n, 5 / std::sqrt(n));
  EXPECT_LT(std::abs(along) / n, 5 / std::sqrt(n));
}

TEST(Uniform, IsUniformInsideTheOpenInterval)
{
  Stream stream(1, {2});
  std::vector<double> sample(100000);
  for (double& x : sample) {
    x = stream.uniform();
    ASSERT_GT(x, 0.0);
    ASSERT_LT(x, 1.0);
  }
  EXPECT_LT(kolmogorov(std::move(sample), [](double x) { return x; }), 2.6);
}

TEST(Normal, IsNormal)
{
  Stream stream(1, {3});
  std::vector<double> sample(100000);
  for (double& x : sample) x = stream.normal();
  const boost::math::normal law;
  EXPECT_LT(kolmogorov(std::move(sample), [&](double x) { return boost::math::cdf(law, x); }), 2.6);
  const auto draw = [&] { return stream.normal(); };
  expect_moments(100000, draw, 0.0, 1.0, 0.0);
}

// Inversion: the number and the uniform from the same bits have the same rank.
TEST(Normal, InvertsTheDistribution)
{
  Stream uniforms(9, {1}), normals(9, {1});
  const boost::math::normal law;
  for (int i = 0; i < 1000; ++i) {
    const double u = uniforms.uniform();
    EXPECT_NEAR(boost::math::cdf(law, normals.normal()), u, 1e-14);
  }
}

}  // namespace
}  // namespace rascade::random
