// SPDX-License-Identifier: MIT
#include "rascade/ssa/propensities.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace rascade::ssa {

using network::Reaction;
using simulate::LeafSlot;
using simulate::NodeIndex;
using simulate::Op;

Propensities::Propensities(const network::Network& network, simulate::RateSystem system,
                           std::span<const double> parameters)
    : system_(std::move(system)),
      program_(system_.program()),
      slots_(program_.formulas.slots),
      amounts_(network.species.size(), 0.0),
      observables_(network.observables.size(), 0.0)
{
  for (const LeafSlot& leaf : program_.formulas.parameters) {
    slots_[leaf.slot] = parameters[leaf.which];
  }
  run(program_.formulas.fixed, slots_, program_.tables);
  for (std::size_t r = 0; r < network.reactions.size(); ++r) {
    const Reaction& reaction = network.reactions[r];
    const auto kind = network.rate_laws[reaction.law].kind;
    is_elementary_.push_back(kind == model::RateLaw::Kind::elementary);
    used_.add_row(reaction.reactants);
    factors_.push_back(program_.kinetics.factors[r] * slots_[program_.kinetics.scales[r]]);
    std::map<std::uint32_t, double> change;
    for (const network::SpeciesIndex s : reaction.reactants) change[s.value] -= 1.0;
    for (const network::SpeciesIndex s : reaction.products) change[s.value] += 1.0;
    std::vector<std::pair<std::uint32_t, double>> kept;
    for (const auto& [species, net] : change) {
      if (net != 0.0 && !network.species[species].fixed) kept.emplace_back(species, net);
    }
    changes_.add_row(kept);
  }
  index_laws(network);
  index_observables(network);
  choose_hubs(network);
  index_species(network);
}

/// Reactions whose law is at the same place in the program share it.
void Propensities::index_laws(const network::Network& network)
{
  std::map<std::uint32_t, std::size_t> places;
  for (const std::uint32_t r : program_.kinetics.varying) {
    const std::uint32_t slot = program_.kinetics.laws[r];
    const auto [place, is_new] = places.try_emplace(slot, laws_.size());
    if (is_new) {
      Law& law = laws_.emplace_back();
      law.slot = slot;
      law.pass = pass_of(NodeIndex(slot), law.sees_time);
    }
    laws_[place->second].reactions.push_back(r);
  }
  std::vector<std::set<std::uint32_t>> by_species(network.species.size());
  for (std::uint32_t i = 0; i < laws_.size(); ++i) {
    if (laws_[i].sees_time) timed_laws_.push_back(i);
    for (const LeafSlot& leaf : laws_[i].pass.species) by_species[leaf.which].insert(i);
    for (const LeafSlot& leaf : laws_[i].pass.observables) {
      for (const auto& [s, weight] : network.observables[leaf.which].weights) {
        by_species[s].insert(i);
      }
    }
  }
  for (const auto& set : by_species) laws_of_.add_row(std::vector(set.begin(), set.end()));
  law_seen_.assign(laws_.size(), 0);
}

/// Observables that no law sees need not be followed.
void Propensities::index_observables(const network::Network& network)
{
  std::set<std::uint32_t> seen;
  for (const Law& law : laws_) {
    for (const LeafSlot& leaf : law.pass.observables) seen.insert(leaf.which);
  }
  std::vector<std::vector<std::pair<std::uint32_t, double>>> of(network.species.size());
  for (const std::uint32_t o : seen) {
    for (const auto& [s, weight] : network.observables[o].weights) of[s].emplace_back(o, weight);
  }
  for (const auto& row : of) observables_of_.add_row(row);
}

