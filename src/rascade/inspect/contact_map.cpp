// SPDX-License-Identifier: MIT
#include "rascade/inspect/contact_map.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "rascade/network/rule_sides.hpp"

namespace rascade::inspect {
namespace {

using model::BondRule;
using network::TypeSite;

void add(std::size_t rule, RuleList& rules)
{
  if (rules.empty() || rules.back() != rule) rules.push_back(rule);
}

class MapMaker {
 public:
  explicit MapMaker(const model::Model& model) : model_(model), kinds_(model.molecule_types)
  {
    for (std::size_t t = 0; t < model.molecule_types.size(); ++t) add_type(t);
    for (const model::SeedSpecies& seed : model.seeds) add_bonds({seed.pattern});
    for (std::size_t r = 0; r < model.rules.size(); ++r) add_rule(r);
  }

  [[nodiscard]] ContactMap take() { return std::move(map_); }

 private:
  void add_type(std::size_t t)
  {
    const model::MoleculeTypeIndex index(t);
    const model::MoleculeType& type = model_.molecule_types[t];
    MapType result{type.name, {}, {}, {}};
    for (std::uint32_t c = 0; c < type.components.size(); ++c) {
      const TypeSite where = network::type_site(model_.molecule_types, index, c);
      const auto [known, is_new] = ends_.emplace(where, MapEnd{t, result.sites.size()});
      if (!is_new) {
        ++result.sites[known->second.site].count;
        continue;
      }
      result.sites.push_back({where, type.components[c].name, type.components[c].states});
    }
    map_.types.push_back(std::move(result));
  }

  MapSite& site_at(const MapEnd& end) { return map_.types[end.type].sites[end.site]; }

  MapEnd end_of(const model::MoleculePattern& molecule, const model::ComponentPattern& site) const
  {
    return ends_.at(network::type_site(model_.molecule_types, molecule.type, site.component));
  }

  MapBond& bond_between(const MapEnd& x, const MapEnd& y)
  {
    const auto [a, b] = std::minmax(x, y);
    const auto [known, is_new] = bonds_.emplace(std::pair(a, b), map_.bonds.size());
    if (is_new) map_.bonds.push_back({a, b, {}, {}});
    site_at(x).is_bonded = site_at(y).is_bonded = true;
    return map_.bonds[known->second];
  }

  void add_bonds(const std::vector<model::Pattern>& patterns)
  {
    for (const model::Pattern& pattern : patterns) {
      std::map<std::int32_t, MapEnd> open;
      for (const auto& molecule : pattern.molecules) {
        for (const auto& site : molecule.components) {
          if (site.bond != BondRule::bound) continue;
          const MapEnd here = end_of(molecule, site);
          const auto [other, is_first] = open.emplace(site.label, here);
          if (!is_first) bond_between(other->second, here);
        }
      }
    }
  }

  void add_rule(std::size_t r)
  {
    const model::Rule& rule = model_.rules[r];
    map_.rules.push_back(text_of(rule));
    add_bonds(rule.products);
    const network::BondChanges changes = network::bond_changes(rule, kinds_);
    const auto bond_of = [this](const network::RuleBond& bond) -> MapBond& {
      return bond_between(ends_.at(bond.a.site), ends_.at(bond.b.site));
    };
    for (const network::RuleBond& bond : changes.made) add(r, bond_of(bond).makes);
    for (const network::RuleBond& bond : changes.broken) add(r, bond_of(bond).breaks);
    add_site_changes(r);
  }

  void add_site_changes(std::size_t r)
  {
    const network::RuleSides sides = network::correspond(model_.rules[r], kinds_);
    const auto& kept = sides.slot_of_product;
    for (std::uint32_t slot = 0; slot < sides.reactants.molecules.size(); ++slot) {
      if (std::find(kept.begin(), kept.end(), slot) != kept.end()) continue;
      add(r, map_.types[sides.reactants.molecules[slot].molecule->type].removes);
    }
    for (std::size_t m = 0; m < kept.size(); ++m) {
      if (kept[m] < sides.reactants.molecules.size()) continue;
      add(r, map_.types[sides.products.molecules[m].molecule->type].makes);
    }
    for (const network::SideSite& after : sides.products.sites) {
      if (kept[after.molecule] >= sides.reactants.molecules.size()) continue;
      const std::uint32_t slot = sides.slot_of_product_site(after);
      if (slot >= sides.reactants.sites.size()) continue;
      const model::ComponentPattern& before = *sides.reactants.sites[slot].site;
      MapSite& site = site_at(end_of(*sides.products.molecules[after.molecule].molecule, *after.site));
      if (after.site->state != before.state) add(r, site.changes);
    }
  }

  [[nodiscard]] std::string side_text(const std::vector<model::Pattern>& patterns) const
  {
    std::string text;
    for (const model::Pattern& pattern : patterns) {
      if (!text.empty()) text += " + ";
      text += model::to_string(pattern, model_.molecule_types);
    }
    return text.empty() ? "0" : text;
  }

  [[nodiscard]] std::string text_of(const model::Rule& rule) const
  {
    const std::string name = rule.name.empty() ? "" : rule.name + ": ";
    return name + side_text(rule.reactants) + " -> " + side_text(rule.products);
  }

  const model::Model& model_;
  network::MoleculeKinds kinds_;
  ContactMap map_;
  std::map<TypeSite, MapEnd> ends_;
  std::map<std::pair<MapEnd, MapEnd>, std::size_t> bonds_;
};

}  // namespace

ContactMap contact_map(const model::Model& model) { return MapMaker(model).take(); }

}  // namespace rascade::inspect
