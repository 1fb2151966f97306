// SPDX-License-Identifier: MIT
#include "rascade/network/compile_rule.hpp"

#include <algorithm>
#include <utility>

#include "rascade/network/rule_sides.hpp"
#include "rascade/network/rule_symmetry.hpp"

namespace rascade::network {
namespace {

/// The molecule alone: its bonds are joined once all molecules are there.
graph::SiteGraph to_free_molecule(model::MoleculePattern molecule, const MoleculeKinds& kinds)
{
  for (model::ComponentPattern& site : molecule.components) {
    site.bond = model::BondRule::unbound;
  }
  return to_site_graph({{std::move(molecule)}}, kinds);
}

class RuleCompiler {
 public:
  RuleCompiler(const model::Rule& rule, const MoleculeKinds& kinds)
      : rule_(rule), kinds_(kinds), sides_(correspond(rule, kinds))
  {
  }

  CompiledRule run()
  {
    for (const model::Pattern& pattern : rule_.reactants) {
      compiled_.reactants.emplace_back(to_site_pattern(pattern, kinds_));
    }
    compiled_.centres.resize(rule_.reactants.size());
    compiled_.change.num_products = rule_.products.size();
    compiled_.change.may_split = rule_.delete_molecules;
    for (const model::Pattern& pattern : rule_.products) {
      compiled_.change.product_places.push_back(pattern.compartment);
    }
    place_molecules();
    change_states();
    change_bonds();
    remove();
    move_molecules();
    move_species();
    name_tags();
    compiled_.weight = 1.0 / count_repeats(rule_, sides_, compiled_.centres, kinds_);
    return std::move(compiled_);
  }

 private:
  void place_molecules()
  {
    Transformation& change = compiled_.change;
    change.product_of.assign(sides_.num_molecule_slots(), -1);
    for (std::size_t m = 0; m < sides_.products.molecules.size(); ++m) {
      const std::uint32_t slot = sides_.slot_of_product[m];
      change.product_of[slot] = static_cast<std::int32_t>(sides_.products.molecules[m].pattern);
      if (slot < sides_.reactants.molecules.size()) continue;
      graph::SiteGraph made = to_free_molecule(*sides_.products.molecules[m].molecule, kinds_);
      std::int32_t& place = made.molecules[0].place;
      if (place == model::nowhere) {
        place = rule_.products[sides_.products.molecules[m].pattern].compartment;
      }
      change.made.append(made);
    }
  }

  void change_states()
  {
    for (const SideSite& product : sides_.products.sites) {
      const std::uint32_t slot = sides_.slot_of_product_site(product);
      if (slot >= sides_.reactants.sites.size() || product.site->state < 0) continue;
      if (sides_.reactants.sites[slot].site->state == product.site->state) continue;
      compiled_.change.states.push_back({slot, product.site->state});
      add_to_centre(slot);
    }
  }

  void change_bonds()
  {
    using Bond = std::pair<std::uint32_t, std::uint32_t>;
    const std::vector<Bond> before = sides_.reactants.bonds;
    std::vector<Bond> after;
    for (const auto& [a, b] : sides_.products.bonds) {
      const std::uint32_t first = sides_.slot_of_product_site(sides_.products.sites[a]);
      const std::uint32_t second = sides_.slot_of_product_site(sides_.products.sites[b]);
      after.push_back(std::minmax(first, second));
    }
    for (const Bond& bond : before) {
      const bool stays = std::find(after.begin(), after.end(), bond) != after.end();
      if (stays || is_removed(bond.first) || is_removed(bond.second)) continue;
      compiled_.change.cuts.push_back(bond.first);
      add_to_centre(bond.first);
      add_to_centre(bond.second);
    }
    for (const Bond& bond : after) {
      if (std::find(before.begin(), before.end(), bond) != before.end()) continue;
      compiled_.change.joins.push_back(bond);
      add_to_centre(bond.first);
      add_to_centre(bond.second);
    }
  }

  bool is_removed(std::uint32_t site_slot) const
  {
    return compiled_.change.product_of[sides_.reactants.sites[site_slot].molecule] < 0;
  }