/// Reactions without reactants, and those whose law says itself how it depends on them, have no hub.
void Propensities::choose_hubs(const network::Network& network)
{
  std::vector<std::size_t> degree(network.species.size(), 0);
  for (const network::SpeciesIndex s : used_.items) ++degree[s];
  std::vector<std::vector<std::uint32_t>> reactions(network.species.size() + 1);
  for (std::size_t r = 0; r < network.reactions.size(); ++r) {
    std::size_t hub = no_hub();
    if (is_elementary_[r]) {
      for (const network::SpeciesIndex s : used_[r]) {
        if (hub == no_hub() || degree[s] > degree[hub]) hub = s;
      }
    }
    places_.push_back({static_cast<std::uint32_t>(hub),
                       static_cast<std::uint32_t>(reactions[hub].size())});
    reactions[hub].push_back(static_cast<std::uint32_t>(r));
  }
  std::vector<std::size_t> sizes;
  for (const auto& row : reactions) {
    reactions_of_.add_row(row);
    sizes.push_back(row.size());
  }
  sizes.push_back(reactions.size());
  tree_seen_.assign(reactions.size(), 0);
  forest_.emplace(sizes);
}

void Propensities::index_species(const network::Network& network)
{
  std::vector<bool> varies(network.reactions.size(), false);
  for (const std::uint32_t r : program_.kinetics.varying) varies[r] = true;
  std::vector<std::vector<Pair>> pairs(network.species.size());
  std::vector<std::vector<std::uint32_t>> further(network.species.size());
  for (std::size_t r = 0; r < network.reactions.size(); ++r) {
    const auto used = used_[r];
    const Place place = places_[r];
    const bool is_pair = is_elementary_[r] && !varies[r] && used.size() == 2 && used[0] != used[1];
    if (is_pair) {
      const network::SpeciesIndex other = used[0] == place.tree ? used[1] : used[0];
      pairs[other].push_back({place, factors_[r] * slots_[program_.kinetics.laws[r]]});
      continue;
    }
    for (std::size_t i = 0; i < used.size(); ++i) {
      // The hub's amount is a factor of its own, unless it is consumed twice.
      const bool is_hub = used[i] == place.tree;
      if (is_hub && std::count(used.begin(), used.end(), used[i]) == 1) continue;
      std::vector<std::uint32_t>& of = further[used[i]];
      if (of.empty() || of.back() != r) of.push_back(static_cast<std::uint32_t>(r));
    }
  }
  for (const auto& row : pairs) pairs_of_.add_row(row);
  for (const auto& row : further) further_of_.add_row(row);
}

/// What one law needs, in order of evaluation.
Propensities::Formulas::Pass Propensities::pass_of(NodeIndex root, bool& sees_time) const
{
  const auto& nodes = program_.graph.nodes();
  std::set<std::size_t> needed{root};
  Formulas::Pass pass;
  // Arguments have smaller numbers, so from the largest on each node is met once.
  for (auto at = needed.rbegin(); at != needed.rend(); at = std::make_reverse_iterator(
                                                           needed.find(*at))) {
    const simulate::Node& node = nodes[*at];
    for (std::size_t i = 0; i < num_args(node.op); ++i) needed.insert(node.args[i]);
  }
  for (const std::size_t n : needed) {
    const simulate::Node& node = nodes[n];
    const auto slot = static_cast<std::uint32_t>(n);
    if (node.op == Op::observable) pass.observables.push_back({slot, node.which});
    if (node.op == Op::species) pass.species.push_back({slot, node.which});
    if (node.op == Op::time) sees_time = true;
    if (is_leaf(node.op)) continue;
    const std::uint32_t second = is_table(node.op) ? node.which : node.args[1].value;
    pass.instructions.push_back({node.op, slot, node.args[0].value, second, node.args[2].value});
  }
  return pass;
}

void Propensities::begin(double t, std::span<const double> amounts)
{
  amounts_.assign(amounts.begin(), amounts.end());
  for (std::size_t o = 0; o < observables_.size(); ++o) {
    observables_[o] = program_.observables.dot(o, amounts_.data());
  }
  ++event_;
  update_times(t);
  for (Law& law : laws_) evaluate(law);
  for (std::size_t r = 0; r < places_.size(); ++r) update(r);
  for (std::size_t tree = 0; tree <= no_hub(); ++tree) touch(tree);
  sum_up_hubs();
}

