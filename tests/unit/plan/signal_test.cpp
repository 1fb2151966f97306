// SPDX-License-Identifier: MIT
#include "rascade/plan/signal.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace rascade::plan {
namespace {

TEST(GrowthOf, GivesTheUntreatedTurnoverOfTheCancerType)
{
  const knowledge::Knowledge& tables = support::tables();
  const pathway::Catalogue catalogue(tables);
  for (const knowledge::Cancer& cancer : tables.cancers) {
    const tumour::Growth growth = growth_of(tables, catalogue, {}, cancer);
    const double s0 = tumour::signal(1, 1, growth);
    const tumour::Rates rates = tumour::rates_at(s0, growth);
    const double wanted_division = 86400 * cancer.parameters.at("growth_division").internal();
    EXPECT_NEAR(rates.division, wanted_division, 1e-12) << cancer.code;

    // Long-run growth of dA/dt = (b - d - q)A + rQ, dQ/dt = qA - (r + d0)Q, stepped by hand.
    double active = 1, quiescent = 0, rate = 0;
    const double dt = 0.01;
    for (int i = 0; i < 100000; ++i) {
      const double da = (rates.division - rates.death - rates.enter) * active + rates.leave * quiescent;
      const double dq = rates.enter * active - (rates.leave + growth.d0) * quiescent;
      rate = (da + dq) / (active + quiescent);
      active += dt * da;
      quiescent += dt * dq;
      const double total = active + quiescent;
      active /= total;
      quiescent /= total;
    }
    EXPECT_NEAR(rate, 86400 * cancer.parameters.at("growth_net").internal(), 1e-6) << cancer.code;
  }
}

TEST(MeanSignal, AveragesTheIntervalThatIsReplayed)
{
  const tumour::SignalCourse course{{0, 1, 2, 3}, {9, 0, 1, 0}, 1};
  EXPECT_DOUBLE_EQ(mean_signal(course), 0.5);
}

TEST(PeriodOf, IsTheLongestIntervalOrADay)
{
  const Exposure twice{{}, {}, 12 * 3600.0}, weekly{{}, {}, 168 * 3600.0}, constant{{}, {}, 0};
  EXPECT_EQ(period_of(std::vector<Exposure>{twice, weekly}), 168 * 3600.0);
  EXPECT_EQ(period_of(std::vector<Exposure>{constant}), 24 * 3600.0);
}

}  // namespace
}  // namespace rascade::plan
