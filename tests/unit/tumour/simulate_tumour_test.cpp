// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "rascade/tumour/clone_growth.hpp"
#include "rascade/tumour/reading.hpp"
#include "rascade/tumour/tumour.hpp"
#include "unit/tumour/constant_signal.hpp"
#include "unit/tumour/sample_statistics.hpp"

namespace rascade::tumour {
namespace {

/// One clone without mutants, in an all but endless host.
TumourSetup lone_clone(double untreated, double treated)
{
  TumourSetup setup;
  setup.clones = {{"parent", -1, 0, 0, constant(untreated), constant(treated)}};
  setup.capacity = 1e30;
  setup.cells_at_start = 1e10;
  return setup;
}

/// A sensitive parent and a mutant that the treatment does not touch.
TumourSetup resistance_setup(double rate, double cells)
{
  TumourSetup setup = lone_clone(0.9, 0.1);
  setup.cells_at_start = cells;
  setup.capacity = 1e12;
  setup.clones.push_back({"mutant", 0, rate, 0, constant(0.9), constant(0.9)});
  return setup;
}

double cells_at(const TumourCourse& course, std::size_t i) { return course.active[i]; }

TEST(SimulateTumour, GrowsExponentiallyWithoutDrug)
{
  TumourSetup setup = lone_clone(1, 1);  // S = 1: no rest, b - d = 0.05/d
  setup.horizon_d = 40;
  const TumourCourse course = simulate_tumour(setup);
  ASSERT_EQ(course.time_d.size(), 41u);
  EXPECT_NEAR(cells_at(course, 40) / (1e10 * std::exp(0.05 * 40)), 1, 1e-12);
  EXPECT_NEAR(course.diameter_mm[40] / course.diameter_mm[0], std::exp(0.05 * 40 / 3), 1e-12);
}

TEST(SimulateTumour, SlowsDownLogistically)
{
  // dN/dt = (b (1 - N/K) - d) N: logistic with g = b - d and plateau K (1 - d/b).
  TumourSetup setup = lone_clone(1, 1);
  setup.capacity = 1e11;
  setup.horizon_d = 130;
  setup.visit_interval_d = 1000;
  const TumourCourse course = simulate_tumour(setup);
  const double plateau = 1e11 * 0.5;
  for (std::size_t i = 0; i < course.time_d.size(); i += 10) {
    const double exact = plateau / (1 + (plateau / 1e10 - 1) * std::exp(-0.05 * course.time_d[i]));
    EXPECT_NEAR(cells_at(course, i) / exact, 1, 2e-4) << course.time_d[i];
  }
}

TEST(SimulateTumour, ConvergesInTheSecondOrder)
{
  const auto error = [](double step) {
    TumourSetup setup = lone_clone(1, 1);
    setup.growth = {.b_max = 0.4, .d0 = 0.1};
    setup.capacity = 1e11;
    setup.horizon_d = 5;
    setup.step_d = step;
    const double exact = 7.5e10 / (1 + 6.5 * std::exp(-0.3 * 5));
    return std::abs(simulate_tumour(setup).active.back() / exact - 1);
  };
  EXPECT_NEAR(std::log2(error(1) / error(0.5)), 2, 0.3);
}

TEST(SimulateTumour, ReplaysTheLastInterval)
{
  // The mean of S decides the growth of any whole number of intervals.
  TumourSetup setup = lone_clone(1, 1);
  setup.growth.enter = 0;
  setup.clones[0].treated = {{0, 7, 7.5, 14}, {1, 0.2, 0.8, 0.2}, 7};
  setup.horizon_d = 7 + 70;
  setup.visit_interval_d = 1000;
  const TumourCourse course = simulate_tumour(setup);
  const double mean = (0.5 * 0.5 * (0.2 + 0.8) + 6.5 * 0.5 * (0.8 + 0.2)) / 7;
  const double net = 0.1 * mean - 0.05 - 0.06 * (1 - mean);
  EXPECT_NEAR(std::log(cells_at(course, 77) / cells_at(course, 7)), 70 * net, 1e-9);
}

TEST(SimulateTumour, SplitsLongReadOutSteps)
{
  TumourSetup setup = lone_clone(1, 1);
  setup.capacity = 1e11;
  setup.horizon_d = 35;
  const TumourCourse fine = simulate_tumour(setup);
  setup.step_d = 7;
  const TumourCourse coarse = simulate_tumour(setup);
  ASSERT_EQ(coarse.time_d.size(), 6u);
  EXPECT_DOUBLE_EQ(coarse.active.back(), fine.active.back());
}

TEST(SimulateTumour, IsTheSameForTheSameSeedAndPatient)
{
  TumourSetup setup = resistance_setup(1e-8, 1e9);
  setup.clones.push_back({"double", 1, 1e-3, 0, constant(0.9), constant(0.95)});
  const TumourCourse first = simulate_tumour(setup);
  const TumourCourse again = simulate_tumour(setup);
  EXPECT_EQ(first.active, again.active);
  EXPECT_EQ(first.diameter_mm, again.diameter_mm);
  setup.patient = 1;
  EXPECT_NE(simulate_tumour(setup).active, first.active);
}

TEST(SimulateTumour, LeavesACloneAsItWasWhenAnotherIsAdded)
{
  TumourSetup setup = resistance_setup(1e-8, 1e9);
  const double alone = simulate_tumour(setup).active[1];
  setup.clones.push_back({"third", 0, 1e-8, 0, constant(0.9), constant(0.9)});
  EXPECT_EQ(simulate_tumour(setup).active[1], alone);
}

TEST(SimulateTumour, KeepsTheMeanWhereChanceTakesOver)
{
  // 2e4 cells fall below the threshold of 1e4 and go on by chance.
  TumourSetup setup = lone_clone(0.9, 0.3);
  setup.cells_at_start = 2e4;
  setup.horizon_d = 100;
  std::vector<double> left;
  for (setup.patient = 0; setup.patient < 600; ++setup.patient) {
    const TumourCourse course = simulate_tumour(setup);
    left.push_back(course.active.back() + course.quiescent.back());
  }
  setup.stochastic_below = 0;
  const TumourCourse expected = simulate_tumour(setup);
  const SampleMean mean = sample_mean(left);
  EXPECT_NEAR(mean.value, expected.active.back() + expected.quiescent.back(), 4 * mean.error);
}

TEST(SimulateTumour, ResponseEndsWhenTheMutantTakesOver)
{
  TumourSetup setup = resistance_setup(1e-6, 1e10);
  setup.horizon_d = 1500;
  const TumourCourse course = simulate_tumour(setup);
  EXPECT_TRUE(course.progressed);
  EXPECT_EQ(course.dominant_at_progression, 1);
  EXPECT_EQ(std::fmod(course.progression_d, 42), 0.0);
  EXPECT_LE(course.progression_exact_d, course.progression_d);
  EXPECT_NEAR(course.time_d.back(), course.progression_d + 60, 1e-9);
  EXPECT_EQ(course.active.size(), course.time_d.size() * 2);
}

TEST(SimulateTumour, AClearedTumourDoesNotProgress)
{
  TumourSetup setup = lone_clone(0.9, 0);
  setup.cells_at_start = 1e9;
  setup.horizon_d = 1000;
  const TumourCourse course = simulate_tumour(setup);
  EXPECT_FALSE(course.progressed);
  EXPECT_EQ(course.progression_d, 1000);
  EXPECT_EQ(course.progression_exact_d, 1000);
  EXPECT_EQ(course.response, "CR");
  EXPECT_EQ(course.active.back() + course.quiescent.back(), 0.0);
}

TEST(SimulateTumour, TwiceTheStartSizeProgressesSooner)
{
  // Twice the cells hold twice the mutants or more: where some 0.1 to 10 surviving mutant lines are
  // expected, resistance comes sooner on average.
  for (const double rate : {1e-10, 1e-9, 1e-8}) {
    std::vector<double> gain;
    TumourSetup small = resistance_setup(rate, 2e9);
    TumourSetup large = resistance_setup(rate, 4e9);
    for (std::uint32_t patient = 0; patient < 150; ++patient) {
      small.patient = large.patient = patient;
      gain.push_back(simulate_tumour(small).progression_exact_d -
                     simulate_tumour(large).progression_exact_d);
    }
    const SampleMean mean = sample_mean(gain);
    EXPECT_GT(mean.value, 3 * mean.error) << rate;
  }
}

TEST(ExpectedMutants, IsTheFormulaOfLuriaAndDelbruck)
{
  EXPECT_DOUBLE_EQ(expected_mutants(1e-8, 1e9, 0.1, 0.0), 10 * std::log(1e9));
  EXPECT_DOUBLE_EQ(expected_mutants(1e-8, 1e9, 0.1, 0.05), 20 * std::log(1e9));
}

}  // namespace
}  // namespace rascade::tumour
