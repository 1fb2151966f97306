// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "rascade/network/network.hpp"
#include "rascade/simulate/rate_program.hpp"
#include "rascade/ssa/sum_forest.hpp"

namespace rascade::ssa {

/// The state of a stochastic run and the rate of each reaction in it, kept up to date event by
/// event: only what depends on a changed amount is computed anew.
///
/// Each reaction hangs on one of its reactants, its hub: the one with the most reactions. The rates
/// per molecule of the hub are summed up under it, so that a change of the hub's own amount, on
/// which hundreds of reactions may depend, is one multiplication [Ramaswamy2009].
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

  /// Of all reactions' rates, 1/s.
  [[nodiscard]] double total() const { return forest_->total(hubs_tree()); }

  /// The reaction that x falls on if they are laid side by side, as long as their rates.
  /// @pre 0 <= x < total()
  [[nodiscard]] std::size_t find(double x) const;

  [[nodiscard]] std::span<const double> amounts() const { return amounts_; }

 private:
  using Formulas = simulate::Formulas;
  struct Law {
    Formulas::Pass pass;
    std::uint32_t slot = 0;
    bool sees_time = false;
    std::vector<std::uint32_t> reactions;
  };
  struct Place {
    std::uint32_t tree;  // the hub's
    std::uint32_t leaf;
  };
  /// A reaction of a hub and one other species: its weight is constant * amount of that species.
  struct Pair {
    Place place;
    double constant;
  };
  /// Rows of unlike lengths, one after the other.
  template <class T>
  struct Rows {
    std::vector<std::size_t> starts{0};
    std::vector<T> items;
    void add_row(std::span<const T> row)
    {
      items.insert(items.end(), row.begin(), row.end());
      starts.push_back(items.size());
    }
    [[nodiscard]] std::span<const T> operator[](std::size_t i) const
    {
      return std::span(items).subspan(starts[i], starts[i + 1] - starts[i]);
    }
  };

  void index_laws(const network::Network& network);
  void index_observables(const network::Network& network);
  void choose_hubs(const network::Network& network);
  void index_species(const network::Network& network);
  [[nodiscard]] Formulas::Pass pass_of(simulate::NodeIndex root, bool& sees_time) const;
  void evaluate(Law& law);
  void update(std::size_t reaction);
  void set(Place place, double weight);
  void touch(std::size_t tree);
  void sum_up_hubs();
  [[nodiscard]] double weight(std::size_t reaction) const;
  void update_times(double t);

  /// The tree of reactions without a hub, and that of all the hubs' rates.
  [[nodiscard]] std::size_t no_hub() const { return amounts_.size(); }
  [[nodiscard]] std::size_t hubs_tree() const { return amounts_.size() + 1; }

  simulate::RateSystem system_;
  const simulate::RateSystem::Program& program_;
  std::vector<bool> is_elementary_;                      // [n_reactions]
  Rows<network::SpeciesIndex> used_;                     // [n_reactions], reactants
  Rows<std::pair<std::uint32_t, double>> changes_;       // [n_reactions]
  std::vector<Law> laws_;                                // those that vary
  std::vector<Place> places_;                            // [n_reactions]
  Rows<std::uint32_t> reactions_of_;                     // [n_hubs + 1], by leaf
  Rows<Pair> pairs_of_;                                  // [n_species], it being the other one
  Rows<std::uint32_t> further_of_;                       // [n_species], reactions not among these
  Rows<std::uint32_t> laws_of_;                          // [n_species], that depend on it
  Rows<std::pair<std::uint32_t, double>> observables_of_;  // [n_species], those that laws see
  std::vector<std::uint32_t> timed_laws_;
  std::vector<double> slots_;
  std::vector<double> factors_;      // [n_reactions]
  std::vector<double> amounts_;      // [n_species]
  std::vector<double> observables_;  // [n_observables]
  std::vector<std::uint64_t> law_seen_;       // the event a law was last evaluated at
  std::vector<std::uint64_t> tree_seen_;
  std::vector<std::uint32_t> touched_;        // trees since the hubs were last summed up
  std::uint64_t event_ = 0;
  std::optional<SumForest> forest_;
};

}  // namespace rascade::ssa
