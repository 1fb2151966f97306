// SPDX-License-Identifier: MIT
#include "rascade/tumour/reading.hpp"

#include <gtest/gtest.h>

#include <numbers>
#include <vector>

namespace rascade::tumour {
namespace {

/// A lesion of `diameters[0]` mm at the start and so on at each visit, 42 d apart.
Reading read(const std::vector<double>& diameters)
{
  Reading reading({}, diameters.front());
  for (std::size_t i = 1; i < diameters.size(); ++i) {
    reading.follow(42.0 * static_cast<double>(i), diameters[i]);
  }
  return reading;
}

TEST(SphereDiameter, InvertsTheVolumeOfASphere)
{
  const double cells = 4.0 / 3.0 * std::numbers::pi * 5 * 5 * 5 * 1e6;  // radius 5 mm
  EXPECT_NEAR(sphere_diameter_mm(cells, 1e6), 10, 1e-12);
  EXPECT_EQ(sphere_diameter_mm(0, 1e6), 0.0);
}

TEST(Reading, CallsProgressionAtTwentyPercentExactly)
{
  EXPECT_FALSE(read({50, 59.99}).progressed());
  EXPECT_TRUE(read({50, 60}).progressed());
  EXPECT_EQ(read({50, 60}).response(), "PD");
}

TEST(Reading, CallsNoProgressionBelowFiveMillimetres)
{
  EXPECT_FALSE(read({20, 24.99}).progressed());  // +25 %, but 4.99 mm
  EXPECT_TRUE(read({20, 25}).progressed());
}

TEST(Reading, MeasuresProgressionFromTheNadir)
{
  const Reading reading = read({50, 30, 35, 36});
  EXPECT_TRUE(reading.progressed());
  EXPECT_EQ(reading.progression_d(), 126.0);
  EXPECT_EQ(reading.response(), "PR");
  EXPECT_DOUBLE_EQ(reading.best_change_percent(), -40);
}

TEST(Reading, CallsPartialResponseAtMinusThirtyPercent)
{
  EXPECT_EQ(read({50, 35.01}).response(), "SD");
  EXPECT_EQ(read({50, 35}).response(), "PR");
}

TEST(Reading, CallsCompleteResponseBelowDetection)
{
  EXPECT_EQ(read({50, 10}).response(), "PR");
  EXPECT_EQ(read({50, 9.99}).response(), "CR");
  EXPECT_EQ(read({50, 0}).best_change_percent(), -100);
}

TEST(Reading, DoesNotSeeProgressionBelowDetection)
{
  // 3 mm to 9 mm is +200 % and +6 mm, yet nobody can measure it; at 10 mm the lesion is back.
  EXPECT_FALSE(read({50, 3, 9}).progressed());
  EXPECT_EQ(read({50, 3, 9, 10}).progression_d(), 126.0);
}

TEST(Reading, HasNoCompleteResponseOfWhatWasNeverMeasurable)
{
  EXPECT_EQ(read({9, 8}).response(), "SD");
  EXPECT_EQ(read({9, 6}).response(), "PR");
}

TEST(Reading, IgnoresVisitsAfterProgression)
{
  const Reading reading = read({50, 60, 10});
  EXPECT_EQ(reading.response(), "PD");
  EXPECT_DOUBLE_EQ(reading.best_change_percent(), 20);
}

TEST(Reading, InterpolatesTheCrossingBetweenVisits)
{
  // 50 -> 71 mm in 42 d crosses 60 mm after 20 d.
  EXPECT_NEAR(read({50, 71}).progression_exact_d(), 20, 1e-12);
  EXPECT_EQ(read({50, 71}).progression_d(), 42.0);
}

TEST(Reading, InterpolatesTheDiameterAtAVisit)
{
  Reading reading({}, 50);
  reading.follow(40, 50);
  reading.follow(44, 70);  // 60 mm at the visit of day 42
  EXPECT_TRUE(reading.progressed());
  EXPECT_EQ(reading.progression_d(), 42.0);
}

TEST(Reading, SeesBetweenVisitsOnlyInTheExactCrossing)
{
  Reading reading({}, 50);
  reading.follow(20, 70);
  reading.follow(42, 50);
  EXPECT_FALSE(reading.progressed());
  EXPECT_NEAR(reading.progression_exact_d(), 10, 1e-12);
}

TEST(Reading, IsStableUntilTheFirstVisit)
{
  Reading reading({}, 50);
  reading.follow(41, 90);
  EXPECT_EQ(reading.response(), "SD");
  EXPECT_EQ(reading.best_change_percent(), 0.0);
  EXPECT_EQ(reading.progression_d(), TumourSetup{}.horizon_d);
}

}  // namespace
}  // namespace rascade::tumour
