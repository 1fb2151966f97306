// SPDX-License-Identifier: MIT
#include "rascade/ssa/simulator.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <string>

#include "rascade/random/stream.hpp"
#include "rascade/ssa/propensities.hpp"

namespace rascade::ssa {

struct Simulator::Memory {
  Propensities state;
  std::vector<double> breaks;  // s, ascending
  std::uint64_t events = 0;
  std::uint64_t most_events = std::numeric_limits<std::uint64_t>::max();
};

namespace {

double total_of(const Propensities& state, double t)
{
  const double total = state.total();
  if (std::isfinite(total) && total >= 0.0) return total;
  throw StochasticFailed("at t = " + std::to_string(t) + " s a rate is negative or no number");
}

}  // namespace

Simulator::Simulator(const network::Network& network, const simulate::RateSystem& system,
                     std::span<const double> parameters)
    : memory_(new Memory{Propensities(network, system, parameters),
                         simulate::Evaluator(system, parameters).breaks()})
{
}

Simulator::~Simulator() = default;
Simulator::Simulator(Simulator&&) noexcept = default;
Simulator& Simulator::operator=(Simulator&&) noexcept = default;

void Simulator::limit_events(std::uint64_t most) { memory_->most_events = most; }

std::uint64_t Simulator::events() const { return memory_->events; }

// A waiting time that reaches beyond an output or a break is cut there and drawn anew: waiting has
// no memory.
std::vector<double> Simulator::run(std::span<const double> amounts, std::span<const double> times,
                                   std::uint64_t seed, const OnTime& on_time)
{
  assert(!times.empty() && std::is_sorted(times.begin(), times.end()));
  random::Stream stream(seed, {});
  Propensities& state = memory_->state;
  std::vector<double> whole(amounts.begin(), amounts.end());
  for (double& n : whole) n = std::max(0.0, std::round(n));
  double t = times.front();
  state.begin(t, whole);
  for (std::size_t next = 0; next < times.size();) {
    if (times[next] <= t) {
      if (on_time && !on_time(next, state.amounts())) break;
      ++next;
      continue;
    }
    const auto jump = std::upper_bound(memory_->breaks.begin(), memory_->breaks.end(), t);
    const bool at_break = jump != memory_->breaks.end() && *jump < times[next];
    const double until = at_break ? *jump : times[next];
    const double total = total_of(state, t);
    const double wait = total > 0.0 ? -std::log(stream.uniform()) / total
                                    : std::numeric_limits<double>::infinity();
    if (!(t + wait < until)) {
      t = until;
      state.move_to(t);
      continue;
    }
    if (memory_->events >= memory_->most_events) {
      throw StochasticFailed("too many events by t = " + std::to_string(t) + " s");
    }
    t += wait;
    state.fire(state.find(stream.uniform() * total), t);
    ++memory_->events;
  }
  return {state.amounts().begin(), state.amounts().end()};
}

}  // namespace rascade::ssa
