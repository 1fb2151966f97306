// SPDX-License-Identifier: MIT
#include "rascade/reduce/collapse.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "rascade/reduce/reaction_terms.hpp"

namespace rascade::reduce {
namespace {

using model::Expression;
using network::Network;
using network::Reaction;
using network::SpeciesIndex;

bool is_zero(const Expression& e) { return e.kind == Expression::Kind::number && e.number == 0.0; }

class Collapser {
 public:
  Collapser(const Network& full, std::vector<std::int32_t> place, Meaning meaning)
      : full_(full), meaning_(meaning)
  {
    result_.place = std::move(place);
  }

  Reduction run()
  {
    copy_all_but_reactions();
    const ReactionTerms terms = terms_of(full_);
    for (std::size_t r = 0; r < full_.reactions.size(); ++r) {
      add(full_.reactions[r], terms.terms[r]);
    }
    return std::move(result_);
  }

 private:
  void copy_all_but_reactions()
  {
    Network& network = result_.network;
    network.parameters = full_.parameters;
    network.rate_laws = full_.rate_laws;
    network.scales = full_.scales;
    network.functions = full_.functions;
    network.tables = full_.tables;
    network.compartments = full_.compartments;
    network.rule_names = full_.rule_names;
    for (std::size_t s = 0; s < full_.species.size(); ++s) {
      const std::int32_t place = result_.place[s];
      if (place == gone) continue;
      const bool is_first = static_cast<std::size_t>(place) == network.species.size();
      is_first_.resize(full_.species.size(), false);
      is_first_[s] = is_first;
      if (is_first) {
        network.species.push_back(full_.species[s]);
      } else if (meaning_ == Meaning::sum) {
        add_amount(full_.species[s].amount, network.species[static_cast<std::size_t>(place)]);
      }
    }
    for (const network::NetworkObservable& o : full_.observables) add_observable(o);
  }

  static void add_amount(const Expression& amount, network::NetworkSpecies& species)
  {
    if (is_zero(amount)) return;
    if (is_zero(species.amount)) {
      species.amount = amount;
      return;
    }
    species.amount = {Expression::Kind::add, 0.0, "", {std::move(species.amount), amount}, {}};
  }

  void add_observable(const network::NetworkObservable& observable)
  {
    std::map<SpeciesIndex, double> weights;
    for (const auto& [species, weight] : observable.weights) {
      if (result_.place[species] == gone) continue;
      if (meaning_ == Meaning::copy || is_first_[species]) weights[placed(species)] += weight;
    }
    result_.network.observables.push_back({observable.name, {weights.begin(), weights.end()}});
  }

  [[nodiscard]] SpeciesIndex placed(std::size_t species) const
  {
    return SpeciesIndex(static_cast<std::size_t>(result_.place[species]));
  }

  /// Sum: with all of a block's amount in its first member, only reactions among first members go
  /// on. Copy: every reaction goes on, but only the first members' change is looked at.
  [[nodiscard]] bool goes_on(const ReactionTerm& term) const
  {
    return std::all_of(term.reactants.begin(), term.reactants.end(), [&](std::uint32_t s) {
      return result_.place[s] != gone && (meaning_ == Meaning::copy || is_first_[s]);
    });
  }

  [[nodiscard]] std::map<std::uint32_t, int> change_of(const ReactionTerm& term) const
  {
    std::map<std::uint32_t, int> change;
    for (const auto& [species, count] : term.change) {
      if (result_.place[species] == gone) continue;
      if (meaning_ == Meaning::copy && !is_first_[species]) continue;
      change[placed(species).value] += count;
    }
    std::erase_if(change, [](const auto& item) { return item.second == 0; });
    return change;
  }

  /// Products: what is consumed, and the change.
  void add(const Reaction& reaction, const ReactionTerm& term)
  {
    if (!goes_on(term)) return;
    const std::map<std::uint32_t, int> change = change_of(term);
    if (change.empty()) return;
    Reaction reduced = reaction;
    std::map<std::uint32_t, int> made = change;
    for (SpeciesIndex& s : reduced.reactants) {
      s = placed(s);
      ++made[s.value];
    }
    if (term.is_elementary) std::sort(reduced.reactants.begin(), reduced.reactants.end());
    reduced.products.clear();
    for (const auto& [species, count] : made) {
      reduced.products.insert(reduced.products.end(), static_cast<std::size_t>(count),
                              SpeciesIndex(std::size_t{species}));
    }
    merge(std::move(reduced), term.symbol);
  }

  void merge(Reaction reaction, std::uint32_t symbol)
  {
    std::vector<Reaction>& all = result_.network.reactions;
    const auto [same, is_new] = reactions_.try_emplace(
        std::tuple(symbol, reaction.reactants, reaction.products), all.size());
    if (is_new) {
      all.push_back(std::move(reaction));
    } else {
      all[same->second].factor += reaction.factor;
    }
  }

  using Key = std::tuple<std::uint32_t, std::vector<SpeciesIndex>, std::vector<SpeciesIndex>>;

  const Network& full_;
  Meaning meaning_;
  Reduction result_;
  std::vector<bool> is_first_;  // [n_species], of its block
  std::map<Key, std::size_t> reactions_;
};

}  // namespace

Reduction collapse(const Network& network, std::vector<std::int32_t> place, Meaning meaning)
{
  return Collapser(network, std::move(place), meaning).run();
}

Reduction keep(const Network& network, std::vector<bool> is_kept)
{
  const bool is_none = std::find(is_kept.begin(), is_kept.end(), true) == is_kept.end();
  if (is_none && !is_kept.empty()) is_kept[0] = true;
  std::vector<std::int32_t> place;
  std::int32_t next = 0;
  for (const bool is_there : is_kept) place.push_back(is_there ? next++ : gone);
  return collapse(network, std::move(place), Meaning::copy);
}

}  // namespace rascade::reduce
