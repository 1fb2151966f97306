// SPDX-License-Identifier: MIT
#include "rascade/tumour/draw.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "unit/tumour/sample_statistics.hpp"

namespace rascade::tumour {
namespace {

void expect_moments(double mean, double variance, const std::function<double()>& draw)
{
  std::vector<double> numbers, squares;
  for (int i = 0; i < 20000; ++i) {
    const double x = draw();
    EXPECT_EQ(x, std::floor(x));
    numbers.push_back(x);
    squares.push_back((x - mean) * (x - mean));
  }
  EXPECT_NEAR(sample_mean(numbers).value, mean, 4 * sample_mean(numbers).error);
  // Rounding a normal number adds 1/12 to its variance.
  EXPECT_NEAR(sample_mean(squares).value, variance, 4 * sample_mean(squares).error + 0.1);
}

TEST(DrawPoisson, HasTheMeanAndVarianceOnBothSidesOfTheSwitch)
{
  random::Stream stream(11, {0});
  for (const double mean : {0.02, 3.0, 29.9, 30.0, 5e4}) {
    expect_moments(mean, mean, [&] { return draw_poisson(mean, stream); });
  }
  EXPECT_EQ(draw_poisson(0, stream), 0.0);
}

TEST(DrawBinomial, HasTheMeanAndVarianceOnBothSidesOfTheSwitch)
{
  random::Stream stream(12, {0});
  for (const double n : {1.0, 40.0, 119.0, 200.0, 1e4}) {
    for (const double p : {0.01, 0.5, 0.95}) {
      expect_moments(n * p, n * p * (1 - p), [&] { return draw_binomial(n, p, stream); });
    }
  }
}

TEST(DrawBinomial, StaysWithinItsBounds)
{
  random::Stream stream(13, {0});
  EXPECT_EQ(draw_binomial(0, 0.5, stream), 0.0);
  EXPECT_EQ(draw_binomial(1e4, 0, stream), 0.0);
  EXPECT_EQ(draw_binomial(1e4, 1, stream), 1e4);
}

TEST(DrawWhole, KeepsTheMean)
{
  random::Stream stream(14, {0});
  expect_moments(2.3, 0.3 * 0.7, [&] { return draw_whole(2.3, stream); });
  EXPECT_EQ(draw_whole(7, stream), 7.0);
}

}  // namespace
}  // namespace rascade::tumour