  /// Slots of made molecules are in no reactant.
  void add_to_centre(std::uint32_t site_slot)
  {
    if (site_slot >= sides_.reactants.sites.size()) return;
    const SideMolecule& molecule =
        sides_.reactants.molecules[sides_.reactants.sites[site_slot].molecule];
    std::vector<std::uint32_t>& sites = compiled_.centres[molecule.pattern].sites;
    const std::uint32_t position = site_slot - sides_.reactants.first_site_of(molecule.pattern);
    if (std::find(sites.begin(), sites.end(), position) == sites.end()) sites.push_back(position);
  }

  void remove()
  {
    std::uint32_t slot = 0;
    for (std::uint32_t p = 0; p < rule_.reactants.size(); ++p) {
      const std::uint32_t first = slot;
      std::vector<std::uint32_t> removed;
      for (; slot < first + rule_.reactants[p].molecules.size(); ++slot) {
        if (compiled_.change.product_of[slot] < 0) removed.push_back(slot);
      }
      if (removed.empty()) continue;
      if (removed.size() == slot - first && !rule_.delete_molecules) {
        compiled_.change.removed_species.push_back(p);
        compiled_.centres[p].is_whole_species = true;
        continue;
      }
      for (const std::uint32_t molecule : removed) {
        compiled_.change.removed_molecules.push_back(molecule);
        compiled_.centres[p].molecules.push_back(molecule - first);
      }
    }
  }

  /// Slots of molecules count as positions in the reactants laid side by side.
  void move_molecules()
  {
    for (std::size_t m = 0; m < sides_.products.molecules.size(); ++m) {
      const std::uint32_t slot = sides_.slot_of_product[m];
      if (slot >= sides_.reactants.molecules.size()) continue;
      const std::int32_t before = sides_.reactants.molecules[slot].molecule->compartment;
      const std::int32_t after = sides_.products.molecules[m].molecule->compartment;
      if (before == after || before == model::nowhere || after == model::nowhere) continue;
      compiled_.change.moves.push_back({slot, after, rule_.move_connected});
      const std::uint32_t pattern = sides_.reactants.molecules[slot].pattern;
      compiled_.centres[pattern].molecules.push_back(slot - first_molecule_of(pattern));
    }
  }

  std::uint32_t first_molecule_of(std::uint32_t pattern) const
  {
    std::uint32_t first = 0;
    while (sides_.reactants.molecules[first].pattern != pattern) ++first;
    return first;
  }

  /// A whole species moves if the pattern's molecules stay together and its compartment changes.
  void move_species()
  {
    for (std::uint32_t r = 0; r < rule_.reactants.size(); ++r) {
      const std::int32_t product = counterpart_of(r);
      if (product < 0) continue;
      const std::int32_t from = rule_.reactants[r].compartment;
      const std::int32_t to = rule_.products[static_cast<std::size_t>(product)].compartment;
      if (from == to || from == model::nowhere || to == model::nowhere) continue;
      compiled_.change.species_moves.push_back({r, from, to});
      compiled_.centres[r].is_whole_species = true;
    }
  }

  /// The product pattern with exactly this reactant's molecules; -1 if there is none.
  std::int32_t counterpart_of(std::uint32_t reactant) const
  {
    std::int32_t product = -1;
    for (std::size_t slot = 0; slot < sides_.reactants.molecules.size(); ++slot) {
      if (sides_.reactants.molecules[slot].pattern != reactant) continue;
      const std::int32_t there = compiled_.change.product_of[slot];
      if (there < 0 || (product >= 0 && there != product)) return -1;
      product = there;
    }
    if (product < 0) return -1;
    const std::size_t num_after = rule_.products[static_cast<std::size_t>(product)].molecules.size();
    return num_after == rule_.reactants[reactant].molecules.size() ? product : -1;
  }

  void name_tags()
  {
    for (std::uint32_t r = 0; r < rule_.reactants.size(); ++r) {
      const model::Pattern& pattern = rule_.reactants[r];
      if (!pattern.tag.empty()) compiled_.tags[pattern.tag] = {r, -1};
      for (std::size_t m = 0; m < pattern.molecules.size(); ++m) {
        const std::string& tag = pattern.molecules[m].tag;
        if (!tag.empty()) compiled_.tags[tag] = {r, static_cast<std::int32_t>(m)};
      }
    }
  }

  const model::Rule& rule_;
  const MoleculeKinds& kinds_;
  RuleSides sides_;
  CompiledRule compiled_;
};

}  // namespace

CompiledRule compile_rule(const model::Rule& rule, const MoleculeKinds& kinds)
{
  return RuleCompiler(rule, kinds).run();
}

}  // namespace rascade::network
