// SPDX-License-Identifier: MIT
#include "rascade/tumour/history.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "rascade/tumour/population.hpp"
#include "rascade/tumour/signal_integral.hpp"

namespace rascade::tumour {
namespace {

constexpr double parent_growth_per_step = 0.05;  // log of the factor
constexpr double mutant_growth_per_step = 0.2;

std::vector<StepRates> untreated_rates(const TumourSetup& setup)
{
  std::vector<StepRates> rates;
  rates.reserve(setup.clones.size());
  for (const Clone& clone : setup.clones) {
    const double s = SignalIntegral(clone.untreated).mean_of_repeat();
    rates.push_back(step_rates(rates_at(s, setup.growth), setup.growth, 1.0));
  }
  return rates;
}

/// Mutants that have arisen and lived while clone 0 grew from one cell to `cells_at_start`.
std::vector<Cells> mutants(const TumourSetup& setup, const std::vector<StepRates>& rates)
{
  Population population(setup, Life::before_treatment);
  const double lambda = growth_rate(rates[0]);
  const bool has_mutations =
      std::any_of(setup.clones.begin(), setup.clones.end(),
                  [](const Clone& c) { return c.parent >= 0 && c.rate > 0; });
  if (lambda <= 0.0 || setup.cells_at_start <= 1.0 || !has_mutations) return population.cells();
  const double duration = std::log(setup.cells_at_start) / lambda;
  double longest_step = parent_growth_per_step / lambda;
  for (const StepRates& r : rates) {
    longest_step =
        std::min(longest_step, mutant_growth_per_step / std::max(lambda, growth_rate(r)));
  }
  const std::size_t steps = static_cast<std::size_t>(std::ceil(duration / longest_step));
  const double dt = duration / static_cast<double>(steps);
  population.cells()[0] = settled(1.0, rates[0]);
  for (std::size_t step = 0; step < steps; ++step) {
    population.advance(0, rates[0], dt, 0.0);
    for (std::size_t i = 1; i < rates.size(); ++i) {
      population.advance(i, rates[i], dt, setup.stochastic_below);
    }
  }
  population.cells()[0] = {};
  return population.cells();
}

}  // namespace

std::vector<Cells> cells_before_treatment(const TumourSetup& setup)
{
  const std::vector<StepRates> rates = untreated_rates(setup);
  std::vector<Cells> cells = mutants(setup, rates);
  double others = 0.0;
  for (std::size_t i = 1; i < cells.size(); ++i) {
    const Cells present = settled(setup.clones[i].fraction * setup.cells_at_start, rates[i]);
    cells[i].active += present.active;
    cells[i].quiescent += present.quiescent;
    others += cells[i].total();
  }
  if (others > setup.cells_at_start) {  // a fitter mutant has overgrown the tumour
    const double scale = setup.cells_at_start / others;
    for (Cells& c : cells) c = {c.active * scale, c.quiescent * scale};
    others = setup.cells_at_start;
  }
  cells[0] = settled(setup.cells_at_start - others, rates[0]);
  return cells;
}

}  // namespace rascade::tumour
