// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "rascade/tumour/signal_integral.hpp"
#include "rascade/tumour/tumour.hpp"

namespace rascade::tumour {
namespace {

TEST(Signal, IsOneHalfAtTheta)
{
  const Growth growth{.theta = 0.4};
  EXPECT_DOUBLE_EQ(signal(0.4, 0.4, growth), 0.5);
}

TEST(Signal, GoesFromNoneToAll)
{
  const Growth growth;
  EXPECT_EQ(signal(0, 0, growth), 0.0);
  EXPECT_NEAR(signal(1e6, 1e6, growth), 1.0, 1e-12);
  // x = 1: 1/(theta^h + 1) = 8/9 with the defaults.
  EXPECT_DOUBLE_EQ(signal(1, 1, growth), 8.0 / 9.0);
}

TEST(Signal, WeighsThePathways)
{
  const Growth growth{.h = 1, .theta = 1, .weight_erk = 0.75};
  EXPECT_DOUBLE_EQ(signal(1, 0, growth), 0.75 / 1.75);
  EXPECT_DOUBLE_EQ(signal(0, 1, growth), 0.25 / 1.25);
}

TEST(RatesAt, AreThoseOfTheTwoEnds)
{
  const Growth g;
  const Rates off = rates_at(0, g);
  EXPECT_EQ(off.division, 0.0);
  EXPECT_EQ(off.death, g.d0 + g.d_max);
  EXPECT_EQ(off.enter, g.enter);
  EXPECT_EQ(off.leave, 0.0);
  const Rates on = rates_at(1, g);
  EXPECT_EQ(on.division, g.b_max);
  EXPECT_EQ(on.death, g.d0);
  EXPECT_EQ(on.enter, 0.0);
  EXPECT_EQ(on.leave, g.leave);
}

/// S at any time, looked up plainly: the twin of the integral's replay.
double s_at(const SignalCourse& course, double t)
{
  const double end = course.time_d.back();
  while (t > end && end > course.repeat_from_d) t -= end - course.repeat_from_d;
  for (std::size_t i = 1; i < course.time_d.size(); ++i) {
    const double t0 = course.time_d[i - 1], t1 = course.time_d[i];
    if (t <= t1) return course.s[i - 1] + (course.s[i] - course.s[i - 1]) * (t - t0) / (t1 - t0);
  }
  return course.s.back();
}

TEST(MeanRates, AverageSWithTheLastIntervalReplayed)
{
  const SignalCourse course{{0, 0.3, 1, 1.1, 2, 3}, {0.9, 0.2, 0.5, 0.1, 0.8, 0.4}, 1.5};
  const Growth growth{.b_max = 1};
  for (const double from : {0.0, 0.25, 1.7, 2.9, 3.0, 4.4, 31.3}) {
    for (const double length : {0.05, 0.7, 1.5, 4.1}) {
      constexpr int n = 100000;
      double sum = 0;
      for (int i = 0; i < n; ++i) sum += s_at(course, from + (i + 0.5) * length / n);
      EXPECT_NEAR(course.mean_rates(from, from + length, growth).division, sum / n, 2e-5);
    }
  }
}

TEST(MeanRates, ReplayTheSameForEver)
{
  const SignalCourse course{{0, 7, 14, 17, 21}, {0.9, 0.2, 0.5, 0.1, 0.5}, 14};
  const Growth growth;
  for (int round = 1; round < 200; ++round) {
    EXPECT_NEAR(course.mean_rates(14 + 7 * round, 16 + 7 * round, growth).division,
                course.mean_rates(14, 16, growth).division, 1e-13);
  }
}

TEST(MeanRates, HoldTheLastSampleWhenNothingIsToRepeat)
{
  const SignalCourse course{{0, 2}, {0, 0.5}, 2};
  EXPECT_DOUBLE_EQ(course.mean_rates(5, 9, {.b_max = 1}).division, 0.5);
  const SignalCourse constant{{0}, {0.25}, 0};
  EXPECT_DOUBLE_EQ(constant.mean_rates(0, 9, {.b_max = 1}).division, 0.25);
}

TEST(SignalIntegral, AveragesTheRepeatedPart)
{
  EXPECT_DOUBLE_EQ(SignalIntegral({{0, 1, 3}, {0, 1, 0.5}, 1}).mean_of_repeat(), 0.75);
  EXPECT_DOUBLE_EQ(SignalIntegral({{0}, {0.3}, 0}).mean_of_repeat(), 0.3);
}

}  // namespace
}  // namespace rascade::tumour
