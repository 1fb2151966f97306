// SPDX-License-Identifier: MIT
#include "rascade/tumour/clone_growth.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "unit/tumour/sample_statistics.hpp"

namespace rascade::tumour {
namespace {

constexpr StepRates typical{.b = 0.1, .d = 0.05, .q = 0.02, .r = 0.05, .d0 = 0.04};

/// The slow twin: classical Runge-Kutta in small steps.
Cells by_runge_kutta(Cells y, const StepRates& k, double dt)
{
  const auto slope = [&](const Cells& c) {
    return Cells{(k.b - k.d - k.q) * c.active + k.r * c.quiescent,
                 k.q * c.active - (k.r + k.d0) * c.quiescent};
  };
  const auto moved = [](const Cells& c, const Cells& v, double h) {
    return Cells{c.active + h * v.active, c.quiescent + h * v.quiescent};
  };
  constexpr int n = 2000;
  const double h = dt / n;
  for (int i = 0; i < n; ++i) {
    const Cells k1 = slope(y), k2 = slope(moved(y, k1, h / 2)), k3 = slope(moved(y, k2, h / 2)),
                k4 = slope(moved(y, k3, h));
    y = moved(moved(moved(moved(y, k1, h / 6), k2, h / 3), k3, h / 3), k4, h / 6);
  }
  return y;
}

TEST(GrowExpected, IsTheSolutionOfTheSystem)
{
  for (const StepRates& k :
       {typical, StepRates{1, 0.2, 0, 0.5, 0.1}, StepRates{0.1, 0.3, 0.7, 0, 0.2},
        StepRates{0.3, 0.4, 0, 0, 0.1}, StepRates{0.1, 0.2, 1e-9, 1e-9, 0.1}}) {
    for (const double dt : {0.25, 1.0, 20.0}) {
      const Cells now = grow_expected({3e5, 7e4}, k, dt);
      const Cells twin = by_runge_kutta({3e5, 7e4}, k, dt);
      EXPECT_NEAR(now.active / twin.active, 1, 1e-9);
      EXPECT_NEAR(now.quiescent / twin.quiescent, 1, 1e-9);
    }
  }
}

TEST(GrowExpected, OfASettledCloneIsExponential)
{
  const Cells start = settled(1e6, typical);
  EXPECT_DOUBLE_EQ(start.total(), 1e6);
  const Cells later = grow_expected(start, typical, 30);
  const double factor = std::exp(30 * growth_rate(typical));
  EXPECT_NEAR(later.active / (start.active * factor), 1, 1e-12);
  EXPECT_NEAR(later.quiescent / (start.quiescent * factor), 1, 1e-12);
}

TEST(GrowByChance, HasTheExpectedMean)
{
  random::Stream stream(1, {0});
  for (const double dt : {0.5, 1.0, 30.0}) {
    std::vector<double> active, quiescent;
    for (int i = 0; i < 4000; ++i) {
      const Cells now = grow_by_chance({20, 10}, typical, dt, stream);
      active.push_back(now.active);
      quiescent.push_back(now.quiescent);
    }
    const Cells expected = grow_expected({20, 10}, typical, dt);
    EXPECT_NEAR(sample_mean(active).value, expected.active, 4 * sample_mean(active).error);
    EXPECT_NEAR(sample_mean(quiescent).value, expected.quiescent, 4 * sample_mean(quiescent).error);
  }
}

TEST(GrowByChance, DiesOutAsABirthDeathProcess)
{
  // Kendall: P(no cells at t | 1 cell) = d (E - 1)/(b E - d), E = e^{(b-d)t}.
  const StepRates k{.b = 0.1, .d = 0.07};
  const double e = std::exp(0.03 * 40);
  const double expected = 0.07 * (e - 1) / (0.1 * e - 0.07);
  random::Stream stream(2, {0});
  std::vector<double> lost;
  for (int i = 0; i < 20000; ++i) {
    lost.push_back(grow_by_chance({1, 0}, k, 40, stream).total() == 0 ? 1.0 : 0.0);
  }
  EXPECT_NEAR(sample_mean(lost).value, expected, 4 * sample_mean(lost).error);
}

/// Var of n lines after 10 d over theory's, n (b + d)/(b - d) E (E - 1), with its standard error.
SampleMean relative_variance(double n)
{
  const StepRates k{.b = 0.1, .d = 0.05};
  const double e = std::exp(0.05 * 10);
  const double expected = n * 0.15 / 0.05 * e * (e - 1);
  random::Stream stream(3, {0});
  std::vector<double> squares;
  for (int i = 0; i < 20000; ++i) {
    const double from_mean = grow_by_chance({n, 0}, k, 10, stream).total() - n * e;
    squares.push_back(from_mean * from_mean / expected);
  }
  return sample_mean(squares);
}

TEST(GrowByChance, SpreadsAsABirthDeathProcess)
{
  // Poisson births lack b dt/(1 + b dt) of their variance at most: 0.05/1.05 of it where few.
  const SampleMean few = relative_variance(40);
  EXPECT_LT(few.value, 1 + 4 * few.error);
  EXPECT_GT(few.value, 1 / 1.05 - 4 * few.error);
  const SampleMean many = relative_variance(200);
  EXPECT_LT(many.value, 1 + 4 * many.error);
  EXPECT_GT(many.value, 1 / 1.2 - 4 * many.error);
}

TEST(GrowByChance, KeepsCellsWhole)
{
  random::Stream stream(4, {0});
  Cells now{50, 5};
  for (int i = 0; i < 100; ++i) {
    now = grow_by_chance(now, typical, 0.7, stream);
    EXPECT_EQ(now.active, std::floor(now.active));
    EXPECT_EQ(now.quiescent, std::floor(now.quiescent));
    EXPECT_GE(now.active, 0);
    EXPECT_GE(now.quiescent, 0);
  }
}

TEST(Grow, TakesTheMeanFromTheThresholdOn)
{
  random::Stream stream(5, {0});
  const Cells many{9e3, 1e3};
  const Cells expected = grow_expected(many, typical, 1);
  EXPECT_EQ(grow(many, typical, 1, 1e4, stream).active, expected.active);
  EXPECT_NE(grow(many, typical, 1, 1e4 + 1, stream).active, expected.active);
}

TEST(Grow, RoundsAShrunkenCloneWithoutBias)
{
  random::Stream stream(6, {0});
  std::vector<double> left;
  for (int i = 0; i < 10000; ++i) left.push_back(grow({0.3, 0}, {}, 1, 1e4, stream).total());
  EXPECT_NEAR(sample_mean(left).value, 0.3, 4 * sample_mean(left).error);
}

}  // namespace
}  // namespace rascade::tumour
