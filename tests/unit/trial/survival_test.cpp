// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "rascade/trial/statistics.hpp"

namespace rascade::trial {
namespace {

// Remission of acute leukaemia in weeks, Freireich et al. 1963 (as in Cox 1972).
const std::vector<double> treated_weeks{6,  6,  6,  6,  7,  9,  10, 10, 11, 13, 16,
                                        17, 19, 20, 22, 23, 25, 32, 32, 34, 35};
const std::vector<bool> treated_relapse{true,  true,  true,  false, true,  false, true,
                                        false, false, true,  true,  false, false, false,
                                        true,  true,  false, false, false, false, false};
const std::vector<double> control_weeks{1, 1, 2,  2,  3,  4,  4,  5,  5,  8, 8,
                                        8, 8, 11, 11, 12, 12, 15, 17, 22, 23};
const std::vector<bool> control_relapse(21, true);

TEST(KaplanMeier, ReproducesTheLeukaemiaTrial)
{
  const Survival s = kaplan_meier(treated_weeks, treated_relapse);
  EXPECT_EQ(s.time, (std::vector<double>{6, 7, 10, 13, 16, 22, 23}));
  EXPECT_EQ(s.at_risk, (std::vector<std::size_t>{21, 17, 15, 12, 11, 7, 6}));
  const std::vector<double> published{0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482};
  for (std::size_t i = 0; i < 7; ++i) EXPECT_NEAR(s.probability[i], published[i], 5e-5);
  EXPECT_EQ(s.censored, (std::vector<double>{6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}));
}

TEST(KaplanMeier, GivesThePublishedLogLogBand)
{
  const Survival s = kaplan_meier(treated_weeks, treated_relapse);
  const std::vector<double> low{0.6197, 0.5631, 0.5032, 0.4316, 0.3675, 0.2678, 0.1881};
  const std::vector<double> high{0.9516, 0.9228, 0.8894, 0.8491, 0.8049, 0.7468, 0.6801};
  for (std::size_t i = 0; i < 7; ++i) {
    EXPECT_NEAR(s.low[i], low[i], 5.1e-5) << i;
    EXPECT_NEAR(s.high[i], high[i], 5.1e-5) << i;
  }
}

TEST(KaplanMeier, IsTheEmpiricalSurvivalWithoutCensoring)
{
  const Survival s = kaplan_meier(control_weeks, control_relapse);
  for (std::size_t i = 0; i < s.time.size(); ++i) {
    double alive = 0;
    for (const double t : control_weeks) alive += t > s.time[i] ? 1.0 : 0.0;
    EXPECT_NEAR(s.probability[i], alive / 21.0, 1e-14);
    // Greenwood is then the binomial variance S (1 - S)/n.
    const double p = alive / 21.0;
    if (p == 0) continue;
    const double half = 1.959963984540054 * std::sqrt((1 - p) / (p * 21.0)) / -std::log(p);
    EXPECT_NEAR(s.low[i], std::pow(p, std::exp(half)), 1e-12);
  }
  EXPECT_EQ(s.probability.back(), 0.0);
}

TEST(KaplanMeier, DoesNotDependOnTheOrderOfSubjects)
{
  std::vector<double> time(treated_weeks.rbegin(), treated_weeks.rend());
  std::vector<bool> event(treated_relapse.rbegin(), treated_relapse.rend());
  const Survival there = kaplan_meier(treated_weeks, treated_relapse);
  const Survival back = kaplan_meier(time, event);
  EXPECT_EQ(there.probability, back.probability);
  EXPECT_EQ(there.censored, back.censored);
}

TEST(KaplanMeier, HasNoStepsWithoutEvents)
{
  const std::vector<double> time{3, 1};
  const Survival s = kaplan_meier(time, {false, false});
  EXPECT_TRUE(s.time.empty());
  EXPECT_EQ(s.censored, (std::vector<double>{1, 3}));
  EXPECT_TRUE(std::isinf(median(s).value));
}

TEST(Median, IsThePublishedOneOfTheLeukaemiaTrial)
{
  const Interval treated = median(kaplan_meier(treated_weeks, treated_relapse));
  EXPECT_EQ(treated.value, 23.0);
  EXPECT_EQ(treated.low, 13.0);
  EXPECT_TRUE(std::isinf(treated.high));
  const Interval control = median(kaplan_meier(control_weeks, control_relapse));
  EXPECT_EQ(control.value, 8.0);
  EXPECT_EQ(control.low, 4.0);
  EXPECT_EQ(control.high, 11.0);
}

TEST(Median, IsTheMiddleOfARestAtOneHalf)
{
  const std::vector<double> time{1, 2, 5, 9};
  EXPECT_EQ(median(kaplan_meier(time, {true, true, true, true})).value, 3.5);
}

}  // namespace
}  // namespace rascade::trial
