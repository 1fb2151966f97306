// SPDX-License-Identifier: MIT
#include "rascade/service/gradient_service.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "rascade/base/research_use_only.hpp"
#include "rascade/base/text.hpp"
#include "rascade/ode/sensitivity.hpp"
#include "rascade/service/smaller_network.hpp"
#include "rascade/service/tolerance_file.hpp"

namespace rascade::service {
namespace {

using network::Network;
using ode::Method;
using simulate::RateSystem;
using simulate::Unknown;

/// Tight: a slope is asked for to be trusted.
constexpr simulate::Tolerances tolerances{.relative = 1e-9, .absolute = 1e-6};

/// Of a parameter's size, between the points of a fourth-order difference: its error is about
/// step^4, and the solver's about 1e-9 / step.
constexpr double difference_step = 3e-3;

Diagnostic unknown_name(const GradientRequest& request, const std::string& what,
                        const std::string& name, std::span<const std::string> names)
{
  return {Severity::error,
          "E1821",
          {request.file, 0, 0, 0},
          fmt::format("the model has no {} '{}'", what, name),
          suggest(name, names)};
}

/// Those whose value no other parameter decides.
std::vector<std::string> independent_parameters(const Network& network)
{
  std::set<std::string> names;
  for (const model::Parameter& p : network.parameters) names.insert(p.name);
  std::vector<std::string> result;
  for (const model::Parameter& p : network.parameters) {
    const std::vector<std::string> reads = model::names_in(p.value);
    const bool depends = std::any_of(reads.begin(), reads.end(),
                                     [&](const std::string& n) { return names.contains(n); });
    if (!depends) result.push_back(p.name);
  }
  return result;
}

std::vector<std::string> output_names(const Network& network)
{
  std::vector<std::string> names;
  for (const network::NetworkObservable& o : network.observables) names.push_back(o.name);
  for (const model::Function& f : network.functions) names.push_back(f.name);
  return names;
}

/// E1821 and E1822.
std::vector<Diagnostic> check(const GradientRequest& request, const Network& network)
{
  std::vector<Diagnostic> diagnostics;
  const auto expect = [&](const char* what, const std::string& name,
                          const std::vector<std::string>& names) {
    if (std::find(names.begin(), names.end(), name) != names.end()) return;
    diagnostics.push_back(unknown_name(request, what, name, names));
  };
  expect("observable or function", request.output, output_names(network));
  std::vector<std::string> names;
  for (const model::Parameter& p : network.parameters) names.push_back(p.name);
  for (const std::string& name : request.parameters) expect("parameter", name, names);
  if (request.method != "auto" && request.method != "forward" && request.method != "adjoint") {
    diagnostics.push_back({Severity::error,
                           "E1822",
                           {},
                           fmt::format("there is no method '{}'", request.method),
                           "auto, forward or adjoint"});
  }
  if (!(request.time >= 0.0 && std::isfinite(request.time))) {
    diagnostics.push_back({Severity::error,
                           "E1822",
                           {},
                           fmt::format("a run cannot end at {} s", request.time),
                           "give --time in seconds, zero or more"});
  }
  return diagnostics;
}

ode::SensitivityProblem problem_of(const GradientRequest& request, const RateSystem& system,
                                   const std::vector<std::string>& parameters)
{
  ode::SensitivityProblem problem;
  problem.system = system;
  problem.tolerances = tolerances;
  for (const std::string& name : parameters) {
    problem.unknowns.push_back({Unknown::Kind::parameter, *system.find_parameter(name)});
  }
  if (request.equilibrates) problem.phases.push_back({.kind = ode::Phase::Kind::equilibrate});
  ode::Phase run{.end = request.time};
  if (request.equilibrates) run.after = 0;
  problem.measurements.push_back(
      {problem.phases.size(), request.time, *system.find_output(request.output)});
  problem.phases.push_back(std::move(run));
  return problem;
}

Method method_of(const std::string& name)
{
  if (name == "forward") return Method::forward;
  return name == "adjoint" ? Method::adjoint : Method::automatic;
}

/// The output with one parameter moved.
double value_at(ode::SensitivityProblem problem, std::size_t unknown, double value)
{
  problem.base = {{simulate::ParameterIndex(problem.unknowns[unknown].which), value}};
  problem.unknowns = {problem.unknowns[unknown]};
  return ode::Sensitivities::prepare(std::move(problem))->values().front();
}

/// Differences of fourth order: central ones, or upwards from zero, below which amounts make no
/// sense.
double difference(const ode::SensitivityProblem& problem, std::size_t unknown, double value)
{
  const double step = difference_step * (value == 0.0 ? 1.0 : std::abs(value));
  const auto at = [&](double steps) { return value_at(problem, unknown, value + steps * step); };
  if (value == 0.0) {
    return (-25 * at(0) + 48 * at(1) - 36 * at(2) + 16 * at(3) - 3 * at(4)) / (12 * step);
  }
  return (at(-2) - 8 * at(-1) + 8 * at(1) - at(2)) / (12 * step);
}

void compare(const ode::SensitivityProblem& problem, GradientResponse& response)
{
  double worst = 0.0;
  for (std::size_t i = 0; i < response.rows.size(); ++i) {
    GradientRow& row = response.rows[i];
    row.difference = difference(problem, i, row.value);
    const double size = row.value == 0.0 ? 1.0 : std::abs(row.value);
    const double scale = std::max(std::abs(response.value), std::abs(*row.difference) * size);
    const double distance = std::abs(row.slope - *row.difference) * size;
    worst = std::max(worst, scale > 0.0 ? distance / scale : distance);
  }
  response.worst = worst;
}

std::string verdict(const GradientResponse& response)
{
  return fmt::format("slopes and finite differences {}: largest distance {:.2g} of {:.2g} allowed",
                     *response.worst <= agreement ? "agree" : "DISAGREE", *response.worst,
                     agreement);
}

GradientResponse response_of(const GradientRequest& request, const ode::Gradient& gradient,
                             const ode::SensitivityProblem& problem,
                             const std::vector<std::string>& names)
{
  GradientResponse response;
  response.output = request.output;
  response.time = request.time;
  response.value = gradient.objective;
  response.is_adjoint = gradient.method == Method::adjoint;
  const std::vector<double> values = problem.system.parameter_values({});
  for (std::size_t i = 0; i < names.size(); ++i) {
    const double value = values[problem.unknowns[i].which];
    const double elasticity = gradient.slopes[i] * value / gradient.objective;
    const bool has_one = std::isfinite(elasticity) && value != 0.0;
    response.rows.push_back(
        {names[i], value, gradient.slopes[i], has_one ? elasticity : 0.0, std::nullopt});
  }
  return response;
}

/// What is integrated, and how exactly.
struct Experiment {
  Network network;
  std::vector<double> absolute;  // [n_species], molecules; empty: alike
  std::string sizes;
};

Checked<std::vector<double>> own_tolerances(const GradientRequest& request, const ModelFile& file,
                                            const Network& network)
{
  if (request.tolerances_file.empty()) return std::vector<double>{};
  const auto rows = read_tolerances(request.tolerances_file);
  if (!rows) return rows.diagnostics();
  return protocol::absolute_tolerances(network, file.model ? *file.model : model::Model(), *rows,
                                       tolerances.absolute);
}

void shrink(const GradientRequest& request, Experiment& experiment)
{
  const std::vector<std::string> outputs{request.output};
  SmallerNetwork smaller = *smaller_network(std::move(experiment.network), outputs);
  if (!experiment.absolute.empty()) {
    experiment.absolute = protocol::least_of_each(experiment.absolute, smaller.place,
                                                  smaller.network.species.size());
  }
  experiment.network = std::move(smaller.network);
  experiment.sizes = std::move(smaller.sizes);
}

}  // namespace

Checked<GradientResponse> find_gradient(const GradientRequest& request)
{
  const Checked<ModelFile> file = read_model_file(request.file);
  if (!file) return file.diagnostics();
  ExpandedNetwork expanded = network_of(*file, request.expansion);
  if (has_error(expanded.stopped_by)) return expanded.stopped_by;
  std::vector<Diagnostic> mistakes = check(request, expanded.network);
  if (has_error(mistakes)) return mistakes;
  const std::vector<std::string> names =
      request.parameters.empty() ? independent_parameters(expanded.network) : request.parameters;
  const auto absolute = own_tolerances(request, *file, expanded.network);
  if (!absolute) return absolute.diagnostics();
  Experiment experiment{std::move(expanded.network), *absolute, ""};
  if (request.reduces) shrink(request, experiment);
  const Checked<RateSystem> system = RateSystem::compile(experiment.network, {});
  if (!system) return system.diagnostics();
  ode::SensitivityProblem problem = problem_of(request, *system, names);
  problem.tolerances.absolute_by_species = experiment.absolute;
  const Checked<ode::Sensitivities> prepared = ode::Sensitivities::prepare(problem);
  if (!prepared) return prepared.diagnostics();
  const ode::Objective output = [](std::span<const double> values, std::span<double> slopes) {
    slopes[0] = 1.0;
    return values[0];
  };
  GradientResponse response =
      response_of(request, prepared->gradient(output, method_of(request.method)), problem, names);
  response.sizes = experiment.sizes;
  if (request.checks) compare(problem, response);
  return response;
}

std::string to_tsv(const GradientResponse& response)
{
  std::string text = fmt::format("# {}\n# output {} = {:.8g} at {:.8g} s\n# method {}\n",
                                 research_use_only, response.output, response.value, response.time,
                                 response.is_adjoint ? "adjoint" : "forward");
  if (response.worst) text += fmt::format("# {}\n", verdict(response));
  text += "parameter\tvalue\tslope\telasticity";
  text += response.worst ? "\tdifference\n" : "\n";
  for (const GradientRow& row : response.rows) {
    text += fmt::format("{}\t{:.8g}\t{:.8g}\t{:.8g}", row.parameter, row.value, row.slope,
                        row.elasticity);
    text += row.difference ? fmt::format("\t{:.8g}\n", *row.difference) : "\n";
  }
  return text;
}

std::string to_json(const GradientResponse& response)
{
  nlohmann::ordered_json json = {{"research_use_only", research_use_only},
                                 {"output", response.output},
                                 {"time_s", response.time},
                                 {"value", response.value},
                                 {"method", response.is_adjoint ? "adjoint" : "forward"}};
  if (response.worst) {
    json["largest_distance"] = *response.worst;
    json["agrees"] = *response.worst <= agreement;
  }
  json["gradient"] = nlohmann::ordered_json::array();
  for (const GradientRow& row : response.rows) {
    nlohmann::ordered_json item = {{"parameter", row.parameter},
                                   {"value", row.value},
                                   {"slope", row.slope},
                                   {"elasticity", row.elasticity}};
    if (row.difference) item["difference"] = *row.difference;
    json["gradient"].push_back(std::move(item));
  }
  return json.dump(1) + "\n";
}

}  // namespace rascade::service
