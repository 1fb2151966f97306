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
      observables_(network.observables.size(), 0.0),
      rates_(network.reactions.size())
{
  for (const LeafSlot& leaf : program_.formulas.parameters) {
    slots_[leaf.slot] = parameters[leaf.which];
  }
  run(program_.formulas.fixed, slots_, program_.tables);
  for (std::size_t r = 0; r < network.reactions.size(); ++r) {
    const Reaction& reaction = network.reactions[r];
    const auto kind = network.rate_laws[reaction.law].kind;
    is_elementary_.push_back(kind == model::RateLaw::Kind::elementary);
    used_.push_back(reaction.reactants);
    factors_.push_back(program_.kinetics.factors[r] * slots_[program_.kinetics.scales[r]]);
    std::map<std::uint32_t, double> change;
    for (const network::SpeciesIndex s : reaction.reactants) change[s.value] -= 1.0;
    for (const network::SpeciesIndex s : reaction.products) change[s.value] += 1.0;
    auto& kept = changes_.emplace_back();
    for (const auto& [species, net] : change) {
      if (net != 0.0 && !network.species[species].fixed) kept.emplace_back(species, net);
    }
  }
  index_laws(network);
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
  for (const auto& set : by_species) laws_by_species_.emplace_back(set.begin(), set.end());
  law_seen_.assign(laws_.size(), 0);
}

void Propensities::index_species(const network::Network& network)
{
  reactions_by_species_.resize(network.species.size());
  observables_by_species_.resize(network.species.size());
  reaction_seen_.assign(network.reactions.size(), 0);
  for (std::size_t r = 0; r < used_.size(); ++r) {
    for (const network::SpeciesIndex s : used_[r]) {
      std::vector<std::uint32_t>& of = reactions_by_species_[s];
      if (of.empty() || of.back() != r) of.push_back(static_cast<std::uint32_t>(r));
    }
  }
  for (std::size_t o = 0; o < network.observables.size(); ++o) {
    for (const auto& [s, weight] : network.observables[o].weights) {
      observables_by_species_[s].emplace_back(static_cast<std::uint32_t>(o), weight);
    }
  }
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
  update_times(t);
  for (Law& law : laws_) evaluate(law);
  for (std::size_t r = 0; r < used_.size(); ++r) rates_.set(r, rate(r));
}

void Propensities::fire(std::size_t reaction, double t)
{
  ++event_;
  update_times(t);
  for (const auto& [species, net] : changes_[reaction]) {
    amounts_[species] += net;
    for (const auto& [o, weight] : observables_by_species_[species]) observables_[o] += weight * net;
  }
  for (const auto& [species, net] : changes_[reaction]) {
    for (const std::uint32_t law : laws_by_species_[species]) {
      if (std::exchange(law_seen_[law], event_) == event_) continue;
      evaluate(laws_[law]);
      for (const std::uint32_t r : laws_[law].reactions) update(r);
    }
    for (const std::uint32_t r : reactions_by_species_[species]) update(r);
  }
  move_to(t);
}

void Propensities::move_to(double t)
{
  if (timed_laws_.empty()) return;
  update_times(t);
  for (const std::uint32_t law : timed_laws_) {
    evaluate(laws_[law]);
    for (const std::uint32_t r : laws_[law].reactions) rates_.set(r, rate(r));
  }
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

void Propensities::update(std::size_t reaction)
{
  if (std::exchange(reaction_seen_[reaction], event_) == event_) return;
  rates_.set(reaction, rate(reaction));
}

double Propensities::rate(std::size_t reaction) const
{
  double value = factors_[reaction] * slots_[program_.kinetics.laws[reaction]];
  const std::vector<network::SpeciesIndex>& used = used_[reaction];
  double before = 0.0;  // molecules of the same species already taken
  for (std::size_t i = 0; i < used.size(); ++i) {
    before = i > 0 && used[i] == used[i - 1] ? before + 1.0 : 0.0;
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

std::span<const double> Propensities::amounts() const { return amounts_; }

}  // namespace rascade::ssa
