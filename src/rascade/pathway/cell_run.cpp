// SPDX-License-Identifier: MIT
#include "rascade/pathway/cell_run.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace rascade::pathway {
namespace {

constexpr std::string_view rest_parameter = "ppERK_rest";
constexpr std::string_view rest_output = "ppERK";

std::vector<simulate::Override> overrides_of(const Assembly& assembly, const Catalogue& catalogue,
                                             const Draw& draw, std::span<const double> values)
{
  assert(values.empty() || values.size() == assembly.recipes.size());
  std::vector<simulate::Override> overrides;
  for (std::size_t i = 0; i < assembly.recipes.size(); ++i) {
    const double value =
        values.empty() ? assembly.recipes[i].value(catalogue, draw) : values[i];
    overrides.push_back({assembly.parameters[i], value});
  }
  return overrides;
}

void switch_off(const knowledge::Switch& off, const Assembly& assembly,
                std::vector<simulate::Override>& overrides)
{
  for (const knowledge::SwitchEffect& effect : off.effects) {
    for (std::size_t i = 0; i < assembly.recipes.size(); ++i) {
      const Recipe& recipe = assembly.recipes[i];
      if (recipe.template_name != effect.parameter && recipe.name != effect.parameter) continue;
      double& value = overrides[i].value;
      value = effect.change == knowledge::Change::set ? effect.value : value * effect.value;
    }
  }
}

std::vector<double> start_of(const simulate::RateSystem& system, std::span<const double> parameters,
                             const AmountsByName* known)
{
  std::vector<double> amounts = system.initial_amounts(parameters);
  if (known == nullptr) return amounts;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    const auto found = known->find(system.species_names()[i]);
    if (found != known->end()) amounts[i] = found->second;
  }
  return amounts;
}

}  // namespace

CellRun::CellRun(const Assembly& assembly, const Catalogue& catalogue, const Draw& draw,
                 const Options& options)
    : CellRun(assembly, overrides_of(assembly, catalogue, draw, options.values), options)
{
}

CellRun::CellRun(const Assembly& assembly, std::vector<simulate::Override> overrides,
                 const Options& options)
    : system_(assembly.system),
      integrator_(simulate::Evaluator(system_, system_.parameter_values(overrides)),
                  options.tolerances)
{
  std::vector<double> parameters = system_.parameter_values(overrides);
  untreated_ = start_of(system_, parameters, options.untreated);
  if (options.untreated == nullptr) untreated_ = integrator_.steady_state(untreated_);

  untreated_outputs_.resize(system_.num_outputs());
  const std::vector<double> no_drug(system_.num_inputs(), 0.0);
  integrator_.evaluator().outputs(0.0, untreated_, no_drug, untreated_outputs_);

  const auto rest = system_.find_parameter(rest_parameter);
  if (options.off == nullptr || !rest) return;
  switch_off(*options.off, assembly, overrides);
  overrides.push_back({*rest, untreated_output(rest_output)});
  parameters = system_.parameter_values(overrides);
  integrator_ = ode::Integrator(simulate::Evaluator(system_, parameters), options.tolerances);
}

AmountsByName CellRun::untreated_by_name() const
{
  AmountsByName amounts;
  for (std::size_t i = 0; i < untreated_.size(); ++i) {
    amounts.emplace(system_.species_names()[i], untreated_[i]);
  }
  return amounts;
}

std::size_t CellRun::output(std::string_view name) const
{
  const auto index = system_.find_output(name);
  assert(index.has_value());
  return *index;
}

double CellRun::untreated_output(std::string_view name) const
{
  return untreated_outputs_[output(name)];
}

simulate::Trajectory CellRun::treat(const simulate::Forcing& forcing, std::span<const double> times,
                                    std::span<const double> amounts)
{
  return integrator_.integrate(amounts.empty() ? std::span<const double>(untreated_) : amounts, times,
                               forcing);
}

simulate::Forcing constant_drugs(std::vector<double> molecules)
{
  return {[molecules = std::move(molecules)](double, std::span<double> inputs) {
            std::copy(molecules.begin(), molecules.end(), inputs.begin());
          },
          {}};
}

}  // namespace rascade::pathway
