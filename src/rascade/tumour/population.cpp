// SPDX-License-Identifier: MIT
#include "rascade/tumour/population.hpp"

#include <cassert>

namespace rascade::tumour {
namespace {

/// Above this many mutants a step their number is taken for its mean: chance is below 1 %.
constexpr double many_mutants = 1e4;

}  // namespace

Population::Population(const TumourSetup& setup, Purpose purpose)
    : clones_(&setup.clones), cells_(setup.clones.size()), divisions_(setup.clones.size(), 0.0)
{
  streams_.reserve(setup.clones.size());
  for (std::uint32_t i = 0; i < setup.clones.size(); ++i) {
    const std::uint32_t use = static_cast<std::uint32_t>(purpose);
    streams_.emplace_back(setup.seed, std::initializer_list<std::uint32_t>{setup.patient, i, use});
  }
}

void Population::advance(std::size_t clone, const StepRates& rates, double dt,
                         double stochastic_below)
{
  const Cells before = cells_[clone];
  Cells after = grow(before, rates, dt, stochastic_below, streams_[clone]);
  divisions_[clone] = 0.5 * (before.active + after.active) * rates.b * dt;
  const Cells mutants = born(clone, rates, dt, stochastic_below);
  after.active += mutants.active;
  after.quiescent += mutants.quiescent;
  cells_[clone] = after;
}

Cells Population::born(std::size_t clone, const StepRates& rates, double dt,
                       double stochastic_below)
{
  const Clone& c = (*clones_)[clone];
  if (c.parent < 0) return {};
  assert(static_cast<std::size_t>(c.parent) < clone);
  const double mean = c.rate * divisions_[static_cast<std::size_t>(c.parent)];
  if (mean <= 0.0) return {};
  random::Stream& stream = streams_[clone];
  const double number = mean > many_mutants ? mean : static_cast<double>(stream.poisson(mean));
  return grow({number, 0.0}, rates, 0.5 * dt, stochastic_below, stream);
}

double Population::total() const
{
  double sum = 0.0;
  for (const Cells& cells : cells_) sum += cells.total();
  return sum;
}

}  // namespace rascade::tumour
