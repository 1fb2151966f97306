// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "derivatives/sample.hpp"
#include "rascade/ode/sensitivity.hpp"
#include "unit/ode/sensitivity_support.hpp"

namespace rascade::derivatives {
namespace {

using ode::AmountStep;
using ode::Phase;
using ode::SensitivityProblem;

constexpr simulate::Tolerances tight{.relative = 1e-11, .absolute = 1e-9};

std::size_t species_of(const simulate::RateSystem& system, const std::string& name)
{
  const auto names = system.species_names();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) throw std::runtime_error("no species " + name);
  return static_cast<std::size_t>(found - names.begin());
}

/// Rest, five minutes with two drugs, then as long with a ligand as well; the drugs are given in
/// shares of what they bind.
SensitivityProblem raf_dimers()
{
  const network::Network network = network_of_file("tests/data/raf_dimers.bngl");
  SensitivityProblem problem;
  problem.system = compile(network);
  problem.tolerances = tight;
  for (const char* name : {"G_pair", "G_drug", "G_first", "G_both", "G_site", "phi", "E_pair",
                           "E_drug", "k_load", "k_mek", "k_dep", "half", "steep", "RAF0"}) {
    problem.unknowns.push_back(ode::parameter(problem.system, name));
  }
  const auto amount = [&](const char* name) { return *problem.system.find_parameter(name); };
  Phase drugs{.after = 0, .end = 300.0};
  drugs.steps = {
      {AmountStep::Kind::set, species_of(problem.system, "D1(raf)"), 0.5, amount("RAF0")},
      {AmountStep::Kind::add, species_of(problem.system, "D2(mek)"), 0.2, amount("MEK0")}};
  Phase ligand{.after = 1, .start = 300.0, .end = 600.0};
  ligand.steps = {
      {AmountStep::Kind::set, species_of(problem.system, "LIG(rec)"), 500.0, std::nullopt}};
  ligand.settings = {{amount("k_off2"), 0.002, std::nullopt}};
  problem.phases = {{.kind = Phase::Kind::equilibrate}, drugs, ligand};
  const auto output = [&](const char* name) { return *problem.system.find_output(name); };
  problem.measurements = {{0, 0.0, output("Active")},   {1, 20.0, output("Active")},
                          {1, 300.0, output("Pairs")},  {2, 360.0, output("Active")},
                          {2, 600.0, output("Loaded")}, {2, 600.0, output("Taken")}};
  return problem;
}

TEST(BnglGradient, OfAnEnergyModelThroughRestDrugsAndLigand)
{
  const SensitivityProblem problem = raf_dimers();
  ode::expect_slopes_hold(problem, 1e-6, 5e-3);
}

TEST(BnglGradient, TheEnergyModelRespondsToWhatIsDifferentiated)
{
  const SensitivityProblem problem = raf_dimers();
  const std::vector<double> values = ode::prepared(problem).values();
  EXPECT_GT(values[0], 100.0);             // active at rest
  EXPECT_GT(values[5], 100.0);             // drug on RAF
  EXPECT_GT(values[3], 1.02 * values[1]);  // the ligand raises it
}

class BundledText : public testing::TestWithParam<const char*> {};

/// From the seeds, all observables at two times. (A third text of the corpus has no parameters; the
/// rates of `whole` are negative from 1 s on, where formulas no longer see the amounts.)
TEST_P(BundledText, SlopesAreThoseOfDifferences)
{
  const network::Network network = network_of_file(GetParam());
  SensitivityProblem problem;
  problem.system = compile(network);
  problem.tolerances = tight;
  problem.unknowns = sample_parameters(network, {}, 5, 11);
  ASSERT_FALSE(problem.unknowns.empty());
  problem.phases = {{.end = 0.9}};
  for (std::size_t o = 0; o < problem.system.num_outputs(); ++o) {
    problem.measurements.push_back({0, 0.3, simulate::OutputIndex(o)});
    problem.measurements.push_back({0, 0.9, simulate::OutputIndex(o)});
  }
  ode::expect_slopes_hold(problem, 1e-6, 5e-3);
}

INSTANTIATE_TEST_SUITE_P(All, BundledText,
                         testing::Values("fuzz/corpus/binding.bngl", "fuzz/corpus/whole.bngl",
                                         "tests/data/raf_dimers.bngl",
                                         "tests/data/like_sites.bngl"));

}  // namespace
}  // namespace rascade::derivatives
