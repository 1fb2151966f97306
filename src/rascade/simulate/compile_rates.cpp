// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <unordered_set>
#include <utility>

#include "rascade/base/text.hpp"
#include "rascade/simulate/rate_program.hpp"
#include "rascade/simulate/resolve_formula.hpp"

namespace rascade::simulate {
namespace {

/// E0601 for inputs that are no parameters, E0602 for parameters computed from an input: they would
/// have to change during a run, which parameters do not.
void check_inputs(const network::Network& network, std::span<const std::string> inputs,
                  std::vector<Diagnostic>& diagnostics)
{
  std::vector<std::string> names;
  for (const model::Parameter& p : network.parameters) names.push_back(p.name);
  for (const std::string& input : inputs) {
    if (std::find(names.begin(), names.end(), input) != names.end()) continue;
    diagnostics.push_back({Severity::error, "E0601", {},
                           fmt::format("input '{}' is not a parameter of the network", input),
                           suggest(input, names)});
  }
  std::unordered_set<std::string> moving(inputs.begin(), inputs.end());
  for (const model::Parameter& p : network.parameters) {
    if (moving.contains(p.name)) continue;
    for (const std::string& name : model::names_in(p.value)) {
      if (!moving.contains(name)) continue;
      diagnostics.push_back(
          {Severity::error, "E0602", p.span,
           fmt::format("parameter '{}' is computed from '{}', which is driven in time", p.name,
                       name),
           "make it a function"});
      moving.insert(p.name);
      break;
    }
  }
}

/// E0606 for tables that cannot be read: made by hand, the language's are checked.
void check_tables(const network::Network& network, std::vector<Diagnostic>& diagnostics)
{
  for (const model::Table& table : network.tables) {
    const bool ascends = std::adjacent_find(table.x.begin(), table.x.end(),
                                            std::greater_equal<>()) == table.x.end();
    if (!table.x.empty() && table.x.size() == table.y.size() && ascends) continue;
    diagnostics.push_back({Severity::error, "E0606", {table.file, 0, 0, 0},
                           "a table needs as many values as points, and these in ascending order",
                           ""});
  }
}

std::vector<bool> all_of(const FormulaGraph& graph)
{
  return std::vector<bool>(graph.nodes().size(), true);
}

Settings compile_settings(const network::Network& network, std::vector<Diagnostic>& diagnostics)
{
  Settings settings;
  FormulaGraph graph;
  Scope scope;
  for (std::size_t p = 0; p < network.parameters.size(); ++p) {
    const std::size_t first = graph.nodes().size();
    const model::Parameter& parameter = network.parameters[p];
    settings.results.push_back(resolve_formula(parameter.value, scope, graph, diagnostics));
    settings.steps.push_back(instructions_for(graph, all_of(graph), first));
    settings.leaves.push_back(graph.leaf(Op::parameter, p));
    scope.insert_or_assign(parameter.name, settings.leaves.back());
  }
  for (const network::NetworkSpecies& species : network.species) {
    settings.amount_results.push_back(
        resolve_formula(species.amount, scope, graph, diagnostics));
  }
  settings.amounts = instructions_for(graph, needed_nodes(graph, settings.amount_results));
  settings.slots = initial_slots(graph);
  settings.graph = std::move(graph);
  return settings;
}

/// Every name a rate law may use, functions included.
Scope make_scope(const network::Network& network, std::span<const std::string> inputs,
                 FormulaGraph& graph, Formulas& formulas, std::vector<Diagnostic>& diagnostics)
{
  Scope scope;
  scope.emplace("time", graph.leaf(Op::time, 0));
  for (std::size_t p = 0; p < network.parameters.size(); ++p) {
    scope.insert_or_assign(network.parameters[p].name, graph.leaf(Op::parameter, p));
  }
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    scope.insert_or_assign(inputs[i], graph.leaf(Op::input, i));
  }
  for (std::size_t o = 0; o < network.observables.size(); ++o) {
    scope.insert_or_assign(network.observables[o].name, graph.leaf(Op::observable, o));
  }
  for (const model::Function& function : network.functions) {
    formulas.functions.push_back(resolve_formula(function.value, scope, graph, diagnostics));
    scope.insert_or_assign(function.name, formulas.functions.back());
  }
  return scope;
}

/// Where the time itself is compared with what does not vary, or read from a table.
std::vector<TimeBreak> time_breaks(const FormulaGraph& graph)
{
  const std::vector<bool> varying = varying_nodes(graph);
  const auto is_time = [&](NodeIndex n) { return graph.nodes()[n].op == Op::time; };
  std::vector<TimeBreak> breaks;
  for (const Node& node : graph.nodes()) {
    if (is_leaf(node.op)) continue;
    if (node.op == Op::table && is_time(node.args[0])) breaks.push_back({true, node.which});
    const bool jumps = node.op >= Op::min && node.op <= Op::not_equal;
    if (!jumps) continue;
    for (std::size_t i = 0; i < 2; ++i) {
      const NodeIndex other = node.args[1 - i];
      if (is_time(node.args[i]) && !varying[other]) breaks.push_back({false, other.value});
    }
  }
  return breaks;
}

void finish_formulas(const FormulaGraph& graph, const LawNodes& laws, Formulas& formulas)
{
  std::vector<bool> fixed = varying_nodes(graph);
  fixed.flip();
  formulas.fixed = instructions_for(graph, fixed);
  formulas.slots = initial_slots(graph);
  formulas.parameters = leaf_slots(graph, Op::parameter, all_of(graph));
  formulas.inputs = leaf_slots(graph, Op::input, all_of(graph));
  formulas.times = leaf_slots(graph, Op::time, all_of(graph));
  std::vector<NodeIndex> roots;
  for (const LawNodes::Law& law : laws.laws) roots.push_back(law.value);
  formulas.rates = make_pass(graph, roots);
  for (const LawNodes::Law& law : laws.laws) {
    for (const LawNodes::Slope& slope : law.by_observable) roots.push_back(slope.node);
    for (const LawNodes::Slope& slope : law.by_amount) roots.push_back(slope.node);
  }
  formulas.slopes = make_pass(graph, roots);
  formulas.breaks = time_breaks(graph);
  formulas.outputs = make_pass(graph, formulas.functions);
}

SparseRows observable_weights(const network::Network& network)
{
  std::vector<Triplet> weights;
  for (std::size_t o = 0; o < network.observables.size(); ++o) {
    for (const auto& [species, weight] : network.observables[o].weights) {
      weights.push_back({o, species, weight});
    }
  }
  return SparseRows::from(std::move(weights), network.observables.size());
}

ReactionTexts texts_of(const network::Network& network)
{
  ReactionTexts texts;
  texts.rule_names = network.rule_names;
  for (const model::RateLaw& law : network.rate_laws) {
    std::vector<std::string> args;
    for (const model::Expression& arg : law.args) args.push_back(model::to_string(arg));
    texts.law_texts.push_back(fmt::format("{}", fmt::join(args, ", ")));
  }
  for (const network::Reaction& reaction : network.reactions) {
    for (const auto* const side : {&reaction.reactants, &reaction.products}) {
      for (const network::SpeciesIndex s : *side) texts.species.push_back(s.value);
      texts.starts.push_back(static_cast<std::uint32_t>(texts.species.size()));
    }
    texts.laws.push_back(reaction.law.value);
    texts.rules.push_back(reaction.rule.value);
  }
  return texts;
}

void copy_names(const network::Network& network, std::span<const std::string> inputs,
                RateSystem::Program& program)
{
  for (const model::Parameter& p : network.parameters) program.parameter_names.push_back(p.name);
  for (const network::NetworkSpecies& s : network.species) {
    program.species_names.push_back(s.name);
    program.is_fixed.push_back(s.fixed);
  }
  for (const network::NetworkObservable& o : network.observables) {
    program.output_names.push_back(o.name);
  }
  for (const model::Function& f : network.functions) program.output_names.push_back(f.name);
  program.input_names.assign(inputs.begin(), inputs.end());
  program.num_observables = network.observables.size();
}

}  // namespace

