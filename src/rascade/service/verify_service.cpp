// SPDX-License-Identifier: MIT
#include "rascade/service/verify_service.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "rascade/base/research_use_only.hpp"
#include "rascade/simulate/rate_system.hpp"
#include "rascade/verify/verify_network.hpp"

namespace rascade::service {
namespace {

using model::ActionValue;
using NamedValues = std::vector<std::pair<std::string, ActionValue>>;
using verify::Verification;

/// A number, or a parameter's value.
std::optional<double> value_of(const ActionValue& value, const network::Network& network)
{
  const auto* const formula = std::get_if<model::Expression>(&value.value);
  if (formula == nullptr) return std::nullopt;
  if (formula->kind == model::Expression::Kind::number) return formula->number;
  const auto system = simulate::RateSystem::compile(network, {});
  if (!system || formula->kind != model::Expression::Kind::name) return std::nullopt;
  const auto parameter = system->find_parameter(formula->name);
  if (!parameter) return std::nullopt;
  return system->parameter_values({})[*parameter];
}

/// Where the file's last simulation ends.
std::optional<double> end_of(const std::vector<model::Action>& actions,
                             const network::Network& network)
{
  std::optional<double> end;
  const auto look_at = [&](const std::string& name, const ActionValue& value) {
    if (name != "t_end") return;
    if (const auto found = value_of(value, network)) end = found;
  };
  for (const model::Action& action : actions) {
    if (!action.name.starts_with("simulate")) continue;
    for (const auto& [name, value] : action.args) {
      const auto* const named = std::get_if<NamedValues>(&value.value);
      if (!name.empty() || named == nullptr) {
        look_at(name, value);
        continue;
      }
      for (const auto& [key, item] : *named) look_at(key, item);
    }
  }
  return end;
}

verify::VerifyPlan plan_of(const VerifyRequest& request, double end)
{
  verify::VerifyPlan plan;
  for (std::size_t i = 0; i <= request.points; ++i) {
    plan.times.push_back(end * static_cast<double>(i) / static_cast<double>(request.points));
  }
  plan.tolerances = {request.relative, request.absolute, 50'000'000};
  plan.limit = request.limit;
  plan.sample.runs = request.runs;
  plan.sample.seed = request.seed;
  plan.sample.threads = request.expansion.threads;
  plan.sample.most_events = request.most_events;
  return plan;
}

std::string to_tsv(const Verification& found)
{
  std::string text = fmt::format("# {}\n", research_use_only);
  for (const std::string& note : found.notes) text += fmt::format("# {}\n", note);
  text += fmt::format("# {}\n", found.agrees ? "They agree." : "They do NOT agree.");
  text += "comparison\toutput\tdifference\tunit\ttime\tone\tother\tagrees\n";
  for (const verify::Comparison& comparison : found.comparisons) {
    const char* const unit = comparison.name == "stochastic" ? "standard errors" : "of the largest";
    for (const verify::Difference& d : comparison.differences) {
      text += fmt::format("{}\t{}\t{:.3g}\t{}\t{:.6g}\t{:.10g}\t{:.10g}\t{}\n", comparison.name,
                          d.output, d.size, unit, d.time, d.one, d.other, d.agrees ? "yes" : "no");
    }
  }
  return text;
}

std::string to_json(const Verification& found)
{
  nlohmann::ordered_json json = {{"research_use_only", research_use_only},
                                 {"agrees", found.agrees},
                                 {"species", found.whole.species},
                                 {"reactions", found.whole.reactions},
                                 {"reduced_species", found.reduced.species},
                                 {"reduced_reactions", found.reduced.reactions},
                                 {"notes", found.notes},
                                 {"comparisons", nlohmann::ordered_json::array()}};
  for (const verify::Comparison& comparison : found.comparisons) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const verify::Difference& d : comparison.differences) {
      rows.push_back({{"output", d.output}, {"difference", d.size}, {"time", d.time},
                      {"one", d.one},       {"other", d.other},     {"agrees", d.agrees}});
    }
    json["comparisons"].push_back({{"name", comparison.name},
                                   {"agrees", comparison.agrees()},
                                   {"unit", comparison.name == "stochastic" ? "standard errors"
                                                                            : "of the largest"},
                                   {"differences", rows}});
  }
  return json.dump(1) + "\n";
}

Diagnostic mistake(const char* code, const std::string& file, const char* what, const char* hint)
{
  return {Severity::error, code, {file, 0, 0, 0}, what, hint};
}

}  // namespace

Checked<VerifyResponse> verify_file(const VerifyRequest& request)
{
  if (request.runs == 1) {
    return mistake("E1843", request.file, "one stochastic run has no standard error",
                   "Ask for --runs 2 or more, or 0 for none.");
  }
  const Checked<ModelFile> file = read_model_file(request.file);
  if (!file) return file.diagnostics();
  const ExpandedNetwork expanded = network_of(*file, request.expansion);
  if (!expanded.stopped_by.empty()) return expanded.stopped_by;
  const std::optional<double> end =
      request.time ? request.time : end_of(file->actions, expanded.network);
  if (!end || !(*end > 0.0)) {
    return mistake("E1842", request.file, "no simulation in the file says how long to run",
                   "Give --time.");
  }
  const Checked<Verification> found =
      verify::verify_network(expanded.network, plan_of(request, *end));
  if (!found) return found.diagnostics();
  return {{request.format == "json" ? to_json(*found) : to_tsv(*found), found->agrees},
          file.diagnostics()};
}

}  // namespace rascade::service
