// SPDX-License-Identifier: MIT
#include "rascade/network/rule_bonds.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "rascade/network/rule_sides.hpp"

namespace rascade::network {
namespace {

using Slots = std::pair<std::uint32_t, std::uint32_t>;

Slots ordered(std::uint32_t a, std::uint32_t b) { return {std::min(a, b), std::max(a, b)}; }

/// Ends of bonds of one rule, made from positions on one of its sides.
class Ends {
 public:
  Ends(const RuleSides& sides, const MoleculeKinds& kinds) : sides_(sides), kinds_(kinds) {}

  [[nodiscard]] BondEnd before(std::uint32_t site) const { return end(sides_.reactants, site, true); }
  [[nodiscard]] BondEnd after(std::uint32_t site) const
  {
    const SideSite& found = sides_.products.sites[site];
    const std::uint32_t slot = sides_.slot_of_product[found.molecule];
    const std::uint32_t site_slot = sides_.slot_of_product_site(found);
    if (slot < sides_.reactants.molecules.size() && site_slot < sides_.reactants.sites.size()) {
      return before(site_slot);
    }
    return end(sides_.products, site, false);
  }

 private:
  [[nodiscard]] BondEnd end(const RuleSide& side, std::uint32_t site, bool is_before) const
  {
    const SideSite& found = side.sites[site];
    const SideMolecule& molecule = side.molecules[found.molecule];
    return {type_site(kinds_.types(), molecule.molecule->type, found.site->component),
            molecule.molecule, site - molecule.first_site,
            is_before ? static_cast<std::int32_t>(molecule.pattern) : made_by_rule};
  }

  const RuleSides& sides_;
  const MoleculeKinds& kinds_;
};

}  // namespace

TypeSite type_site(std::span<const model::MoleculeType> types, model::MoleculeTypeIndex type,
                   std::uint32_t component)
{
  const std::vector<model::ComponentType>& sites = types[type].components;
  std::uint32_t first = 0;
  while (sites[first].name != sites[component].name) ++first;
  return {type, first};
}

std::string to_string(const TypeSite& site, std::span<const model::MoleculeType> types)
{
  const model::MoleculeType& type = types[site.type];
  return fmt::format("{}({})", type.name, type.components[site.component].name);
}

BondChanges bond_changes(const model::Rule& rule, const MoleculeKinds& kinds)
{
  const RuleSides sides = correspond(rule, kinds);
  const Ends ends(sides, kinds);
  std::vector<Slots> before, after;
  for (const auto& [a, b] : sides.reactants.bonds) before.push_back(ordered(a, b));
  for (const auto& [a, b] : sides.products.bonds) {
    after.push_back(ordered(sides.slot_of_product_site(sides.products.sites[a]),
                            sides.slot_of_product_site(sides.products.sites[b])));
  }
  const auto is_in = [](const std::vector<Slots>& bonds, const Slots& bond) {
    return std::find(bonds.begin(), bonds.end(), bond) != bonds.end();
  };
  BondChanges changes;
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (is_in(before, after[i])) continue;
    const auto [a, b] = sides.products.bonds[i];
    changes.made.push_back({ends.after(a), ends.after(b)});
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (is_in(after, before[i])) continue;
    const auto [a, b] = sides.reactants.bonds[i];
    changes.broken.push_back({ends.before(a), ends.before(b)});
  }
  return changes;
}

}  // namespace rascade::network
