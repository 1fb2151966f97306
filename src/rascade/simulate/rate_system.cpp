// SPDX-License-Identifier: MIT
#include "rascade/simulate/rate_system.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>

#include "rascade/simulate/differentiate.hpp"
#include "rascade/simulate/rate_program.hpp"

namespace rascade::simulate {
namespace {

template <class I>
std::optional<I> find_name(const std::vector<std::string>& names, std::string_view name)
{
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return I(static_cast<std::size_t>(found - names.begin()));
}

}  // namespace

std::size_t RateSystem::num_species() const { return program_->species_names.size(); }

std::size_t RateSystem::num_reactions() const { return program_->kinetics.factors.size(); }

std::size_t RateSystem::num_inputs() const { return program_->input_names.size(); }

std::size_t RateSystem::num_outputs() const { return program_->output_names.size(); }

std::span<const std::string> RateSystem::species_names() const { return program_->species_names; }

std::span<const std::string> RateSystem::output_names() const { return program_->output_names; }

std::span<const std::string> RateSystem::input_names() const { return program_->input_names; }

std::optional<ParameterIndex> RateSystem::find_parameter(std::string_view name) const
{
  return find_name<ParameterIndex>(program_->parameter_names, name);
}

std::optional<OutputIndex> RateSystem::find_output(std::string_view name) const
{
  return find_name<OutputIndex>(program_->output_names, name);
}

const Sparsity& RateSystem::jacobian_sparsity() const { return program_->kinetics.sparsity; }

bool RateSystem::depends_on_time() const
{
  const std::vector<std::uint32_t>& laws = program_->kinetics.laws;
  return std::any_of(laws.begin(), laws.end(), [this](std::uint32_t law) {
    return !leaves_of(program_->graph, NodeIndex(law), {Op::time}).empty();
  });
}

std::span<const ConservationLaw> RateSystem::conservation_laws() const
{
  std::call_once(program_->laws_are_found, [this] {
    const SparseRows changes = program_->kinetics.change.transposed(program_->kinetics.laws.size());
    const std::vector<bool> all(changes.num_rows(), true);
    program_->laws = simulate::conservation_laws(changes, all, num_species())
                         .value_or(std::vector<ConservationLaw>());
  });
  return program_->laws;
}

std::vector<double> RateSystem::parameter_values(std::span<const Override> overrides) const
{
  const Settings& settings = program_->settings;
  std::vector<std::optional<double>> given(settings.leaves.size());
  for (const Override& o : overrides) given[o.parameter] = o.value;
  std::vector<double> slots = settings.slots;
  std::vector<double> values;
  values.reserve(settings.leaves.size());
  for (std::size_t p = 0; p < settings.leaves.size(); ++p) {
    run(settings.steps[p], slots, program_->tables);
    const double value = given[p].value_or(slots[settings.results[p]]);
    slots[settings.leaves[p]] = value;
    values.push_back(value);
  }
  return values;
}

std::vector<double> RateSystem::initial_amounts(std::span<const double> parameters) const
{
  const Settings& settings = program_->settings;
  assert(parameters.size() == settings.leaves.size());
  std::vector<double> slots = settings.slots;
  for (std::size_t p = 0; p < parameters.size(); ++p) slots[settings.leaves[p]] = parameters[p];
  run(settings.amounts, slots, program_->tables);
  std::vector<double> amounts;
  amounts.reserve(settings.amount_results.size());
  for (const NodeIndex result : settings.amount_results) amounts.push_back(slots[result]);
  return amounts;
}

}  // namespace rascade::simulate
