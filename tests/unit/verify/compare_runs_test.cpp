// SPDX-License-Identifier: MIT
#include "rascade/verify/compare_runs.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "rascade/random/stream.hpp"

namespace rascade::verify {
namespace {

simulate::Trajectory row_by_row(std::vector<double> outputs, std::size_t num_outputs)
{
  simulate::Trajectory t;
  for (std::size_t i = 0; i * num_outputs < outputs.size(); ++i) {
    t.times.push_back(static_cast<double>(i));
  }
  t.outputs = std::move(outputs);
  t.num_outputs = num_outputs;
  return t;
}

TEST(CompareTrajectories, FindsTheLargestDifferenceInUnitsOfTheLargestValue)
{
  const auto one = row_by_row({0.0, 5.0, 100.0, 5.0, 50.0, 5.0}, 2);
  const auto other = row_by_row({0.0, 5.0, 100.1, 5.0, 50.2, 5.0}, 2);
  const auto found = compare_trajectories(one, other, {"A", "B"}, 1e-3, 0.0);
  EXPECT_NEAR(found[0].size, 0.002, 1e-12);
  EXPECT_EQ(found[0].time, 2.0);
  EXPECT_FALSE(found[0].agrees);
  EXPECT_EQ(found[1].size, 0.0);
  EXPECT_TRUE(found[1].agrees);
}

TEST(CompareTrajectories, NeglectsWhatTheSolverTolerates)
{
  const auto one = row_by_row({1e-9, 2e-9}, 1), other = row_by_row({-1e-9, 1e-9}, 1);
  EXPECT_FALSE(compare_trajectories(one, other, {"A"}, 1e-3, 0.0)[0].agrees);
  EXPECT_TRUE(compare_trajectories(one, other, {"A"}, 1e-3, 1e-8)[0].agrees);
}

TEST(CompareMeans, RarelyCallsEqualMeansUnequal)
{
  // 40 observables of Poisson numbers, many of them rare, in 300 samples of 50 runs.
  const std::size_t observables = 40, runs = 50;
  std::vector<std::string> names(observables, "x");
  const std::vector<double> units(observables, 1.0);
  int alarms = 0;
  for (std::uint32_t trial = 0; trial < 300; ++trial) {
    random::Stream stream(5, {trial});
    std::vector<double> expected(2 * observables, 0.0);
    SampleMeans sample{expected, expected, 0};
    for (std::size_t o = 0; o < observables; ++o) {
      const double mean = 0.002 * std::pow(1.4, static_cast<double>(o));
      double sum = 0.0, squares = 0.0;
      for (std::size_t r = 0; r < runs; ++r) {
        const auto n = static_cast<double>(stream.poisson(mean));
        sum += n;
        squares += n * n;
      }
      const double n = static_cast<double>(runs), average = sum / n;
      expected[observables + o] = mean;
      sample.mean[observables + o] = average;
      sample.standard_error[observables + o] =
          std::sqrt((squares - n * average * average) / (n - 1.0) / n);
    }
    for (const Difference& d :
         compare_means(row_by_row(expected, observables), sample, names, units, {runs})) {
      alarms += d.agrees ? 0 : 1;
    }
  }
  EXPECT_LE(alarms, 3) << "0.3 are expected";
}

TEST(CompareMeans, NoticesADifferenceOfTenErrors)
{
  const auto expected = row_by_row({100.0, 100.0}, 1);
  const SampleMeans sample{{100.0, 110.0}, {0.0, 1.0}, 0};
  const auto found = compare_means(expected, sample, {"A"}, {1.0}, {100});
  EXPECT_FALSE(found[0].agrees);
  EXPECT_NEAR(found[0].size, 10.0, 1e-12);
}

}  // namespace
}  // namespace rascade::verify
