// SPDX-License-Identifier: MIT
#include "rascade/claims/judge.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace rascade::claims {
namespace {

/// A read-out from 0 to 1 unless a test says otherwise, and arms with given values.
struct Case {
  knowledge::Readout readout;
  Scenario scenario;
  CellReading reading;

  Case(std::string_view expected, std::map<std::string, double> values, double high = 1)
  {
    readout.high = high;
    scenario.relation = *parse_relation(expected, {});
    reading.values = std::move(values);
  }

  Verdict verdict()
  {
    scenario.readout = &readout;
    return judge(scenario, reading).verdict;
  }
};

TEST(Judge, DirectionNeedsATenthOfTheLarger)
{
  EXPECT_EQ(Case("b>a", {{"a", 0.9}, {"b", 1.0}}).verdict(), Verdict::holds);
  EXPECT_EQ(Case("b>a", {{"a", 0.91}, {"b", 1.0}}).verdict(), Verdict::fails);
  EXPECT_EQ(Case("b<a", {{"a", 0.9}, {"b", 1.0}}).verdict(), Verdict::fails);
  EXPECT_EQ(Case("b<a", {{"a", 1.0}, {"b", 0.89}}).verdict(), Verdict::holds);
  EXPECT_EQ(Case("b!=a", {{"a", 1.0}, {"b", 0.89}}).verdict(), Verdict::holds);
  EXPECT_EQ(Case("b!=a", {{"a", 1.0}, {"b", 0.95}}).verdict(), Verdict::fails);
}

TEST(Judge, DirectionNeedsAHundredthOfTheRange)
{
  EXPECT_EQ(Case("b>a", {{"a", 0.001}, {"b", 0.02}}).verdict(), Verdict::holds);
  EXPECT_EQ(Case("b>a", {{"a", 0.001}, {"b", 0.009}}).verdict(), Verdict::fails);
  EXPECT_EQ(Case("b>a", {{"a", 0.001}, {"b", 0.02}}, 10).verdict(), Verdict::fails);
}

TEST(Judge, MuchMoreIsThreeFold)
{
  EXPECT_EQ(Case("b>>a", {{"a", 0.1}, {"b", 0.3}}).verdict(), Verdict::holds);
  EXPECT_EQ(Case("b>>a", {{"a", 0.1}, {"b", 0.29}}).verdict(), Verdict::fails);
  EXPECT_EQ(Case("b<<a", {{"a", 0.3}, {"b", 0.1}}).verdict(), Verdict::holds);
  EXPECT_EQ(Case("b<<a", {{"a", 0.3}, {"b", 0.11}}).verdict(), Verdict::fails);
}

TEST(Judge, AtMostFailsOnlyWhereMoreWouldHold)
{
  EXPECT_EQ(Case("b<=a", {{"a", 0.5}, {"b", 0.5}}).verdict(), Verdict::holds);
  EXPECT_EQ(Case("b<=a", {{"a", 0.5}, {"b", 0.2}}).verdict(), Verdict::holds);
  EXPECT_EQ(Case("b<=a", {{"a", 0.5}, {"b", 0.6}}).verdict(), Verdict::fails);
}

TEST(Judge, NoDifferenceNeedsAControlThatMovesTheReadout)
{
  EXPECT_EQ(Case("b~a", {{"a", 0.5}, {"b", 0.5}}).verdict(), Verdict::unknown);
  EXPECT_EQ(Case("b~a", {{"a", 0.5}, {"b", 0.52}, {"control", 0.2}}).verdict(), Verdict::holds);
  EXPECT_EQ(Case("b~a", {{"a", 0.5}, {"b", 0.5}, {"control", 0.52}}).verdict(), Verdict::fails);
  EXPECT_EQ(Case("b~a", {{"a", 0.5}, {"b", 0.6}, {"control", 0.2}}).verdict(), Verdict::fails);
  // Small values may differ by less than a hundredth of the range and yet not be alike.
  EXPECT_EQ(Case("b~a", {{"a", 0.001}, {"b", 0.002}, {"control", 0.2}}).verdict(), Verdict::fails);
}

TEST(Judge, NothingIsBelowAHundredthOfTheRangeWhereTheOtherArmHasSomething)
{
  EXPECT_EQ(Case("b=0", {{"a", 0.5}, {"b", 0.009}}).verdict(), Verdict::holds);
  EXPECT_EQ(Case("b=0", {{"a", 0.5}, {"b", 0.04}}).verdict(), Verdict::holds);
  EXPECT_EQ(Case("b=0", {{"a", 0.5}, {"b", 0.06}}).verdict(), Verdict::fails);
  EXPECT_EQ(Case("b=0", {{"a", 0.001}, {"b", 0.0}}).verdict(), Verdict::fails);
}

TEST(Judge, NecessityCancelsHalfOfAnEffectThatPasses)
{
  EXPECT_EQ(Case("b<a", {{"base", 0.2}, {"a", 1.0}, {"b", 0.6}}).verdict(), Verdict::holds);
  EXPECT_EQ(Case("b<a", {{"base", 0.2}, {"a", 1.0}, {"b", 0.61}}).verdict(), Verdict::fails);
  EXPECT_EQ(Case("b<a", {{"base", 0.2}, {"a", 1.0}, {"b", 0.0}}).verdict(), Verdict::holds);
  EXPECT_EQ(Case("b<a", {{"base", 0.95}, {"a", 1.0}, {"b", 0.5}}).verdict(), Verdict::fails);
  EXPECT_EQ(Case("b<a", {{"base", 1.5}, {"a", 1.0}, {"b", 0.5}}).verdict(), Verdict::fails);
}

TEST(Judge, OrderHoldsInAllAdjacentPairs)
{
  EXPECT_EQ(Case("order: a > b > m1", {{"a", 1}, {"b", 0.8}, {"m1", 0.5}}).verdict(), Verdict::holds);
  EXPECT_EQ(Case("order: a > b > m1", {{"a", 1}, {"b", 0.8}, {"m1", 0.79}}).verdict(), Verdict::fails);
}

TEST(Judge, PresenceIsMoreThanUntreated)
{
  EXPECT_EQ(Case("present", {{"a", 0.3}, {"untreated", 0.1}}).verdict(), Verdict::holds);
  EXPECT_EQ(Case("present", {{"a", 0.1}, {"untreated", 0.1}}).verdict(), Verdict::fails);
  EXPECT_EQ(Case("absent", {{"a", 0.1}, {"untreated", 0.1}}).verdict(), Verdict::holds);
  EXPECT_EQ(Case("present", {{"a", 0.02}}).verdict(), Verdict::holds);  // a cohort: against none
}

TEST(Judge, SynergyIsBeyondBlissAndTheBestSingle)
{
  // Parts leave 0.5 and 0.6 of 1: independence leaves 0.3.
  const auto leaving = [](double both) {
    return Case("synergy", {{"untreated", 1}, {"part1", 0.5}, {"part2", 0.6}, {"b", both}}).verdict();
  };
  EXPECT_EQ(leaving(0.24), Verdict::holds);
  EXPECT_EQ(leaving(0.26), Verdict::fails);
  // Two parts of which one does harm: the excess alone is not enough.
  EXPECT_EQ(Case("synergy", {{"untreated", 1}, {"part1", 0.5}, {"part2", 1.5}, {"b", 0.55}}).verdict(),
            Verdict::fails);
}

TEST(Judge, AValueThatIsNoneIsUnknown)
{
  const double none = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(Case("b>a", {{"a", none}, {"b", 1}}).verdict(), Verdict::unknown);
}

TEST(Judge, AShapeHasAllOfItsFeatures)
{
  Case rebound("shape: nadir<=0.7 recovery>=0.2", {{"a", 0}});
  rebound.reading.course = {1, 0.5, 0.6};
  EXPECT_EQ(rebound.verdict(), Verdict::holds);
  rebound.reading.course = {1, 0.5, 0.59};
  EXPECT_EQ(rebound.verdict(), Verdict::fails);
  rebound.reading.course = {1, 0.8, 0.9};
  EXPECT_EQ(rebound.verdict(), Verdict::fails);
}

TEST(FeatureOf, IsMeasuredAgainstTheStart)
{
  const std::vector<double> fall{1, 0.2, 0.6, 0.4};
  EXPECT_DOUBLE_EQ(feature_of("nadir", fall), 0.2);
  EXPECT_DOUBLE_EQ(feature_of("recovery", fall), 0.5);
  EXPECT_DOUBLE_EQ(feature_of("end", fall), 0.4);
  EXPECT_DOUBLE_EQ(feature_of("decline", fall), 0);
  const std::vector<double> rise{1, 3, 2, 2.5};
  EXPECT_DOUBLE_EQ(feature_of("peak", rise), 3);
  EXPECT_DOUBLE_EQ(feature_of("rise", rise), 1.5);
  EXPECT_DOUBLE_EQ(feature_of("decline", rise), 0.5);
  EXPECT_DOUBLE_EQ(feature_of("recovery", rise), 0);
}

}  // namespace
}  // namespace rascade::claims