void Propensities::fire(std::size_t reaction, double t)
{
  ++event_;
  const auto changes = changes_[reaction];
  for (const auto& [species, net] : changes) {
    amounts_[species] += net;
    for (const auto& [o, weight] : observables_of_[species]) observables_[o] += weight * net;
  }
  if (!laws_.empty()) {
    update_times(t);
    for (const auto& [species, net] : changes) {
      for (const std::uint32_t law : laws_of_[species]) {
        if (std::exchange(law_seen_[law], event_) == event_) continue;
        evaluate(laws_[law]);
        for (const std::uint32_t r : laws_[law].reactions) update(r);
      }
    }
  }
  for (const auto& [species, net] : changes) {
    for (const Pair& pair : pairs_of_[species]) set(pair.place, pair.constant * amounts_[species]);
    for (const std::uint32_t r : further_of_[species]) update(r);
    touch(species);
  }
  if (!timed_laws_.empty()) move_to(t);
  sum_up_hubs();
}

void Propensities::move_to(double t)
{
  if (timed_laws_.empty()) return;
  update_times(t);
  for (const std::uint32_t law : timed_laws_) {
    evaluate(laws_[law]);
    for (const std::uint32_t r : laws_[law].reactions) update(r);
  }
  sum_up_hubs();
}

void Propensities::update_times(double t)
{
  for (const LeafSlot& leaf : program_.formulas.times) slots_[leaf.slot] = t;
}

void Propensities::evaluate(Law& law)
{
  for (const LeafSlot& leaf : law.pass.observables) slots_[leaf.slot] = observables_[leaf.which];
  for (const LeafSlot& leaf : law.pass.species) slots_[leaf.slot] = amounts_[leaf.which];
  run(law.pass.instructions, slots_, program_.tables);
}

void Propensities::update(std::size_t reaction) { set(places_[reaction], weight(reaction)); }

void Propensities::set(Place place, double weight)
{
  forest_->set(place.tree, place.leaf, weight);
  touch(place.tree);
}

void Propensities::touch(std::size_t tree)
{
  if (std::exchange(tree_seen_[tree], event_) == event_) return;
  touched_.push_back(static_cast<std::uint32_t>(tree));
}

void Propensities::sum_up_hubs()
{
  for (const std::uint32_t tree : touched_) {
    const double amount = tree == no_hub() ? 1.0 : amounts_[tree];
    // Without a molecule of the hub its reactions' laws need not have a value.
    forest_->set(hubs_tree(), tree, amount > 0.0 ? amount * forest_->total(tree) : 0.0);
    tree_seen_[tree] = 0;
  }
  touched_.clear();
}

/// The reaction's rate for each molecule of its hub.
double Propensities::weight(std::size_t reaction) const
{
  double value = factors_[reaction] * slots_[program_.kinetics.laws[reaction]];
  const auto used = used_[reaction];
  const std::size_t hub = places_[reaction].tree;
  bool is_hub_due = true;
  double before = 0.0;  // molecules of the same species already taken
  for (std::size_t i = 0; i < used.size(); ++i) {
    before = i > 0 && used[i] == used[i - 1] ? before + 1.0 : 0.0;
    if (used[i] == hub && std::exchange(is_hub_due, false)) continue;
    const double n = amounts_[used[i]];
    if (n <= before) return 0.0;
    if (is_elementary_[reaction]) {
      value *= n - before;
    } else if (before > 0.0) {
      value *= (n - before) / n;
    }
  }
  return value;
}

std::size_t Propensities::find(double x) const
{
  const std::size_t hub = forest_->find(hubs_tree(), x);
  if (hub != no_hub()) x /= amounts_[hub];
  return reactions_of_[hub][forest_->find(hub, x)];
}

}  // namespace rascade::ssa
