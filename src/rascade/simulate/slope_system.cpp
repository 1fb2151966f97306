// SPDX-License-Identifier: MIT
#include "rascade/simulate/slope_system.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "rascade/simulate/differentiate.hpp"
#include "rascade/simulate/slope_program.hpp"

namespace rascade::simulate {
namespace {

using Program = SlopeSystem::Program;

std::uint32_t narrow(std::size_t i) { return static_cast<std::uint32_t>(i); }

/// E0608 and E0609.
void check_unknowns(const RateSystem::Program& rates, std::span<const Unknown> unknowns,
                    std::vector<Diagnostic>& diagnostics)
{
  std::set<Unknown> seen;
  for (const Unknown& unknown : unknowns) {
    const bool is_parameter = unknown.kind == Unknown::Kind::parameter;
    const auto& names = is_parameter ? rates.parameter_names : rates.species_names;
    if (unknown.which >= names.size() || !seen.insert(unknown).second) {
      diagnostics.push_back({Severity::error,
                             "E0609",
                             {},
                             "a parameter or species to differentiate by does not exist, or is "
                             "asked for twice",
                             "name each once"});
      continue;
    }
    const auto& inputs = rates.input_names;
    const std::string& name = names[unknown.which];
    if (!is_parameter || std::find(inputs.begin(), inputs.end(), name) == inputs.end()) continue;
    diagnostics.push_back({Severity::error,
                           "E0608",
                           {},
                           fmt::format("'{}' is driven in time; a run has no slope by it", name),
                           "differentiate by a parameter that stands still"});
  }
}

/// Parameters that depend on an unknown, directly or through others.
std::vector<bool> find_moving(const RateSystem::Program& rates, std::span<const Unknown> unknowns,
                              std::span<const Setting> settings)
{
  std::vector<bool> moving(rates.parameter_names.size(), false);
  for (const Unknown& unknown : unknowns) {
    if (unknown.kind == Unknown::Kind::parameter) moving[unknown.which] = true;
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t p = 0; p < moving.size(); ++p) {
      bool moves = moving[p];
      for (const Setting& setting : settings) {
        moves = moves ||
                (setting.parameter == p && setting.multiple_of && moving[*setting.multiple_of]);
      }
      const NodeIndex formula = rates.settings.results[p];
      for (const Variable& v : leaves_of(rates.settings.graph, formula, {Op::parameter})) {
        moves = moves || moving[v.which];
      }
      changed = changed || moves != moving[p];
      moving[p] = moves;
    }
  }
  return moving;
}

/// Slopes of one formula by the moving parameters it reads.
void add_partials(FormulaGraph& graph, Differentiator& differentiator, NodeIndex formula,
                  std::size_t of, const std::vector<bool>& moving, std::vector<Partial>& partials)
{
  for (const Variable& variable : leaves_of(graph, formula, {Op::parameter})) {
    if (!moving[variable.which]) continue;
    const NodeIndex slope = differentiator.derivative(formula, variable);
    if (graph.is_constant(slope, 0.0)) continue;
    partials.push_back({narrow(of), narrow(variable.which), slope.value});
  }
}

void compile_settings(const RateSystem::Program& rates, Program& program)
{
  FormulaGraph graph = rates.settings.graph;
  Differentiator differentiator(graph);
  Program::Settings& settings = program.settings;
  for (std::size_t p = 0; p < rates.settings.results.size(); ++p) {
    add_partials(graph, differentiator, rates.settings.results[p], p, program.moving,
                 settings.parameters);
  }
  for (std::size_t s = 0; s < rates.settings.amount_results.size(); ++s) {
    add_partials(graph, differentiator, rates.settings.amount_results[s], s, program.moving,
                 settings.amounts);
  }
  std::vector<NodeIndex> roots;
  for (const auto* partials : {&settings.parameters, &settings.amounts}) {
    for (const Partial& p : *partials) roots.emplace_back(p.slope);
  }
  settings.steps = instructions_for(graph, needed_nodes(graph, roots));
  settings.slots = initial_slots(graph);
}

/// Everything that the pass over the rates has to leave in the slots.
std::vector<NodeIndex> add_rate_slopes(const RateSystem::Program& rates, FormulaGraph& graph,
                                       Differentiator& differentiator, Program& program)
{
  const Kinetics& k = rates.kinetics;
  std::vector<NodeIndex> roots;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Partial>> known;  // scale, law
  for (std::size_t r = 0; r < k.laws.size(); ++r) {
    const auto [place, is_new] = known.try_emplace(std::pair(k.scales[r], k.laws[r]));
    roots.emplace_back(k.laws[r]);
    if (is_new) {
      const NodeIndex whole =
          graph.make(Op::multiply, NodeIndex(k.scales[r]), NodeIndex(k.laws[r]));
      add_partials(graph, differentiator, whole, r, program.moving, place->second);
    }
    for (const Partial& p : place->second) {
      program.rate_slopes.push_back({narrow(r), p.by, p.slope});
      roots.emplace_back(p.slope);
    }
  }
  for (const LawSlope& slope : k.law_slopes) roots.emplace_back(slope.slope);
  for (const LawSlope& slope : k.amount_slopes) roots.emplace_back(slope.slope);
  return roots;
}

std::vector<NodeIndex> add_output_slopes(const RateSystem::Program& rates, FormulaGraph& graph,
                                         Differentiator& differentiator,
                                         std::span<const OutputIndex> outputs, Program& program)
{
  std::set<std::size_t> functions;
  for (const OutputIndex output : outputs) {
    if (output >= rates.num_observables) functions.insert(output - rates.num_observables);
  }
  for (const std::size_t f : functions) {
    const NodeIndex formula = rates.formulas.functions[f];
    add_partials(graph, differentiator, formula, f, program.moving, program.by_parameter);
    for (const Variable& variable : leaves_of(graph, formula, {Op::observable})) {
      const NodeIndex slope = differentiator.derivative(formula, variable);
      if (graph.is_constant(slope, 0.0)) continue;
      program.by_observable.push_back({narrow(f), narrow(variable.which), slope.value});
    }
  }
  std::vector<NodeIndex> roots;
  for (const auto* partials : {&program.by_parameter, &program.by_observable}) {
    for (const Partial& p : *partials) roots.emplace_back(p.slope);
  }
  return roots;
}

void compile_formulas(const RateSystem::Program& rates, std::span<const OutputIndex> outputs,
                      Program& program)
{
  FormulaGraph graph = rates.graph;
  Differentiator differentiator(graph);
  const std::vector<NodeIndex> of_rates = add_rate_slopes(rates, graph, differentiator, program);
  const std::vector<NodeIndex> of_outputs =
      add_output_slopes(rates, graph, differentiator, outputs, program);
  const std::vector<bool> all(graph.nodes().size(), true);
  std::vector<bool> fixed = varying_nodes(graph);
  fixed.flip();
  program.slots = initial_slots(graph);
  program.parameters = leaf_slots(graph, Op::parameter, all);
  program.inputs = leaf_slots(graph, Op::input, all);
  program.times = leaf_slots(graph, Op::time, all);
  program.fixed = instructions_for(graph, fixed);
  program.rates = make_pass(graph, of_rates);
  program.outputs = make_pass(graph, of_outputs);
}

}  // namespace

Checked<SlopeSystem> SlopeSystem::compile(const RateSystem& system,
                                          std::span<const Unknown> unknowns,
                                          std::span<const OutputIndex> outputs,
                                          std::span<const Setting> settings)
{
  const RateSystem::Program& rates = system.program();
  std::vector<Diagnostic> diagnostics;
  check_unknowns(rates, unknowns, diagnostics);
  if (has_error(diagnostics)) return diagnostics;
  const auto program = std::make_shared<Program>();
  program->system = system;
  program->unknowns.assign(unknowns.begin(), unknowns.end());
  program->moving = find_moving(rates, unknowns, settings);
  find_jumps(rates, program->moving, outputs, diagnostics);
  if (has_error(diagnostics)) return diagnostics;
  compile_settings(rates, *program);
  compile_formulas(rates, outputs, *program);
  program->changes = rates.kinetics.change.transposed(rates.kinetics.laws.size());
  SlopeSystem result;
  result.program_ = program;
  return result;
}

const RateSystem& SlopeSystem::system() const { return program_->system; }

std::span<const Unknown> SlopeSystem::unknowns() const { return program_->unknowns; }

}  // namespace rascade::simulate
