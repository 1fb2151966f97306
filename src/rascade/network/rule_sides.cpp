// SPDX-License-Identifier: MIT
#include "rascade/network/rule_sides.hpp"

#include <algorithm>
#include <cassert>
#include <map>

namespace rascade::network {
namespace {

using model::ComponentPattern;
using model::MoleculePattern;

RuleSide lay_out(const std::vector<model::Pattern>& patterns)
{
  RuleSide side;
  for (std::uint32_t p = 0; p < patterns.size(); ++p) {
    std::map<std::int32_t, std::uint32_t> open_bonds;
    for (const MoleculePattern& molecule : patterns[p].molecules) {
      const auto here = static_cast<std::uint32_t>(side.molecules.size());
      side.molecules.push_back({&molecule, p, static_cast<std::uint32_t>(side.sites.size())});
      for (const ComponentPattern& site : molecule.components) {
        const auto position = static_cast<std::uint32_t>(side.sites.size());
        side.sites.push_back({&site, here});
        if (site.bond != model::BondRule::bound) continue;
        const auto [end, is_first] = open_bonds.emplace(site.label, position);
        if (!is_first) side.bonds.emplace_back(end->second, position);
      }
    }
  }
  return side;
}

std::vector<std::uint32_t> components_of(const MoleculePattern& molecule)
{
  std::vector<std::uint32_t> components;
  for (const ComponentPattern& site : molecule.components) components.push_back(site.component);
  std::sort(components.begin(), components.end());
  return components;
}

/// The slots of product molecules whose tag, if they have one, a reactant molecule has, too;
/// otherwise past the end. [product molecules]
std::vector<std::uint32_t> match_tags(const RuleSides& sides, std::vector<bool>& is_taken)
{
  std::vector<std::uint32_t> slots;
  const std::vector<SideMolecule>& before = sides.reactants.molecules;
  for (const SideMolecule& product : sides.products.molecules) {
    std::uint32_t slot = 0;
    const std::string& tag = product.molecule->tag;
    while (slot < before.size() && (tag.empty() || before[slot].molecule->tag != tag)) ++slot;
    if (slot < before.size()) is_taken[slot] = true;
    slots.push_back(slot);
  }
  return slots;
}

bool is_same_molecule(const MoleculePattern& a, const MoleculePattern& b)
{
  return a.type == b.type && components_of(a) == components_of(b);
}

}  // namespace

std::uint32_t RuleSide::first_site_of(std::uint32_t pattern) const
{
  const auto first =
      std::find_if(molecules.begin(), molecules.end(),
                   [pattern](const SideMolecule& m) { return m.pattern == pattern; });
  assert(first != molecules.end());
  return first->first_site;
}

std::uint32_t RuleSides::slot_of_product_site(const SideSite& site) const
{
  const std::uint32_t slot = slot_of_product[site.molecule];
  const std::size_t num_kept = reactants.molecules.size();
  if (slot >= num_kept) {
    return first_made_site[slot - num_kept] + site.site->component;
  }
  const std::vector<ComponentPattern>& before = reactants.molecules[slot].molecule->components;
  auto same = before.end();
  if (!site.site->tag.empty()) {
    same = std::find_if(before.begin(), before.end(),
                        [&site](const ComponentPattern& c) { return c.tag == site.site->tag; });
  }
  if (same == before.end()) {
    same = std::find_if(before.begin(), before.end(), [&site](const ComponentPattern& c) {
      return c.component == site.site->component;
    });
  }
  return reactants.molecules[slot].first_site + static_cast<std::uint32_t>(same - before.begin());
}

RuleSides correspond(const model::Rule& rule, const MoleculeKinds& kinds)
{
  RuleSides sides{lay_out(rule.reactants), lay_out(rule.products), {}, {}};
  const std::vector<SideMolecule>& before = sides.reactants.molecules;
  std::vector<bool> is_taken(before.size(), false);
  const std::vector<std::uint32_t> tagged = match_tags(sides, is_taken);
  auto next_site = static_cast<std::uint32_t>(sides.reactants.sites.size());
  for (std::size_t m = 0; m < sides.products.molecules.size(); ++m) {
    const SideMolecule& product = sides.products.molecules[m];
    std::uint32_t slot = tagged[m];
    if (slot < before.size()) {
      sides.slot_of_product.push_back(slot);
      continue;
    }
    slot = 0;
    while (slot < before.size() &&
           (is_taken[slot] || !is_same_molecule(*before[slot].molecule, *product.molecule))) {
      ++slot;
    }
    if (slot < before.size()) {
      is_taken[slot] = true;
    } else {
      slot = static_cast<std::uint32_t>(sides.num_molecule_slots());
      sides.first_made_site.push_back(next_site);
      next_site +=
          static_cast<std::uint32_t>(kinds.types()[product.molecule->type].components.size());
    }
    sides.slot_of_product.push_back(slot);
  }
  return sides;
}

}  // namespace rascade::network
