// SPDX-License-Identifier: MIT
#include "rascade/tumour/clone_growth.hpp"

#include <algorithm>
#include <cmath>

#include "rascade/tumour/draw.hpp"

namespace rascade::tumour {
namespace {

/// Events of one kind a cell in a sub-step: fewer where lines die out, as then the shape of the
/// offspring's distribution counts and not its mean and variance alone.
constexpr double largest_change_of_few = 0.05, largest_change_of_many = 0.2;
constexpr double many_cells = 100;

/// Chances of a two-state cell to have changed side after dt days.
struct Exchange {
  double to_quiescent = 0, to_active = 0;
};

Exchange exchange(const StepRates& rates, double dt)
{
  const double sum = rates.q + rates.r;
  if (sum <= 0.0) return {};
  const double mixed = -std::expm1(-sum * dt) / sum;
  return {rates.q * mixed, rates.r * mixed};
}

/// Linear birth-death process over dt days: a line dies out with chance `lost`; one that survives
/// has 1 + `added` cells on average (geometric in number; Kendall's solution).
struct Branching {
  double lost = 0, added = 0, quiescent_lost = 0;
};

Branching branching(const StepRates& rates, double dt)
{
  const double net = rates.b - rates.d;
  // (e^{net dt} - 1)/net, with its limit dt where births balance deaths.
  const double x = net * dt;
  const double f = std::abs(x) < 1e-8 ? dt * (1.0 + 0.5 * x) : std::expm1(x) / net;
  return {rates.d * f / (1.0 + rates.b * f), rates.b * f, -std::expm1(-rates.d0 * dt)};
}

void apply(const Exchange& chance, Cells& cells, random::Stream& stream)
{
  const double resting = draw_binomial(cells.active, chance.to_quiescent, stream);
  const double waking = draw_binomial(cells.quiescent, chance.to_active, stream);
  cells.active += waking - resting;
  cells.quiescent += resting - waking;
}

void apply(const Branching& chance, Cells& cells, random::Stream& stream)
{
  cells.active -= draw_binomial(cells.active, chance.lost, stream);
  cells.active += draw_poisson(cells.active * chance.added, stream);
  cells.quiescent -= draw_binomial(cells.quiescent, chance.quiescent_lost, stream);
}

}  // namespace

StepRates step_rates(const Rates& rates, const Growth& growth, double room)
{
  return {rates.division * room, rates.death, rates.enter, rates.leave, growth.d0};
}

Cells grow_expected(const Cells& cells, const StepRates& rates, double dt)
{
  // With eigenvalues m +- w and h half the gap of the diagonal,
  //   exp(M t) = e^{(m - w)t} I + f [[w + h, r], [q, w - h]],  f = e^{(m + w)t} (1 -
  //   e^{-2wt})/(2w):
  // sums of positive terms only, once w -+ h is formed without cancellation from w^2 - h^2 = q r.
  const double upper = rates.b - rates.d - rates.q;
  const double lower = -rates.r - rates.d0;
  const double h = 0.5 * (upper - lower);
  const double w = std::sqrt(h * h + rates.q * rates.r);
  const double far = w + std::abs(h);
  const double near = far > 0.0 ? rates.q * rates.r / far : 0.0;
  const double slow = std::exp((0.5 * (upper + lower) - w) * dt);
  const double fast = std::exp((0.5 * (upper + lower) + w) * dt);
  const double f = fast * (w > 0.0 ? -std::expm1(-2.0 * w * dt) / (2.0 * w) : dt);
  const double staying_active = slow + f * (h >= 0.0 ? far : near);
  const double staying_quiescent = slow + f * (h >= 0.0 ? near : far);
  return {staying_active * cells.active + rates.r * f * cells.quiescent,
          rates.q * f * cells.active + staying_quiescent * cells.quiescent};
}

Cells grow_by_chance(const Cells& cells, const StepRates& rates, double dt, random::Stream& stream)
{
  const double fastest = std::max({rates.b, rates.d, rates.q, rates.r});
  const double largest_change =
      cells.total() < many_cells ? largest_change_of_few : largest_change_of_many;
  const double steps = std::max(1.0, std::ceil(fastest * dt / largest_change));
  const double sub_step = dt / steps;
  const Exchange half = exchange(rates, 0.5 * sub_step);
  const Exchange full = exchange(rates, sub_step);
  const Branching lines = branching(rates, sub_step);
  Cells now = cells;
  apply(half, now, stream);
  for (double i = 1.0; i <= steps && now.total() > 0.0; i += 1.0) {
    apply(lines, now, stream);
    apply(i < steps ? full : half, now, stream);
  }
  return now;
}

Cells grow(const Cells& cells, const StepRates& rates, double dt, double stochastic_below,
           random::Stream& stream)
{
  if (cells.total() <= 0.0) return {};
  if (cells.total() >= stochastic_below) return grow_expected(cells, rates, dt);
  const Cells counted{draw_whole(cells.active, stream), draw_whole(cells.quiescent, stream)};
  return grow_by_chance(counted, rates, dt, stream);
}

double growth_rate(const StepRates& rates)
{
  const double upper = rates.b - rates.d - rates.q;
  const double lower = -rates.r - rates.d0;
  const double half_gap = 0.5 * (upper - lower);
  return 0.5 * (upper + lower) + std::sqrt(half_gap * half_gap + rates.q * rates.r);
}

Cells settled(double total, const StepRates& rates)
{
  if (rates.q <= 0.0) return {total, 0.0};
  // Second row of M v = lambda v; lambda > -(r + d0) as q > 0, unless r = 0 and active cells shrink
  // faster than quiescent ones die: then all end up quiescent.
  const double balance = growth_rate(rates) + rates.r + rates.d0;
  const double active = balance / (balance + rates.q);
  return {total * active, total * (1.0 - active)};
}

}  // namespace rascade::tumour
