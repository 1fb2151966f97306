// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "rascade/pathway/assemble.hpp"
#include "support/tables.hpp"
#include "unit/ode/sensitivity_support.hpp"

namespace rascade::pathway {
namespace {

using ode::Phase;
using ode::SensitivityProblem;

constexpr double hour = 3600.0;  // s

/// The bundled model of a cell under one drug: its untreated rest, a dose that wears off, and a
/// second phase with a slower pump and half of one species gone.
SensitivityProblem treated(const Cell& cell, const std::string& drug, const std::string& readout)
{
  const Checked<Assembly> assembly =
      assemble(support::tables(), support::modules(), cell, {support::tables().find_drug(drug)});
  EXPECT_TRUE(assembly) << to_string(assembly.diagnostics());
  const std::string input = "C_" + drug;
  SensitivityProblem problem;
  problem.system = *simulate::RateSystem::compile(assembly->network, std::vector{input});
  problem.tolerances = {.relative = 1e-11, .absolute = 1e-8};
  const std::vector<double> values = problem.system.parameter_values({});
  std::vector<simulate::Unknown> rates;
  for (std::size_t p = 0; p < values.size(); ++p) {
    const model::Parameter& parameter = assembly->network.parameters[p];
    const bool is_free = model::names_in(parameter.value).empty() && parameter.name != input;
    if (is_free && values[p] > 0.0) rates.push_back({simulate::Unknown::Kind::parameter, p});
  }
  for (std::size_t i = 0; i < rates.size(); i += rates.size() / 8)
    problem.unknowns.push_back(rates[i]);
  problem.phases.push_back({.kind = Phase::Kind::equilibrate});
  Phase dose{.after = 0, .end = 4 * hour};
  dose.forcing = {[](double t, std::span<double> in) {
                    in[0] = t >= hour ? 1e5 * std::exp(-(t - hour) / (2 * hour)) : 0.0;
                  },
                  {hour}};
  problem.phases.push_back(dose);
  Phase step{.after = 1, .start = 4 * hour, .end = 6 * hour};
  step.settings = {{simulate::ParameterIndex(problem.unknowns[0].which),
                    0.5 * values[problem.unknowns[0].which], std::nullopt}};
  step.steps = {{ode::AmountStep::Kind::multiply, 0, 0.5, std::nullopt}};
  problem.phases.push_back(step);
  const simulate::OutputIndex output = *problem.system.find_output(readout);
  problem.measurements = {{0, 0.0, output}, {1, 2 * hour, output}, {2, 6 * hour, output}};
  return problem;
}

TEST(PathwayGradient, OfALungTumourUnderACovalentInhibitor)
{
  ode::expect_slopes_hold(treated({"LUAD", {{"KRAS", {"G12C"}, 1}}, {}, {}}, "sotorasib", "ppERK"),
                          1e-5);
}

TEST(PathwayGradient, OfAMelanomaUnderAMekInhibitor)
{
  ode::expect_slopes_hold(
      treated({"SKCM", {{"BRAF", {"V600E"}, 1}}, {}, {}}, "trametinib", "ppERK"), 1e-5);
}

}  // namespace
}  // namespace rascade::pathway
