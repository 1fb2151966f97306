// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rascade/dosing/exposure.hpp"

namespace rascade::dosing {
namespace {

using testing::ElementsAre;

std::vector<double> times(const Schedule& schedule, double end_h)
{
  std::vector<double> result;
  for (const Dose& dose : doses_until(schedule, end_h)) {
    EXPECT_EQ(dose.amount_mg, schedule.amount_mg);
    result.push_back(dose.time_h);
  }
  return result;
}

TEST(DosesUntil, RepeatsFromTheStartAndLeavesOutTheEnd)
{
  EXPECT_THAT(times({5.0, 12.0, 6.0, 0, 0}, 42.0), ElementsAre(6.0, 18.0, 30.0));
}

TEST(DosesUntil, PausesBetweenTheDaysOfACycle)
{
  // Two days of three, counted from the first dose, not from midnight of day 0.
  EXPECT_THAT(times({5.0, 24.0, 12.0, 3, 2}, 150.0), ElementsAre(12.0, 36.0, 84.0, 108.0));
  EXPECT_EQ(times({5.0, 12.0, 0.0, 28, 21}, 56 * 24.0).size(), 2u * 2 * 21);
}

TEST(DosesUntil, GivesNothingWithoutADoseOrAnInterval)
{
  EXPECT_THAT(times({5.0, 0.0, 0.0, 0, 0}, 100.0), ElementsAre());
  EXPECT_THAT(times({0.0, 24.0, 0.0, 0, 0}, 100.0), ElementsAre());
  EXPECT_THAT(times({5.0, 24.0, 0.0, 0, 0}, 0.0), ElementsAre());
}

}  // namespace
}  // namespace rascade::dosing
