// SPDX-License-Identifier: MIT
#include "rascade/inspect/site_facts.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace rascade::inspect {
namespace {

using model::BondRule;
using model::ComponentPattern;
using model::MoleculePattern;
using network::TypeSite;

/// Where each bond of a pattern leads to, by label.
class Partners {
 public:
  Partners(const std::vector<model::MoleculeType>& types, const model::Pattern& pattern)
  {
    for (const MoleculePattern& molecule : pattern.molecules) {
      for (const ComponentPattern& site : molecule.components) {
        if (site.bond != BondRule::bound) continue;
        ends_[site.label].emplace_back(&site,
                                       network::type_site(types, molecule.type, site.component));
      }
    }
  }

  [[nodiscard]] std::optional<TypeSite> of(const ComponentPattern& site) const
  {
    for (const auto& [end, where] : ends_.at(site.label)) {
      if (end != &site) return where;
    }
    return std::nullopt;
  }

 private:
  std::map<std::int32_t, std::vector<std::pair<const ComponentPattern*, TypeSite>>> ends_;
};

bool fits(const SiteFact& fact, const ComponentPattern& site,
          const std::optional<TypeSite>& partner)
{
  if (site.state >= 0 && fact.state != site.state) return false;
  switch (site.bond) {
    case BondRule::unbound:
      return !fact.partner;
    case BondRule::bound:
      return fact.partner && fact.partner == partner;
    case BondRule::any_bond:
      return fact.partner.has_value();
    case BondRule::either:
      return true;
  }
  return true;
}

std::optional<TypeSite> partner_in(const Partners& partners, const ComponentPattern& site)
{
  return site.bond == BondRule::bound ? partners.of(site) : std::nullopt;
}

}  // namespace

SiteFacts::SiteFacts(const model::Model& model)
    : model_(model), kinds_(model.molecule_types), applies_(model.rules.size(), false)
{
  for (const model::SeedSpecies& seed : model.seeds) add_pattern(seed.pattern);
  do {
    has_changed_ = false;
    for (std::size_t r = 0; r < model.rules.size(); ++r) {
      const auto& reactants = model.rules[r].reactants;
      if (!applies_[r] && std::any_of(reactants.begin(), reactants.end(), [this](const auto& p) {
            return missing_in(p).has_value();
          })) {
        continue;
      }
      applies_[r] = true;
      apply(model.rules[r]);
    }
  } while (has_changed_);
}

const std::set<SiteFact>& SiteFacts::at(const TypeSite& site) const
{
  static const std::set<SiteFact> none;
  const auto found = facts_.find(site);
  return found == facts_.end() ? none : found->second;
}

std::optional<std::string> SiteFacts::missing_in(const model::Pattern& pattern) const
{
  const auto& types = model_.molecule_types;
  const Partners partners(types, pattern);
  for (const MoleculePattern& molecule : pattern.molecules) {
    if (!occurs(molecule.type)) return types[molecule.type].name + "()";
    for (const ComponentPattern& site : molecule.components) {
      const std::optional<TypeSite> partner = partner_in(partners, site);
      const TypeSite where = site_of(molecule, site);
      const std::set<SiteFact>& facts = at(where);
      if (std::any_of(facts.begin(), facts.end(),
                      [&](const SiteFact& fact) { return fits(fact, site, partner); })) {
        continue;
      }
      if (partner && site.state < 0) {
        return fmt::format("a bond of {} to {}", to_string(where, types),
                           to_string(*partner, types));
      }
      MoleculePattern only{molecule.type, {site}, model::nowhere, ""};
      only.components[0].tag.clear();
      return model::to_string(model::Pattern{{only}}, types);
    }
  }
  return std::nullopt;
}

void SiteFacts::add_pattern(const model::Pattern& pattern)
{
  const Partners partners(model_.molecule_types, pattern);
  for (const MoleculePattern& molecule : pattern.molecules) {
    types_.insert(molecule.type);
    for (const ComponentPattern& site : molecule.components) {
      add(site_of(molecule, site), {site.state, partner_in(partners, site)});
    }
  }
}

void SiteFacts::apply(const model::Rule& rule)
{
  const network::RuleSides sides = network::correspond(rule, kinds_);
  for (std::size_t m = 0; m < sides.products.molecules.size(); ++m) {
    if (sides.slot_of_product[m] >= sides.reactants.molecules.size()) {
      has_changed_ |= types_.insert(sides.products.molecules[m].molecule->type).second;
    }
  }
  for (std::size_t s = 0; s < sides.products.sites.size(); ++s) change_site(sides, s);
  free_partners_of(rule, sides);
}

/// The facts that a site of the products can be in afterwards.
void SiteFacts::change_site(const network::RuleSides& sides, std::size_t product_site)
{
  const network::SideSite& after = sides.products.sites[product_site];
  const MoleculePattern& molecule = *sides.products.molecules[after.molecule].molecule;
  const auto partner_on = [this](const network::RuleSide& side, std::size_t site) {
    for (const auto& [a, b] : side.bonds) {
      if (a != site && b != site) continue;
      const network::SideSite& other = side.sites[a == site ? b : a];
      return std::optional(site_of(*side.molecules[other.molecule].molecule, *other.site));
    }
    return std::optional<TypeSite>();
  };
  const std::optional<TypeSite> partner = partner_on(sides.products, product_site);
  const TypeSite where = site_of(molecule, *after.site);
  const std::uint32_t slot = sides.slot_of_product[after.molecule];
  const std::uint32_t before_slot = sides.slot_of_product_site(after);
  if (slot >= sides.reactants.molecules.size() || before_slot >= sides.reactants.sites.size()) {
    add(where, {after.site->state, partner});
    return;
  }
  const ComponentPattern& before = *sides.reactants.sites[before_slot].site;
  const std::optional<TypeSite> partner_before = partner_on(sides.reactants, before_slot);
  const std::set<SiteFact> facts = at(where);  // a copy: it grows below
  for (SiteFact fact : facts) {
    if (!fits(fact, before, partner_before)) continue;
    if (after.site->state >= 0) fact.state = after.site->state;
    if (after.site->bond == BondRule::unbound) fact.partner.reset();
    if (after.site->bond == BondRule::bound) fact.partner = partner;
    add(where, fact);
  }
}

/// What a removed molecule was bound to is free afterwards, if it stays.
void SiteFacts::free_partners_of(const model::Rule& rule, const network::RuleSides& sides)
{
  const auto& slots = sides.slot_of_product;
  for (std::uint32_t slot = 0; slot < sides.reactants.molecules.size(); ++slot) {
    if (std::find(slots.begin(), slots.end(), slot) != slots.end()) continue;
    if (rule.products.empty() && !rule.delete_molecules) continue;
    const model::MoleculeTypeIndex removed = sides.reactants.molecules[slot].molecule->type;
    for (const auto& [site, facts] : facts_) {
      const std::set<SiteFact> before = facts;
      for (const SiteFact& fact : before) {
        if (fact.partner && fact.partner->type == removed) add(site, {fact.state, std::nullopt});
      }
    }
  }
}

void SiteFacts::add(const TypeSite& site, const SiteFact& fact)
{
  has_changed_ |= facts_[site].insert(fact).second;
}

TypeSite SiteFacts::site_of(const MoleculePattern& molecule, const ComponentPattern& site) const
{
  return network::type_site(model_.molecule_types, molecule.type, site.component);
}

}  // namespace rascade::inspect
