// SPDX-License-Identifier: MIT
#include "rascade/tumour/history.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "unit/tumour/constant_signal.hpp"
#include "unit/tumour/sample_statistics.hpp"

namespace rascade::tumour {
namespace {

/// A tumour whose untreated cells divide at 0.1/d, die at 0.04/d and never rest, with one mutant
/// that grows as its parent does.
TumourSetup neutral_setup(double rate, double cells)
{
  TumourSetup setup;
  setup.growth = {.b_max = 0.1, .d0 = 0.04, .d_max = 0.06, .enter = 0.02, .leave = 0.05};
  setup.cells_at_start = cells;
  setup.clones = {{"parent", -1, 0, 0, constant(1), constant(1)},
                  {"mutant", 0, rate, 0, constant(1), constant(1)}};
  return setup;
}

std::vector<double> mutants(TumourSetup setup, std::uint32_t patients, std::size_t clone = 1)
{
  std::vector<double> numbers;
  for (setup.patient = 0; setup.patient < patients; ++setup.patient) {
    numbers.push_back(cells_before_treatment(setup)[clone].total());
  }
  return numbers;
}

/// Chance that no mutant lives when the parent has N cells (Lea-Coulson with cell death):
/// births u b e^{gt} dt, each alive after a with chance g/(b - d e^{-ga}); by Simpson's rule.
double zero_class(double u, double cells, double b, double d)
{
  const double g = b - d;
  const double duration = std::log(cells) / g;
  constexpr int n = 20000;
  double sum = 0;
  for (int i = 0; i <= n; ++i) {
    const double t = duration * i / n;
    const double weight = i == 0 || i == n ? 1 : (i % 2 == 1 ? 4 : 2);
    sum += weight * u * b * std::exp(g * t) * g / (b - d * std::exp(-g * (duration - t)));
  }
  return std::exp(-sum * duration / n / 3);
}

TEST(CellsBeforeTreatment, HaveTheLuriaDelbruckMeanWhenMutantsAreMany)
{
  // A heavy tail makes the sample mean useless unless jackpots are frequent, hence the high rate.
  const TumourSetup setup = neutral_setup(2e-3, 1e6);
  const SampleMean mean = sample_mean(mutants(setup, 3000));
  const double expected = expected_mutants(2e-3, 1e6, 0.1, 0.04);
  // Lines born at the parent's first two cells make log 2/log N of the mean; they can outgrow the
  // tumour, and are then cut to its size.
  const double cut = std::log(2) / std::log(1e6) * expected;
  EXPECT_LT(mean.value, expected + 4 * mean.error);
  EXPECT_GT(mean.value, expected - 4 * mean.error - cut);
  EXPECT_LT(mean.error, 0.1 * expected);
}

TEST(CellsBeforeTreatment, HaveTheLuriaDelbruckMeanBelowTheJackpots)
{
  // E[exp(-X/scale)] of the compound Poisson process is exact in spite of the tail: lines alive at
  // age a are geometric, so the generating function at z is
  //   exp(-int u b e^{gt} (1 - F(z, T - t)) dt),
  //   1 - F = g (1 - z)/(b (1 - z) + (b z - d) e^{-ga})  (Kendall).
  const double u = 1e-6, cells = 1e6, b = 0.1, d = 0.04, g = b - d, scale = 30;
  const double z = std::exp(-1 / scale), duration = std::log(cells) / g;
  constexpr int n = 20000;
  double sum = 0;
  for (int i = 0; i < n; ++i) {
    const double t = duration * (i + 0.5) / n;
    const double e = std::exp(-g * (duration - t));
    sum += u * b * std::exp(g * t) * g * (1 - z) / (b * (1 - z) + (b * z - d) * e);
  }
  const double expected = std::exp(-sum * duration / n);
  std::vector<double> transformed;
  for (const double x : mutants(neutral_setup(u, cells), 3000)) {
    transformed.push_back(std::exp(-x / scale));
  }
  const SampleMean mean = sample_mean(transformed);
  EXPECT_NEAR(mean.value, expected, 4 * mean.error);
}

TEST(CellsBeforeTreatment, HaveTheLeaCoulsonZeroClass)
{
  for (const double u : {3e-7, 1e-6, 3e-6}) {
    std::vector<double> none;
    for (const double x : mutants(neutral_setup(u, 1e6), 3000)) none.push_back(x == 0 ? 1 : 0);
    const SampleMean mean = sample_mean(none);
    EXPECT_NEAR(mean.value, zero_class(u, 1e6, 0.1, 0.04), 4 * mean.error) << u;
  }
}

TEST(CellsBeforeTreatment, HaveDoubleMutantsAsOftenAsTheoryAsks)
{
  // Neutral mutants of mutants: mean u1 u2 b^2 N T^2/2 (each generation integrates once).
  TumourSetup setup = neutral_setup(1e-2, 1e6);
  setup.clones.push_back({"double", 1, 1e-2, 0, constant(1), constant(1)});
  const double duration = std::log(1e6) / 0.06;
  const double expected = 1e-2 * 1e-2 * 0.1 * 0.1 * 1e6 * duration * duration / 2;
  const SampleMean mean = sample_mean(mutants(setup, 400, 2));
  // Cut to the size of the tumour as above, in each generation.
  const double cut = 2 * std::log(2) / std::log(1e6) * expected;
  EXPECT_LT(mean.value, expected + 4 * mean.error);
  EXPECT_GT(mean.value, expected - 4 * mean.error - cut);
}

TEST(CellsBeforeTreatment, AreFewerWhenMutantsGrowMoreSlowly)
{
  // Mean with the mutant's own net growth g2: u b (N - N^{g2/g})/(g - g2).
  TumourSetup setup = neutral_setup(1e-3, 1e6);
  setup.growth.enter = 0;
  setup.clones[1].untreated = constant(0.75);
  const double g2 = 0.075 - 0.055;
  const double expected = 1e-3 * 0.1 * (1e6 - std::pow(1e6, g2 / 0.06)) / (0.06 - g2);
  const SampleMean mean = sample_mean(mutants(setup, 400));
  EXPECT_NEAR(mean.value, expected, 4 * mean.error + 0.01 * expected);
}

TEST(CellsBeforeTreatment, AddUpToTheStartSize)
{
  TumourSetup setup = neutral_setup(1e-4, 1e8);
  setup.clones.push_back({"other", -1, 0, 0.25, constant(0.9), constant(1)});
  const std::vector<Cells> cells = cells_before_treatment(setup);
  EXPECT_NEAR(cells[0].total() + cells[1].total() + cells[2].total(), 1e8, 1);
  EXPECT_NEAR(cells[2].total(), 2.5e7, 1e-6);
  // In the clone's own long-run proportion.
  EXPECT_GT(cells[2].quiescent, 0);
}

TEST(CellsBeforeTreatment, DoNotExceedTheStartSizeWhenMutantsOvergrow)
{
  TumourSetup setup = neutral_setup(1e-2, 1e8);
  setup.clones[0].untreated = constant(0.7);
  const std::vector<Cells> cells = cells_before_treatment(setup);
  EXPECT_NEAR(cells[1].total(), 1e8, 1);
  EXPECT_EQ(cells[0].total(), 0.0);
}

TEST(CellsBeforeTreatment, DoNotDependOnTheTreatment)
{
  TumourSetup setup = neutral_setup(1e-5, 1e8);
  const double there = cells_before_treatment(setup)[1].total();
  setup.clones[1].treated = constant(0.1);
  EXPECT_EQ(cells_before_treatment(setup)[1].total(), there);
}

}  // namespace
}  // namespace rascade::tumour
