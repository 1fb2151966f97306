// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "derivatives/sample.hpp"
#include "rascade/ode/sensitivity.hpp"
#include "rascade/pathway/assemble.hpp"
#include "rascade/plan/tumour_file.hpp"
#include "support/tables.hpp"

namespace rascade::derivatives {

constexpr double hour = 3600.0;  // s

inline const std::vector<std::string>& examples()
{
  static const std::vector<std::string> names{"crc-kras-g12c", "melanoma-braf-v600e",
                                              "melanoma-nras-q61k", "normal-epithelium",
                                              "nsclc-kras-g12c"};
  return names;
}

/// One of the bundled tumours with the first drug of each of these mechanisms.
inline pathway::Assembly assembled(const std::string& example,
                                   const std::vector<std::size_t>& mechanisms)
{
  const knowledge::Knowledge& tables = support::tables();
  const std::string path = support::source_folder() + "/examples/" + example + ".toml";
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  const auto tumour = plan::read_tumour(text.str(), path, tables);
  if (!tumour) throw std::runtime_error(to_string(tumour.diagnostics()));
  std::vector<const knowledge::Drug*> drugs;
  for (const std::size_t m : mechanisms) {
    const std::string& name = tables.mechanisms.at(m).name;
    const auto drug = std::find_if(tables.drugs.begin(), tables.drugs.end(),
                                   [&](const knowledge::Drug& d) { return d.mechanism == name; });
    if (drug == tables.drugs.end()) throw std::runtime_error("no drug is a " + name);
    drugs.push_back(&*drug);
  }
  auto assembly = pathway::assemble(tables, support::modules(), tumour->cell, drugs);
  if (!assembly) throw std::runtime_error(to_string(assembly.diagnostics()));
  return *std::move(assembly);
}

/// Its untreated rest, a dose of each drug that wears off, an infusion that ends, and a second
/// phase in which a parameter is halved and half of one species is gone.
inline ode::SensitivityProblem treated(const network::Network& network,
                                       const std::vector<std::string>& inputs, std::size_t unknowns,
                                       std::uint32_t seed)
{
  using ode::Phase;
  ode::SensitivityProblem problem;
  problem.system = compile(network, inputs);
  problem.tolerances = {.relative = 1e-11, .absolute = 1e-8};
  problem.unknowns = sample_parameters(network, inputs, unknowns, seed);
  Phase dose{.after = 0, .end = 4 * hour};
  dose.forcing = {[](double t, std::span<double> in) {
                    for (double& level : in) {
                      level = t >= hour ? 1e5 * std::exp(-(t - hour) / (2 * hour)) : 0.0;
                      level += t >= 2 * hour && t < 3 * hour ? 2e4 : 0.0;
                    }
                  },
                  {hour, 2 * hour, 3 * hour}};
  Phase step{.after = 1, .start = 4 * hour, .end = 6 * hour};
  const std::size_t halved = problem.unknowns.front().which;
  step.settings = {{simulate::ParameterIndex(halved),
                    0.5 * problem.system.parameter_values({})[halved], std::nullopt}};
  step.steps = {{ode::AmountStep::Kind::multiply, 0, 0.5, std::nullopt}};
  problem.phases = {{.kind = Phase::Kind::equilibrate}, dose, step};
  const simulate::OutputIndex readout = *problem.system.find_output("ppERK");
  problem.measurements = {{1, 2.5 * hour, readout}, {2, 6 * hour, readout}};
  return problem;
}

inline std::vector<std::string> inputs_of(const pathway::Assembly& assembly)
{
  const auto names = assembly.system.input_names();
  return {names.begin(), names.end()};
}

}  // namespace rascade::derivatives
