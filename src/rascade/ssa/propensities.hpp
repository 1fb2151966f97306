// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "rascade/network/network.hpp"
#include "rascade/simulate/rate_program.hpp"
#include "rascade/ssa/sum_tree.hpp"

namespace rascade::ssa {

/// The state of a stochastic run and the rate of each reaction in it, kept up to date event by
/// event: only what depends on a changed amount is computed anew.
///
/// n molecules of a species consumed twice give n (n - 1) ordered pairs. Rates that depend on the
/// time are those of the last event.
class Propensities {
 public:
  Propensities(const network::Network& network, simulate::RateSystem system,
               std::span<const double> parameters);

  /// Starts anew from whole numbers of molecules.
  void begin(double t, std::span<const double> amounts);

  /// Lets a reaction happen at time t.
  void fire(std::size_t reaction, double t);

  /// The time has come to t, nothing has happened.
  void move_to(double t);

  [[nodiscard]] const SumTree& rates() const { return rates_; }
  [[nodiscard]] std::span<const double> amounts() const;

 private:
  using Formulas = simulate::Formulas;
  struct Law {
    Formulas::Pass pass;
    std::uint32_t slot = 0;
    bool sees_time = false;
    std::vector<std::uint32_t> reactions;
  };

  void index_laws(const network::Network& network);
  void index_species(const network::Network& network);
  [[nodiscard]] Formulas::Pass pass_of(simulate::NodeIndex root, bool& sees_time) const;
  void evaluate(Law& law);
  void update(std::size_t reaction);
  [[nodiscard]] double rate(std::size_t reaction) const;
  void update_times(double t);

  simulate::RateSystem system_;
  const simulate::RateSystem::Program& program_;
  std::vector<bool> is_elementary_;                       // [n_reactions]
  std::vector<std::vector<network::SpeciesIndex>> used_;  // [n_reactions], reactants
  std::vector<std::vector<std::pair<std::uint32_t, double>>> changes_;  // [n_reactions]
  std::vector<Law> laws_;                                  // those that vary
  std::vector<std::vector<std::uint32_t>> reactions_by_species_;  // as a reactant
  std::vector<std::vector<std::uint32_t>> laws_by_species_;
  std::vector<std::vector<std::pair<std::uint32_t, double>>> observables_by_species_;
  std::vector<std::uint32_t> timed_laws_;
  std::vector<double> slots_;
  std::vector<double> factors_;      // [n_reactions]
  std::vector<double> amounts_;      // [n_species]
  std::vector<double> observables_;  // [n_observables]
  std::vector<std::uint64_t> law_seen_;       // the event a law was last evaluated at
  std::vector<std::uint64_t> reaction_seen_;
  std::uint64_t event_ = 0;
  SumTree rates_;
};

}  // namespace rascade::ssa
