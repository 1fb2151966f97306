// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "derivatives/treated_cell.hpp"
#include "rascade/reduce/reduce_network.hpp"
#include "rascade/reduce/select_outputs.hpp"
#include "unit/ode/sensitivity_support.hpp"

namespace rascade::derivatives {
namespace {

/// Values and slopes by all unknowns, slopes in units of value per unknown.
struct Slopes {
  std::vector<double> values;
  std::vector<double> slopes;
};

Slopes slopes_of(const ode::SensitivityProblem& problem)
{
  ode::SensitivityTrajectory run = ode::prepared(problem).forward();
  const std::size_t count = problem.unknowns.size();
  for (std::size_t i = 0; i < run.slopes.size(); ++i) {
    run.slopes[i] *= ode::size_of(problem, problem.unknowns[i % count]);
  }
  return {std::move(run.values), std::move(run.slopes)};
}

void expect_same(const ode::SensitivityProblem& whole, const ode::SensitivityProblem& reduced)
{
  const Slopes expected = slopes_of(whole), found = slopes_of(reduced);
  const std::size_t count = whole.unknowns.size();
  for (std::size_t i = 0; i < expected.slopes.size(); ++i) {
    const double value = expected.values[i / count];
    const double allowed = 1e-6 * std::max({1.0, std::abs(value), std::abs(expected.slopes[i])});
    EXPECT_NEAR(found.values[i / count], value, allowed) << "measurement " << i / count;
    EXPECT_NEAR(found.slopes[i], expected.slopes[i], allowed)
        << "measurement " << i / count << ", unknown " << i % count;
  }
}

network::Network reduced(const network::Network& network, std::vector<std::string> outputs = {})
{
  const auto asked = reduce::select_outputs(network, outputs);
  return reduce::reduce_network(*asked).reduction.network;
}

class ReducedText : public testing::TestWithParam<const char*> {};

ode::SensitivityProblem from_seeds(const network::Network& network,
                                   const std::vector<std::string>& outputs)
{
  ode::SensitivityProblem problem;
  problem.system = compile(network);
  problem.tolerances = {.relative = 1e-11, .absolute = 1e-11};
  problem.unknowns = sample_parameters(network, {}, 100, 3);
  problem.phases = {{.end = 0.9}};
  for (const std::string& name : outputs) {
    const simulate::OutputIndex output = *problem.system.find_output(name);
    for (const double t : {0.1, 0.5, 0.9}) problem.measurements.push_back({0, t, output});
  }
  return problem;
}

/// All outputs together, and each by itself, for which more can be left out.
TEST_P(ReducedText, KeepsEverySlope)
{
  const network::Network network = network_of_file(GetParam());
  const simulate::RateSystem system = compile(network);
  const auto names = system.output_names();
  const std::vector<std::string> outputs(names.begin(), names.end());
  expect_same(from_seeds(network, outputs), from_seeds(reduced(network), outputs));
  for (const std::string& name : outputs) {
    SCOPED_TRACE(name);
    expect_same(from_seeds(network, {name}), from_seeds(reduced(network, {name}), {name}));
  }
}

INSTANTIATE_TEST_SUITE_P(All, ReducedText,
                         testing::Values("fuzz/corpus/binding.bngl", "fuzz/corpus/whole.bngl",
                                         "tests/data/raf_dimers.bngl",
                                         "tests/data/like_sites.bngl"));

TEST(Reduction, ModelsOfLikeSitesBecomeSmaller)
{
  const network::Network network = network_of_file("tests/data/like_sites.bngl");
  EXPECT_LT(reduced(network).species.size(), network.species.size());
}

class ReducedTumour : public testing::TestWithParam<std::size_t> {};

/// Through rest, doses and a step: one species is halved, which the reduction is told.
TEST_P(ReducedTumour, KeepsSlopesThroughRestDosesAndSteps)
{
  const pathway::Assembly assembly = assembled(examples()[GetParam()], {GetParam()});
  const std::vector<std::string> outputs{"ppERK"};
  const auto asked = reduce::select_outputs(assembly.network, outputs);
  const std::vector<std::size_t> halved{0};
  const reduce::ReducedNetwork smaller = reduce::reduce_network(*asked, halved);
  ode::SensitivityProblem problem = treated(smaller.reduction.network, inputs_of(assembly), 10, 7);
  const std::int32_t place = smaller.reduction.place[0];
  problem.phases[2].steps[0].species = static_cast<std::size_t>(place);
  expect_same(treated(assembly.network, inputs_of(assembly), 10, 7), problem);
}

INSTANTIATE_TEST_SUITE_P(Example, ReducedTumour, testing::Range<std::size_t>(0, 5));

}  // namespace
}  // namespace rascade::derivatives
