// SPDX-License-Identifier: MIT
#include "rascade/network/law_book.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "rascade/network/rule_symmetry.hpp"

namespace rascade::network {
namespace {

using model::Expression;
using Kind = Expression::Kind;

Expression number(double value)
{
  Expression e;
  e.number = value;
  return e;
}

Expression operation(Kind kind, std::vector<Expression> args)
{
  Expression e;
  e.kind = kind;
  e.args = std::move(args);
  return e;
}

Expression call(std::string name, Expression arg)
{
  Expression e = operation(Kind::call, {std::move(arg)});
  e.name = std::move(name);
  return e;
}

std::string key_of(const model::RateLaw& law)
{
  std::string key = fmt::format("{}", static_cast<int>(law.kind));
  for (const Expression& arg : law.args) key += " " + model::to_string(arg);
  return key;
}

}  // namespace

LawBook::LawBook(const model::Model& model, const std::vector<CompiledRule>& rules,
                 const MoleculeKinds& kinds, const SpeciesTable& species)
    : model_(model), rules_(rules), species_(species)
{
  for (std::size_t o = 0; o < model.observables.size(); ++o) {
    observers_.emplace_back(model.observables[o], model.options, kinds);
    observable_at_.emplace(model.observables[o].name, o);
  }
  for (std::size_t f = 0; f < model.functions.size(); ++f) {
    if (!model.functions[f].args.empty()) function_at_.emplace(model.functions[f].name, f);
  }
  for (const model::EnergyPattern& energy : model.energy_patterns) {
    energy_matchers_.emplace_back(to_site_pattern(energy.pattern, kinds));
    energy_weights_.push_back(1.0 / count_automorphisms(energy.pattern, kinds));
  }
  for (const model::Rule& rule : model.rules) {
    is_local_.push_back(std::any_of(rule.rate.args.begin(), rule.rate.args.end(),
                                    [this](const Expression& arg) { return is_local(arg); }));
    const bool is_plain = !is_local_.back() && rule.rate.kind != model::RateLaw::Kind::arrhenius;
    plain_.push_back(is_plain ? intern(0, key_of(rule.rate), rule.rate) : RateLawIndex());
  }
}

void LawBook::add_species(SpeciesIndex species)
{
  Energies& energies = energies_.emplace_back();
  for (std::uint32_t e = 0; e < energy_matchers_.size(); ++e) {
    rows_.clear();
    const std::size_t found = energy_matchers_[e].find(species_[species], scratch_, rows_);
    if (found > 0) energies.emplace_back(e, static_cast<double>(found) * energy_weights_[e]);
  }
}

RateLawIndex LawBook::law_of(std::size_t rule, std::span<const SpeciesIndex> reactants,
                             std::span<const SpeciesIndex> products, std::span<const Match> matches)
{
  const model::RateLaw& law = model_.rules[rule].rate;
  const bool has_energy = law.kind == model::RateLaw::Kind::arrhenius;
  if (!has_energy && !is_local_[rule]) return plain_[rule];
  if (!has_energy) {
    model::RateLaw local = law;
    for (Expression& arg : local.args) {
      arg = localise(arg, rules_[rule].tags, {reactants, matches});
    }
    return intern(rule + 1, key_of(local), std::move(local));
  }
  Energies change = energy_change(reactants, products);
  Expression activation = law.args[1];
  std::pair<std::size_t, Energies> key(rule, std::move(change));
  if (!is_local_[rule]) {
    if (const auto known = by_energy_.find(key); known != by_energy_.end()) return known->second;
  } else {
    activation = localise(activation, rules_[rule].tags, {reactants, matches});
  }
  model::RateLaw made{model::RateLaw::Kind::elementary,
                      {rate_from_energies(model_.rules[rule], std::move(activation), key.second)}};
  const std::string text = key_of(made);
  const RateLawIndex index = intern(rule + 1, text, std::move(made));
  if (!is_local_[rule]) by_energy_.emplace(std::move(key), index);
  return index;
}

RateLawIndex LawBook::intern(std::size_t rule, const std::string& key, model::RateLaw law)
{
  const auto [known, is_new] =
      by_key_.emplace(fmt::format("{} {}", rule, key), RateLawIndex(laws_.size()));
  if (is_new) laws_.push_back(std::move(law));
  return known->second;
}

/// Does it ask for an observable in what a tag names, however indirectly?
bool LawBook::is_local(const Expression& e) const
{
  const bool is_ours = e.kind == Kind::call && !e.args.empty() &&
                       (observable_at_.contains(e.name) || function_at_.contains(e.name));
  return is_ours || std::any_of(e.args.begin(), e.args.end(),
                                [this](const Expression& arg) { return is_local(arg); });
}

Expression LawBook::localise(const Expression& e, const Bindings& bindings, const Context& context)
{
  if (e.kind == Kind::call && !e.args.empty()) {
    if (const auto observable = observable_at_.find(e.name); observable != observable_at_.end()) {
      double sum = 0.0;
      for (const Expression& arg : e.args) {
        const auto target = bindings.find(arg.name);
        if (target != bindings.end()) sum += count(observable->second, target->second, context);
      }
      return number(sum);
    }
    if (const auto function = function_at_.find(e.name); function != function_at_.end()) {
      const model::Function& f = model_.functions[function->second];
      Bindings inner;
      for (std::size_t i = 0; i < std::min(f.args.size(), e.args.size()); ++i) {
        const auto target = bindings.find(e.args[i].name);
        if (target != bindings.end()) inner[f.args[i]] = target->second;
      }
      return localise(f.value, inner, context);
    }
  }
  Expression result = e;
  for (Expression& arg : result.args) arg = localise(arg, bindings, context);
  return result;
}

double LawBook::count(std::size_t observable, const TagTarget& target, const Context& context)
{
  const graph::SiteGraph& species = species_[context.reactants[target.reactant]];
  const Match& match = context.matches[target.reactant];
  if (target.molecule < 0) {
    return observers_[observable].weight(species, match.place, scratch_, rows_);
  }
  const std::uint32_t molecule = match.row[static_cast<std::size_t>(target.molecule)];
  return observers_[observable].weight_at(species, molecule, scratch_, rows_);
}

LawBook::Energies LawBook::energy_change(std::span<const SpeciesIndex> reactants,
                                         std::span<const SpeciesIndex> products) const
{
  std::vector<double> sums(energy_matchers_.size());
  for (const SpeciesIndex s : reactants) {
    for (const auto& [pattern, weight] : energies_[s]) sums[pattern] -= weight;
  }
  for (const SpeciesIndex s : products) {
    for (const auto& [pattern, weight] : energies_[s]) sums[pattern] += weight;
  }
  Energies change;
  for (std::uint32_t e = 0; e < sums.size(); ++e) {
    // Weights are multiples of 1/n; what rounding leaves of their differences is none.
    if (std::abs(sums[e]) > 1e-9) change.emplace_back(e, sums[e]);
  }
  return change;
}

/// exp(-(Ea + phi dG)) forward; backward dG has the other sign and the factor is phi - 1, so that the
/// ratio of the two is exp(-dG) whatever phi is.
Expression LawBook::rate_from_energies(const model::Rule& rule, Expression activation,
                                       const Energies& change) const
{
  std::optional<Expression> energy;
  for (const auto& [pattern, stoichiometry] : change) {
    Expression term = model_.energy_patterns[pattern].energy;
    if (stoichiometry == -1.0) {
      term = operation(Kind::negate, {std::move(term)});
    } else if (stoichiometry != 1.0) {
      term = operation(Kind::multiply, {number(stoichiometry), std::move(term)});
    }
    energy = energy ? operation(Kind::add, {std::move(*energy), std::move(term)}) : std::move(term);
  }
  if (energy) {
    Expression phi = rule.rate.args[0];
    if (rule.is_reverse) phi = operation(Kind::subtract, {std::move(phi), number(1.0)});
    activation = operation(Kind::add, {std::move(activation),
                                       operation(Kind::multiply, {std::move(phi),
                                                                  std::move(*energy)})});
  }
  return call("exp", operation(Kind::negate, {std::move(activation)}));
}

}  // namespace rascade::network