Formulas::Pass make_pass(const FormulaGraph& graph, std::span<const NodeIndex> roots)
{
  const std::vector<bool> varying = varying_nodes(graph);
  std::vector<bool> chosen = needed_nodes(graph, roots);
  for (std::size_t i = 0; i < chosen.size(); ++i) chosen[i] = chosen[i] && varying[i];
  return {leaf_slots(graph, Op::observable, chosen), leaf_slots(graph, Op::species, chosen),
          instructions_for(graph, chosen)};
}

Checked<RateSystem> RateSystem::compile(const network::Network& network,
                                        std::span<const std::string> inputs)
{
  std::vector<Diagnostic> diagnostics;
  const std::shared_ptr<Program> program = std::make_shared<Program>();
  copy_names(network, inputs, *program);
  if (network.species.empty()) {
    diagnostics.push_back({Severity::error, "E0605", {}, "the network has no species",
                           "give at least one seed species"});
  }
  check_inputs(network, inputs, diagnostics);
  check_tables(network, diagnostics);
  program->settings = compile_settings(network, diagnostics);
  FormulaGraph& graph = program->graph;
  const Scope scope = make_scope(network, inputs, graph, program->formulas, diagnostics);
  const LawNodes laws = compile_laws(network, scope, graph, diagnostics);
  if (has_error(diagnostics)) return diagnostics;
  finish_formulas(graph, laws, program->formulas);
  program->observables = observable_weights(network);
  program->kinetics = compile_kinetics(network, laws);
  program->tables = network.tables;
  program->reactions = texts_of(network);
  RateSystem system;
  system.program_ = program;
  return system;
}

}  // namespace rascade::simulate
