// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <utility>

#include "rascade/simulate/rate_program.hpp"
#include "rascade/simulate/rate_system.hpp"

namespace rascade::simulate {

struct Evaluator::State {
  RateSystem system;
  const RateSystem::Program& program;
  std::vector<double> slots;       // of the formulas
  std::vector<double> amounts;     // [n_species + 1], a one at the end
  std::vector<double> factors;     // [n_reactions], factor * scale
  std::vector<double> constants;   // [n_reactions], factor * scale * law
  std::vector<double> products;    // [n_reactions], amounts of the reactants multiplied
  std::vector<double> rates;       // [n_reactions], 1/s
  std::vector<double> law_slopes;  // [n_law_slopes]
  std::vector<double> slopes;      // [n_reactant_slopes + n_amount_slopes + n_through]

  State(RateSystem s, std::span<const double> parameters)
      : system(std::move(s)), program(*system.program_)
  {
    const Kinetics& k = program.kinetics;
    amounts.assign(program.species_names.size() + 1, 1.0);
    factors.resize(k.factors.size());
    constants.resize(k.factors.size());
    products.resize(k.factors.size());
    rates.resize(k.factors.size());
    law_slopes.resize(k.law_slopes.size());
    slopes.resize(k.reactant_slopes.size() + k.amount_slopes.size() + k.through.num_rows());
    set(parameters);
  }

  void set(std::span<const double> parameters)
  {
    assert(parameters.size() == program.parameter_names.size());
    slots = program.formulas.slots;
    for (const LeafSlot& leaf : program.formulas.parameters) {
      slots[leaf.slot] = parameters[leaf.which];
    }
    run(program.formulas.fixed, slots, program.tables);
    const Kinetics& k = program.kinetics;
    for (std::size_t r = 0; r < k.factors.size(); ++r) {
      factors[r] = k.factors[r] * slots[k.scales[r]];
      constants[r] = factors[r] * slots[k.laws[r]];
    }
  }

  /// Formulas see no observable below zero: there are no negative molecules, and an amount of -1e-9
  /// left by the solver must not turn a root or a logarithm into something that is not a number.
  void run_formulas(const Formulas::Pass& pass, double t, std::span<const double> inputs)
  {
    for (const LeafSlot& leaf : program.formulas.inputs) slots[leaf.slot] = inputs[leaf.which];
    for (const LeafSlot& leaf : program.formulas.times) slots[leaf.slot] = t;
    for (const LeafSlot& leaf : pass.observables) {
      slots[leaf.slot] = std::max(0.0, program.observables.dot(leaf.which, amounts.data()));
    }
    for (const LeafSlot& leaf : pass.species) {
      slots[leaf.slot] = std::max(0.0, amounts[leaf.which]);
    }
    run(pass.instructions, slots, program.tables);
  }

  void prepare(const Formulas::Pass& pass, double t, std::span<const double> y,
               std::span<const double> inputs)
  {
    assert(y.size() + 1 == amounts.size());
    assert(inputs.size() == program.input_names.size());
    std::copy(y.begin(), y.end(), amounts.begin());
    run_formulas(pass, t, inputs);
    const Kinetics& k = program.kinetics;
    for (const std::uint32_t r : k.varying) constants[r] = factors[r] * slots[k.laws[r]];
    for (std::size_t r = 0; r < products.size(); ++r) {
      products[r] = amounts[k.first[r]] * amounts[k.second[r]];
    }
    for (const FurtherFactor& f : k.further) products[f.entry] *= amounts[f.species];
  }

  void compute_slopes()
  {
    const Kinetics& k = program.kinetics;
    for (std::size_t i = 0; i < k.reactant_slopes.size(); ++i) {
      slopes[i] = constants[k.reactant_slopes[i].reaction] * amounts[k.reactant_slopes[i].other];
    }
    for (const FurtherFactor& f : k.further_slopes) slopes[f.entry] *= amounts[f.species];
    for (std::size_t i = 0; i < law_slopes.size(); ++i) {
      const std::uint32_t r = k.law_slopes[i].reaction;
      law_slopes[i] = factors[r] * products[r] * slots[k.law_slopes[i].slope];
    }
    const std::size_t own = k.reactant_slopes.size();
    for (std::size_t i = 0; i < k.amount_slopes.size(); ++i) {
      const LawSlope& by = k.amount_slopes[i];
      slopes[own + i] = factors[by.reaction] * slots[by.slope];
    }
    k.through.multiply(law_slopes.data(), std::span(slopes).subspan(own + k.amount_slopes.size()));
  }
};

Evaluator::Evaluator(RateSystem system, std::span<const double> parameters)
    : state_(std::make_unique<State>(std::move(system), parameters))
{
}

Evaluator::~Evaluator() = default;
Evaluator::Evaluator(Evaluator&&) noexcept = default;
Evaluator& Evaluator::operator=(Evaluator&&) noexcept = default;

const RateSystem& Evaluator::system() const { return state_->system; }

void Evaluator::set_parameters(std::span<const double> parameters) { state_->set(parameters); }

void Evaluator::rhs(double t, std::span<const double> y, std::span<const double> inputs,
                    std::span<double> dydt)
{
  State& s = *state_;
  rates(t, y, inputs, s.rates);
  s.program.kinetics.change.multiply(s.rates.data(), dydt);
}

void Evaluator::rates(double t, std::span<const double> y, std::span<const double> inputs,
                      std::span<double> out)
{
  State& s = *state_;
  assert(out.size() == s.rates.size());
  s.prepare(s.program.formulas.rates, t, y, inputs);
  for (std::size_t r = 0; r < out.size(); ++r) out[r] = s.constants[r] * s.products[r];
}

void Evaluator::jacobian(double t, std::span<const double> y, std::span<const double> inputs,
                         std::span<double> values)
{
  State& s = *state_;
  s.prepare(s.program.formulas.slopes, t, y, inputs);
  s.compute_slopes();
  s.program.kinetics.entries.multiply(s.slopes.data(), values);
}

std::vector<double> Evaluator::breaks() const
{
  std::vector<double> times;
  for (const TimeBreak& b : state_->program.formulas.breaks) {
    if (b.is_table) {
      const std::vector<double>& x = state_->program.tables[b.which].x;
      times.insert(times.end(), x.begin(), x.end());
    } else {
      times.push_back(state_->slots[b.which]);
    }
  }
  std::erase_if(times, [](double t) { return !std::isfinite(t); });
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  return times;
}

void Evaluator::outputs(double t, std::span<const double> y, std::span<const double> inputs,
                        std::span<double> out)
{
  State& s = *state_;
  assert(out.size() == s.program.output_names.size());
  std::copy(y.begin(), y.end(), s.amounts.begin());
  s.run_formulas(s.program.formulas.outputs, t, inputs);
  const std::size_t num_observables = s.program.num_observables;
  s.program.observables.multiply(s.amounts.data(), out.first(num_observables));
  for (std::size_t f = 0; f < s.program.formulas.functions.size(); ++f) {
    out[num_observables + f] = s.slots[s.program.formulas.functions[f]];
  }
}

}  // namespace rascade::simulate
