// SPDX-License-Identifier: MIT
#include "rascade/service/compile_model.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "rascade/base/text.hpp"
#include "rascade/language/print_model.hpp"
#include "rascade/network/describe_rule.hpp"
#include "rascade/network/equations.hpp"
#include "rascade/network/print_net.hpp"
#include "rascade/reduce/reduce_network.hpp"
#include "rascade/reduce/select_outputs.hpp"

namespace rascade::service {
namespace {

using Json = nlohmann::ordered_json;
using network::Network;

std::string side(const std::vector<std::string>& patterns)
{
  return patterns.empty() ? "0" : fmt::format("{}", fmt::join(patterns, " + "));
}

std::string list_of(const std::vector<std::string>& items)
{
  return items.empty() ? "nothing" : fmt::format("{}", fmt::join(items, ", "));
}

std::string rules_text(const model::Model& model)
{
  std::string text;
  for (const model::Rule& rule : model.rules) {
    const network::RuleDescription d = network::describe_rule(rule, model);
    text += fmt::format("{}: {} -> {}\n  changes: {}\n", d.name, side(d.reactants),
                        side(d.products), list_of(d.changes));
    for (std::size_t p = 0; p < d.centres.size(); ++p) {
      text += fmt::format("  centre of reactant {}: {}\n", p + 1, list_of(d.centres[p]));
    }
    text += fmt::format("  symmetry factor: {}\n", format_number(d.symmetry_factor));
  }
  return text;
}

Json rules_json(const model::Model& model)
{
  Json rules = Json::array();
  for (const model::Rule& rule : model.rules) {
    const network::RuleDescription d = network::describe_rule(rule, model);
    rules.push_back({{"name", d.name},       {"reactants", d.reactants},
                     {"products", d.products}, {"changes", d.changes},
                     {"centres", d.centres}, {"symmetry_factor", d.symmetry_factor}});
  }
  return {{"rules", rules}};
}

template <class Formula>
Json formulas_json(const std::vector<Formula>& formulas)
{
  Json result = Json::array();
  for (const Formula& f : formulas) {
    result.push_back({{"name", f.name}, {"value", model::to_string(f.value)}});
  }
  return result;
}

Json observables_json(const Network& network)
{
  Json result = Json::array();
  for (const network::NetworkObservable& observable : network.observables) {
    Json weights = Json::array();
    for (const auto& [species, weight] : observable.weights) {
      weights.push_back({species.value, weight});
    }
    result.push_back({{"name", observable.name}, {"weights", weights}});
  }
  return result;
}

std::vector<std::size_t> positions(const std::vector<network::SpeciesIndex>& species)
{
  return {species.begin(), species.end()};
}

/// Species are told by their positions, from 0.
Json network_json(const Network& network)
{
  const network::Equations equations = network::equations_of(network);
  Json species = Json::array(), reactions = Json::array();
  for (const network::NetworkSpecies& s : network.species) {
    species.push_back(
        {{"name", s.name}, {"amount", model::to_string(s.amount)}, {"fixed", s.fixed}});
  }
  for (std::size_t r = 0; r < network.reactions.size(); ++r) {
    const network::Reaction& reaction = network.reactions[r];
    reactions.push_back({{"reactants", positions(reaction.reactants)},
                         {"products", positions(reaction.products)},
                         {"rate", equations.rates[r]},
                         {"rule", network.rule_names[reaction.rule]}});
  }
  return {{"parameters", formulas_json(network.parameters)},
          {"functions", formulas_json(network.functions)},
          {"species", species},
          {"reactions", reactions},
          {"observables", observables_json(network)}};
}

Json equations_json(const Network& network)
{
  const network::Equations equations = network::equations_of(network);
  Json slopes = Json::object();
  for (std::size_t s = 0; s < network.species.size(); ++s) {
    slopes[network.species[s].name] = equations.slopes[s];
  }
  return {{"parameters", formulas_json(network.parameters)},
          {"functions", formulas_json(network.functions)},
          {"observables", observables_json(network)},
          {"rates", equations.rates},
          {"slopes", slopes}};
}

CompileResponse print_rules_pass(const model::Model& model, const CompileRequest& request)
{
  if (request.pass == "rules") {
    return {request.as_json ? rules_json(model).dump(1) + "\n" : rules_text(model), {}};
  }
  const std::string text = language::print_model(model);
  return {request.as_json ? Json{{"model", text}}.dump(1) + "\n" : text, {}};
}

std::string incomplete_note(const std::vector<Diagnostic>& stopped_by)
{
  if (stopped_by.empty()) return "";
  return fmt::format("# Incomplete ({}): {}\n", stopped_by[0].code, stopped_by[0].message);
}

CompileResponse print_network_pass(const ModelFile& file, const CompileRequest& request)
{
  ExpandedNetwork expanded = network_of(file, request.expansion);
  const bool is_equations = request.pass == "equations";
  CompileResponse response{"", std::move(expanded.stopped_by)};
  if (request.as_json) {
    Json json = is_equations ? equations_json(expanded.network) : network_json(expanded.network);
    json["is_complete"] = response.stopped_by.empty();
    response.text = json.dump(1) + "\n";
    return response;
  }
  response.text = is_equations ? network::print_equations(expanded.network)
                               : network::print_net(expanded.network);
  response.text.insert(0, incomplete_note(response.stopped_by));
  return response;
}

std::string steps_note(const Network& full, const reduce::ReducedNetwork& reduced)
{
  const Network& now = reduced.reduction.network;
  std::string text = fmt::format("# {} species and {} reactions; reduced: {} and {}. For rate "
                                 "equations only.\n", full.species.size(), full.reactions.size(),
                                 now.species.size(), now.reactions.size());
  for (const reduce::ReductionStep& step : reduced.steps) {
    text += fmt::format("#   after {}: {} and {}\n", step.name, step.num_species,
                        step.num_reactions);
  }
  return text;
}

/// A comment for each species that stands for others: which.
std::string places_note(const Network& full, const reduce::Reduction& reduction)
{
  std::vector<std::vector<std::string>> members(reduction.network.species.size());
  for (std::size_t s = 0; s < full.species.size(); ++s) {
    if (reduction.place[s] == reduce::gone) continue;
    members[static_cast<std::size_t>(reduction.place[s])].push_back(full.species[s].name);
  }
  std::string text;
  for (std::size_t s = 0; s < members.size(); ++s) {
    if (members[s].size() > 1) text += fmt::format("# {}: {}\n", s + 1, fmt::join(members[s], ", "));
  }
  return text.empty() ? "" : "# Species that stand for several:\n" + text;
}

Checked<CompileResponse> print_reduced_pass(const ModelFile& file, const CompileRequest& request)
{
  ExpandedNetwork expanded = network_of(file, request.expansion);
  Checked<Network> full = reduce::select_outputs(std::move(expanded.network), request.keep);
  if (!full) return full.diagnostics();
  const reduce::ReducedNetwork reduced = reduce::reduce_network(*full);
  CompileResponse response{"", std::move(expanded.stopped_by)};
  if (request.as_json) {
    Json json = network_json(reduced.reduction.network);
    json["places"] = reduced.reduction.place;
    json["is_complete"] = response.stopped_by.empty();
    response.text = json.dump(1) + "\n";
    return response;
  }
  response.text = incomplete_note(response.stopped_by) + steps_note(*full, reduced) +
                  places_note(*full, reduced.reduction) +
                  network::print_net(reduced.reduction.network);
  return response;
}

}  // namespace

Checked<CompileResponse> compile_model(const CompileRequest& request)
{
  const std::array<std::string, 5> passes{"model", "rules", "network", "equations", "reduced"};
  const auto* const pass = std::find(passes.begin(), passes.end(), request.pass);
  if (pass == passes.end()) {
    return Diagnostic{Severity::error, "E1811", {"--pass", 0, 0, 0},
                      fmt::format("there is no pass '{}'", request.pass),
                      suggest(request.pass, passes)};
  }
  const Checked<ModelFile> file = read_model_file(request.file);
  if (!file) return file.diagnostics();
  if (request.pass == "reduced") return print_reduced_pass(*file, request);
  if (pass - passes.begin() >= 2) {
    return {print_network_pass(*file, request), file.diagnostics()};
  }
  if (file->model) return {print_rules_pass(*file->model, request), file.diagnostics()};
  return Diagnostic{Severity::error, "E1812", {request.file, 0, 0, 0},
                    "a network has no rules any more",
                    "Compile the .bngl file that it came from, or ask for network or equations."};
}

}  // namespace rascade::service
