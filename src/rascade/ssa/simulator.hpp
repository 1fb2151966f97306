// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <vector>

#include "rascade/network/network.hpp"
#include "rascade/simulate/rate_system.hpp"

namespace rascade::ssa {

/// A run that cannot go on: a rate is negative or no number, or too much happens.
class StochasticFailed : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Exact stochastic simulation (Gillespie's direct method): one event after the other, found in as
/// many steps as the logarithm of the number of reactions. Rates with a jump in time are exact as
/// well; those that change smoothly in time are held from one event to the next.
class Simulator {
 public:
  /// Called with the amounts [n_species] at times[i]; false ends the run there.
  using OnTime = std::function<bool(std::size_t i, std::span<const double> amounts)>;

  /// @param parameters  [n_parameters] as from RateSystem::parameter_values
  Simulator(const network::Network& network, const simulate::RateSystem& system,
            std::span<const double> parameters);
  ~Simulator();
  Simulator(Simulator&&) noexcept;
  Simulator& operator=(Simulator&&) noexcept;

  /// Runs from amounts (rounded to whole molecules) through `times` (s, ascending; the first is the
  /// start). The same arguments give the same bits. Throws StochasticFailed.
  ///
  /// @return the amounts at the end
  std::vector<double> run(std::span<const double> amounts, std::span<const double> times,
                          std::uint64_t seed, const OnTime& on_time);

  /// A run fails that would come beyond so many events since construction.
  void limit_events(std::uint64_t most);

  /// Events since construction.
  [[nodiscard]] std::uint64_t events() const;

 private:
  struct Memory;
  std::unique_ptr<Memory> memory_;
};

}  // namespace rascade::ssa
