// SPDX-License-Identifier: MIT
#include "rascade/ode/sensitivity.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "unit/ode/sensitivity_support.hpp"

namespace rascade::ode {
namespace {

using simulate::Formula;
using simulate::NetworkBuilder;
using simulate::OutputIndex;

constexpr simulate::Tolerances tight{.relative = 1e-11, .absolute = 1e-11};

Phase run_to(double end) { return {.end = end}; }

/// A receptor that binds a driven ligand, dimerises and switches on a protein with feedback; all
/// made and lost or conserved, so that every kind of rate, output and conserved sum takes part.
NetworkBuilder signalling()
{
  NetworkBuilder b;
  b.parameter("kon", 2e-3).parameter("koff", 0.5).parameter("kd", 4e-3).parameter("ku", 0.3);
  b.parameter("vmax", 8.0).parameter("km", 30.0).parameter("h", 1.7);
  b.parameter("off", 0.2).parameter("twice", Formula("off") * 2.0);
  b.parameter("birth", 3.0).parameter("death", 0.05);
  b.parameter("total", 120.0).parameter("ligand", 0.0);
  const std::size_t r = b.seen_species("R", Formula("total") * 0.9);
  const std::size_t rl = b.seen_species("RL", 1.0), d = b.seen_species("D", 0.0);
  const std::size_t p = b.seen_species("P", Formula("total") / 2.0);
  const std::size_t q = b.seen_species("Q", 2.0), m = b.seen_species("M", 10.0);
  b.observable("tot", {{q, 1.0}, {d, 2.0}});
  b.function("drive", Formula("vmax") * simulate::power("D", "h") /
                          (simulate::power("km", "h") + simulate::power("D", "h")));
  b.function("readout", Formula("Q") * Formula("twice") +
                            simulate::call("ln", {Formula("tot") + 1.0}) + Formula("ligand"));
  b.reaction({r}, {rl}, Formula("kon") * (10.0 + Formula("ligand"))).reaction({rl}, {r}, "koff");
  b.reaction({rl, rl}, {d}, "kd", 0.5).reaction({d}, {rl, rl}, "ku");
  b.reaction({p}, {q}, Formula("drive") / (20.0 + Formula("P"))).reaction({q}, {p}, "twice");
  b.reaction({}, {m}, "birth").reaction({m}, {}, Formula("death") * (1.0 + Formula("Q") / 50.0));
  return b;
}

enum class Steps { none, doses, steps };

struct Case {
  bool equilibrates;
  Steps steps;
};

class Combinations : public testing::TestWithParam<Case> {};

SensitivityProblem problem_of(const Case& c)
{
  SensitivityProblem problem;
  problem.system = system_of(signalling(), {"ligand"});
  const RateSystem& system = problem.system;
  for (const char* name :
       {"kon", "koff", "kd", "vmax", "km", "h", "off", "birth", "death", "total"}) {
    problem.unknowns.push_back(parameter(system, name));
  }
  problem.unknowns.push_back(initial_amount(1));
  problem.unknowns.push_back(initial_amount(4));
  problem.tolerances = tight;
  if (c.equilibrates) problem.phases.push_back({.kind = Phase::Kind::equilibrate});
  Phase run = run_to(40.0);
  if (c.equilibrates) run.after = 0;
  if (c.steps == Steps::doses) {
    run.forcing = {[](double t, std::span<double> in) {
                     in[0] = (t >= 5.0 ? 300.0 * std::exp(-0.1 * (t - 5.0)) : 0.0) +
                             (t >= 20.0 && t < 25.0 ? 200.0 : 0.0);
                   },
                   {5.0, 20.0, 25.0}};
  }
  problem.phases.push_back(run);
  std::size_t last = problem.phases.size() - 1;
  if (c.steps == Steps::steps) {
    Phase second{.after = last, .start = 40.0, .end = 60.0};
    second.settings = {{*system.find_parameter("koff"), 2.0, std::nullopt},
                       {*system.find_parameter("birth"), 3.0, *system.find_parameter("death")},
                       {*system.find_parameter("off"), 0.4, std::nullopt}};
    second.steps = {{AmountStep::Kind::add, 0, 0.5, *system.find_parameter("total")},
                    {AmountStep::Kind::multiply, 4, 0.25, std::nullopt},
                    {AmountStep::Kind::multiply, 5, 10.0, *system.find_parameter("death")},
                    {AmountStep::Kind::set, 2, 7.0, *system.find_parameter("kon")}};
    problem.phases.push_back(second);
  }
  for (const char* name : {"RL", "Q", "M", "readout"}) {
    const OutputIndex output = *system.find_output(name);
    for (const double t : {3.0, 20.0, 40.0}) problem.measurements.push_back({last, t, output});
    if (c.steps != Steps::steps) continue;
    for (const double t : {40.0, 47.0, 60.0}) {
      problem.measurements.push_back({last + 1, t, output});
    }
  }
  if (c.equilibrates) problem.measurements.push_back({0, 0.0, *system.find_output("readout")});
  return problem;
}

TEST_P(Combinations, SlopesAreThoseOfDifferences)
{
  expect_slopes_hold(problem_of(GetParam()), 1e-8, 5e-3);
}

INSTANTIATE_TEST_SUITE_P(All, Combinations,
                         testing::Values(Case{false, Steps::none}, Case{false, Steps::doses},
                                         Case{false, Steps::steps}, Case{true, Steps::none},
                                         Case{true, Steps::doses}, Case{true, Steps::steps}));

}  // namespace
}  // namespace rascade::ode
