// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rascade/graph/match.hpp"
#include "rascade/network/apply_rule.hpp"
#include "rascade/network/compile_rule.hpp"
#include "rascade/network/network.hpp"
#include "rascade/network/observe.hpp"
#include "rascade/network/species_table.hpp"

namespace rascade::network {

/// Which rate law a reaction has: the rule's own, or one that depends on where the rule acts, by the
/// energies of what it turns into what, or by local functions. Equal laws of a rule are one.
class LawBook {
 public:
  /// What it is made from must outlive it.
  LawBook(const model::Model& model, const std::vector<CompiledRule>& rules,
          const MoleculeKinds& kinds, const SpeciesTable& species);

  /// Must be told of every species, in order, before a reaction with it is asked about.
  void add_species(SpeciesIndex species);

  /// @param matches  [n_reactants] where the rule acts
  [[nodiscard]] RateLawIndex law_of(std::size_t rule, std::span<const SpeciesIndex> reactants,
                                    std::span<const SpeciesIndex> products,
                                    std::span<const Match> matches);

  [[nodiscard]] const std::vector<model::RateLaw>& laws() const { return laws_; }

 private:
  /// Stoichiometry of energy patterns, by pattern; without zeros.
  using Energies = std::vector<std::pair<std::uint32_t, double>>;
  using Bindings = std::map<std::string, TagTarget>;
  struct Context {
    std::span<const SpeciesIndex> reactants;
    std::span<const Match> matches;
  };

  [[nodiscard]] bool is_local(const model::Expression& e) const;
  [[nodiscard]] model::Expression localise(const model::Expression& e, const Bindings& bindings,
                                           const Context& context);
  [[nodiscard]] double count(std::size_t observable, const TagTarget& target,
                             const Context& context);
  [[nodiscard]] Energies energy_change(std::span<const SpeciesIndex> reactants,
                                       std::span<const SpeciesIndex> products) const;
  [[nodiscard]] model::Expression rate_from_energies(const model::Rule& rule,
                                                     model::Expression activation,
                                                     const Energies& change) const;
  RateLawIndex intern(std::size_t rule, const std::string& key, model::RateLaw law);

  const model::Model& model_;
  const std::vector<CompiledRule>& rules_;
  const SpeciesTable& species_;
  std::vector<Observer> observers_;                   // [n_observables]
  std::map<std::string, std::size_t> observable_at_;  // by name
  std::map<std::string, std::size_t> function_at_;    // by name, those with arguments
  std::vector<graph::Matcher> energy_matchers_;       // [n_energy_patterns]
  std::vector<double> energy_weights_;                // [n_energy_patterns], of one match
  std::vector<Energies> energies_;                    // [n_species]
  std::vector<bool> is_local_;                        // [n_rules]
  std::vector<RateLawIndex> plain_;                   // [n_rules]; of others unused
  std::map<std::pair<std::size_t, Energies>, RateLawIndex> by_energy_;
  std::unordered_map<std::string, RateLawIndex> by_key_;
  std::vector<model::RateLaw> laws_;
  graph::Matcher::Scratch scratch_;
  std::vector<std::uint32_t> rows_;
};

}  // namespace rascade::network
