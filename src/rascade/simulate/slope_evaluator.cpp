// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cassert>
#include <cstddef>
#include <utility>

#include "rascade/simulate/slope_program.hpp"
#include "rascade/simulate/slope_system.hpp"

namespace rascade::simulate {

struct SlopeEvaluator::State {
  struct Term {
    std::uint32_t slope;  // into rate_slopes
    std::uint32_t unknown;
    double weight;
  };

  SlopeSystem system;
  const SlopeSystem::Program& program;
  const RateSystem::Program& rates;
  SparseRows chain;                 // [n_parameters x n_unknowns]
  std::vector<Term> terms;          // by unknown, then by slope
  std::vector<std::size_t> starts;  // [n_unknowns + 1], into terms
  std::vector<double> slots;
  std::vector<double> amounts;  // [n_species + 1], a one at the end
  std::vector<double> factors;  // [n_rate_slopes], the slope's reaction's
  std::vector<double> values;   // [n_rate_slopes], d(rate)/d(parameter)

  State(SlopeSystem s, const ParameterPoint& point)
      : system(std::move(s)),
        program(system.program()),
        rates(program.system.program()),
        chain(point.slopes),
        slots(program.slots),
        amounts(rates.species_names.size() + 1, 1.0),
        values(program.rate_slopes.size(), 0.0)
  {
    for (const LeafSlot& leaf : program.parameters) slots[leaf.slot] = point.values[leaf.which];
    run(program.fixed, slots, rates.tables);
    for (const RateSlope& slope : program.rate_slopes) {
      factors.push_back(rates.kinetics.factors[slope.reaction]);
    }
    lay_out_terms();
  }

  void lay_out_terms()
  {
    for (std::size_t i = 0; i < program.rate_slopes.size(); ++i) {
      const std::uint32_t p = program.rate_slopes[i].parameter;
      for (std::uint32_t k = chain.starts[p]; k < chain.starts[p + 1]; ++k) {
        terms.push_back({static_cast<std::uint32_t>(i), chain.columns[k], chain.coefficients[k]});
      }
    }
    std::stable_sort(terms.begin(), terms.end(),
                     [](const Term& a, const Term& b) { return a.unknown < b.unknown; });
    starts.assign(program.unknowns.size() + 1, 0);
    for (const Term& term : terms) ++starts[term.unknown + 1];
    for (std::size_t u = 1; u < starts.size(); ++u) starts[u] += starts[u - 1];
  }

  /// Formulas see no amount below zero, as in Evaluator.
  void run_pass(const Formulas::Pass& pass, double t, std::span<const double> y,
                std::span<const double> inputs)
  {
    assert(y.size() + 1 == amounts.size());
    std::copy(y.begin(), y.end(), amounts.begin());
    for (const LeafSlot& leaf : program.inputs) slots[leaf.slot] = inputs[leaf.which];
    for (const LeafSlot& leaf : program.times) slots[leaf.slot] = t;
    for (const LeafSlot& leaf : pass.observables) {
      slots[leaf.slot] = std::max(0.0, rates.observables.dot(leaf.which, amounts.data()));
    }
    for (const LeafSlot& leaf : pass.species) {
      slots[leaf.slot] = std::max(0.0, amounts[leaf.which]);
    }
    run(pass.instructions, slots, rates.tables);
  }

