// SPDX-License-Identifier: MIT
#include "rascade/tumour/population.hpp"

#include <cassert>
#include <cmath>
#include <cstdint>

#include "rascade/tumour/draw.hpp"

namespace rascade::tumour {
namespace {

/// What a stream is for: the last of its coordinates.
enum class Purpose : std::uint32_t {
  birth_before_treatment,
  growth_before_treatment,
  birth_under_treatment,
  growth_under_treatment
};

/// Above this many mutants a step their number is taken for its mean: chance is below 1 %.
constexpr double many_births = 1e4;
/// Above this many they are drawn at once, not one by one.
constexpr double several_births = 16;

random::Stream stream_for(const TumourSetup& setup, std::uint32_t clone, Purpose purpose)
{
  return {setup.seed, {setup.patient, clone, static_cast<std::uint32_t>(purpose)}};
}

double waiting(random::Stream& stream) { return -std::log(stream.uniform()); }

}  // namespace

Population::Population(const TumourSetup& setup, Life life)
    : clones_(&setup.clones), cells_(setup.clones.size()), divisions_(setup.clones.size(), 0.0)
{
  const bool before = life == Life::before_treatment;
  const Purpose birth = before ? Purpose::birth_before_treatment : Purpose::birth_under_treatment;
  const Purpose growth =
      before ? Purpose::growth_before_treatment : Purpose::growth_under_treatment;
  birth_streams_.reserve(setup.clones.size());
  growth_streams_.reserve(setup.clones.size());
  to_next_birth_.reserve(setup.clones.size());
  for (std::uint32_t i = 0; i < setup.clones.size(); ++i) {
    birth_streams_.push_back(stream_for(setup, i, birth));
    growth_streams_.push_back(stream_for(setup, i, growth));
    to_next_birth_.push_back(waiting(birth_streams_.back()));
  }
}

void Population::advance(std::size_t clone, const StepRates& rates, double dt,
                         double stochastic_below)
{
  random::Stream& stream = growth_streams_[clone];
  const Cells before = cells_[clone];
  Cells after = grow(before, rates, dt, stochastic_below, stream);
  divisions_[clone] = 0.5 * (before.active + after.active) * rates.b * dt;
  const Clone& c = (*clones_)[clone];
  if (c.parent >= 0) {
    assert(static_cast<std::size_t>(c.parent) < clone);
    const double mean = c.rate * divisions_[static_cast<std::size_t>(c.parent)];
    const Cells mutants{births(clone, mean), 0.0};
    const Cells grown = grow(mutants, rates, 0.5 * dt, stochastic_below, stream);
    after.active += grown.active;
    after.quiescent += grown.quiescent;
  }
  cells_[clone] = after;
}

/// Births are the points of a Poisson process on the axis of births expected so far: nothing is
/// drawn until the next one, and a tumour that differs a little has nearly the same births.
double Population::births(std::size_t clone, double mean)
{
  if (mean > many_births) return mean;
  random::Stream& stream = birth_streams_[clone];
  if (mean > several_births) return draw_poisson(mean, stream);
  double number = 0.0;
  for (; to_next_birth_[clone] <= mean; number += 1.0) {
    mean -= to_next_birth_[clone];
    to_next_birth_[clone] = waiting(stream);
  }
  to_next_birth_[clone] -= mean;
  return number;
}

double Population::total() const
{
  double sum = 0.0;
  for (const Cells& cells : cells_) sum += cells.total();
  return sum;
}

}  // namespace rascade::tumour