  [[nodiscard]] std::vector<double> products() const
  {
    const Kinetics& k = rates.kinetics;
    std::vector<double> result(k.first.size());
    for (std::size_t r = 0; r < result.size(); ++r) {
      result[r] = amounts[k.first[r]] * amounts[k.second[r]];
    }
    for (const FurtherFactor& f : k.further) result[f.entry] *= amounts[f.species];
    return result;
  }
};

SlopeEvaluator::SlopeEvaluator(SlopeSystem system, const ParameterPoint& point)
    : state_(std::make_unique<State>(std::move(system), point))
{
}

SlopeEvaluator::~SlopeEvaluator() = default;
SlopeEvaluator::SlopeEvaluator(SlopeEvaluator&&) noexcept = default;
SlopeEvaluator& SlopeEvaluator::operator=(SlopeEvaluator&&) noexcept = default;

void SlopeEvaluator::move_to(double t, std::span<const double> y, std::span<const double> inputs)
{
  State& s = *state_;
  s.run_pass(s.program.rates, t, y, inputs);
  const std::vector<double> products = s.products();
  for (std::size_t i = 0; i < s.values.size(); ++i) {
    const RateSlope& slope = s.program.rate_slopes[i];
    s.values[i] = s.factors[i] * products[slope.reaction] * s.slots[slope.slope];
  }
}

void SlopeEvaluator::add_column(std::size_t unknown, std::span<double> out) const
{
  const State& s = *state_;
  const SparseRows& changes = s.program.changes;
  for (std::size_t i = s.starts[unknown]; i < s.starts[unknown + 1]; ++i) {
    const State::Term& term = s.terms[i];
    const double slope = term.weight * s.values[term.slope];
    const std::uint32_t r = s.program.rate_slopes[term.slope].reaction;
    for (std::uint32_t k = changes.starts[r]; k < changes.starts[r + 1]; ++k) {
      out[changes.columns[k]] += changes.coefficients[k] * slope;
    }
  }
}

void SlopeEvaluator::weigh(std::span<const double> weights, std::span<double> out) const
{
  const State& s = *state_;
  std::vector<double> by_slope(s.values.size());
  for (std::size_t i = 0; i < by_slope.size(); ++i) {
    by_slope[i] =
        s.values[i] * s.program.changes.dot(s.program.rate_slopes[i].reaction, weights.data());
  }
  std::fill(out.begin(), out.end(), 0.0);
  for (const State::Term& term : s.terms) out[term.unknown] += term.weight * by_slope[term.slope];
}

const SparseRows& SlopeEvaluator::changes() const { return state_->program.changes; }

std::vector<bool> SlopeEvaluator::active_reactions() const
{
  const State& s = *state_;
  const Kinetics& k = s.rates.kinetics;
  std::vector<bool> active(k.laws.size(), false);
  std::vector<int> absent(k.laws.size(), 0);  // reactants
  for (std::size_t r = 0; r < active.size(); ++r) {
    absent[r] = (s.amounts[k.first[r]] == 0.0 ? 1 : 0) + (s.amounts[k.second[r]] == 0.0 ? 1 : 0);
  }
  for (const FurtherFactor& f : k.further) absent[f.entry] += s.amounts[f.species] == 0.0 ? 1 : 0;
  for (std::size_t r = 0; r < active.size(); ++r) {
    active[r] = s.slots[k.laws[r]] != 0.0 && absent[r] <= 1;
  }
  for (const LawSlope& slope : k.law_slopes) {
    if (s.slots[slope.slope] != 0.0 && absent[slope.reaction] == 0) active[slope.reaction] = true;
  }
  for (const LawSlope& slope : k.amount_slopes) {
    if (s.slots[slope.slope] != 0.0) active[slope.reaction] = true;
  }
  return active;
}

void SlopeEvaluator::output_slopes(OutputIndex output, double t, std::span<const double> y,
                                   std::span<const double> inputs, std::span<double> by_amount,
                                   std::span<double> by_unknown)
{
  State& s = *state_;
  std::fill(by_amount.begin(), by_amount.end(), 0.0);
  std::fill(by_unknown.begin(), by_unknown.end(), 0.0);
  const auto add_row = [](const SparseRows& rows, std::size_t i, double factor,
                          std::span<double> out) {
    for (std::uint32_t k = rows.starts[i]; k < rows.starts[i + 1]; ++k) {
      out[rows.columns[k]] += factor * rows.coefficients[k];
    }
  };
  if (output < s.rates.num_observables) return add_row(s.rates.observables, output, 1.0, by_amount);
  s.run_pass(s.program.outputs, t, y, inputs);
  const std::size_t f = output - s.rates.num_observables;
  for (const Partial& p : s.program.by_observable) {
    if (p.of == f) add_row(s.rates.observables, p.by, s.slots[p.slope], by_amount);
  }
  for (const Partial& p : s.program.by_parameter) {
    if (p.of == f) add_row(s.chain, p.by, s.slots[p.slope], by_unknown);
  }
}

}  // namespace rascade::simulate
