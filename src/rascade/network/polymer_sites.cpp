// SPDX-License-Identifier: MIT
#include "rascade/network/polymer_sites.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace rascade::network {
namespace {

using model::BondRule;
using model::ComponentPattern;
using model::MoleculePattern;

std::size_t count_sites(const model::Model& model, const TypeSite& site)
{
  const auto& sites = model.molecule_types[site.type].components;
  return static_cast<std::size_t>(
      std::count_if(sites.begin(), sites.end(), [&](const model::ComponentType& c) {
        return c.name == sites[site.component].name;
      }));
}

/// Can a molecule of this pattern have another site of the given name bound?
bool leaves_open(const model::Model& model, const MoleculePattern& molecule, std::size_t position,
                 const TypeSite& other)
{
  std::size_t num_free = 0, num_sites = count_sites(model, other);
  for (std::size_t i = 0; i < molecule.components.size(); ++i) {
    const ComponentPattern& site = molecule.components[i];
    if (type_site(model.molecule_types, molecule.type, site.component) != other) continue;
    if (i == position) {
      --num_sites;
    } else if (site.bond == BondRule::unbound) {
      ++num_free;
    }
  }
  return num_free < num_sites;
}

struct Step {
  TypeSite leaves, reaches;
  model::RuleIndex rule;
};

/// Which sites can be bound together, and the bonds that lead from molecule to molecule.
class ChainGraph {
 public:
  explicit ChainGraph(const model::Model& model) : model_(model)
  {
    const MoleculeKinds kinds(model.molecule_types);
    for (std::size_t r = 0; r < model.rules.size(); ++r) {
      for (const RuleBond& bond : bond_changes(model.rules[r], kinds).made) {
        add(bond.a, bond.b, r);
        if (bond.a.site != bond.b.site) add(bond.b, bond.a, r);
        if (bond.a.site == bond.b.site) ends_[bond.a.site].push_back(bond.b);
      }
    }
    for (const model::SeedSpecies& seed : model.seeds) add_seed(seed.pattern);
  }

  [[nodiscard]] std::vector<TypeSite> sites() const
  {
    std::vector<TypeSite> result;
    for (const auto& [site, steps] : steps_) result.push_back(site);
    return result;
  }

  /// From a molecule whose site `bound` is: the bonds at its other sites.
  [[nodiscard]] std::vector<Step> steps_from(const TypeSite& bound) const
  {
    std::vector<Step> result;
    for (const auto& [site, steps] : steps_) {
      if (site.type == bound.type && is_together(bound, site)) {
        result.insert(result.end(), steps.begin(), steps.end());
      }
    }
    return result;
  }

 private:
  void add(const BondEnd& from, const BondEnd& to, std::size_t rule)
  {
    ends_[from.site].push_back(from);
    const bool joins = from.reactant != to.reactant || from.reactant == made_by_rule;
    if (joins) steps_[from.site].push_back({from.site, to.site, model::RuleIndex(rule)});
  }

  void add_seed(const model::Pattern& pattern)
  {
    for (const MoleculePattern& molecule : pattern.molecules) {
      for (std::uint32_t i = 0; i < molecule.components.size(); ++i) {
        if (molecule.components[i].bond != BondRule::bound) continue;
        const std::uint32_t component = molecule.components[i].component;
        const TypeSite site = type_site(model_.molecule_types, molecule.type, component);
        ends_[site].push_back({site, &molecule, i, made_by_rule});
      }
    }
  }

  [[nodiscard]] bool is_together(const TypeSite& a, const TypeSite& b) const
  {
    return is_bound_beside(a, b) || is_bound_beside(b, a);
  }

  [[nodiscard]] bool is_bound_beside(const TypeSite& site, const TypeSite& other) const
  {
    const auto ends = ends_.find(site);
    return ends != ends_.end() &&
           std::any_of(ends->second.begin(), ends->second.end(), [&](const BondEnd& end) {
             return leaves_open(model_, *end.molecule, end.position, other);
           });
  }

  const model::Model& model_;
  std::map<TypeSite, std::vector<BondEnd>> ends_;  // of bonds made at a site
  std::map<TypeSite, std::vector<Step>> steps_;
};

/// The shortest way from a bound site of a molecule back to the same site of another one.
std::optional<PolymerLoop> loop_through(const TypeSite& start, const ChainGraph& graph)
{
  std::map<TypeSite, std::pair<TypeSite, Step>> came_by;
  std::deque<TypeSite> queue{start};
  while (!queue.empty() && !came_by.contains(start)) {
    const TypeSite here = queue.front();
    queue.pop_front();
    for (const Step& step : graph.steps_from(here)) {
      if (came_by.emplace(step.reaches, std::pair{here, step}).second) {
        queue.push_back(step.reaches);
      }
    }
  }
  if (!came_by.contains(start)) return std::nullopt;
  PolymerLoop loop;
  TypeSite at = start;
  do {
    const auto& [before, step] = came_by.at(at);
    loop.bonds.push_back({step.leaves, step.reaches, step.rule});
    at = before;
  } while (at != start);
  std::reverse(loop.bonds.begin(), loop.bonds.end());
  return loop;
}

using Bonds = std::set<std::pair<TypeSite, TypeSite>>;

/// The bonds without their direction: a loop and its way back are one.
Bonds bonds_of(const PolymerLoop& loop)
{
  Bonds bonds;
  for (const PolymerBond& bond : loop.bonds) {
    bonds.insert(std::minmax(bond.from, bond.to));
  }
  return bonds;
}

}  // namespace

std::vector<PolymerLoop> polymer_sites(const model::Model& model)
{
  const ChainGraph graph(model);
  std::vector<PolymerLoop> loops;
  std::set<Bonds> known;
  std::set<TypeSite> done;  // on a loop already
  for (const TypeSite& site : graph.sites()) {
    if (done.contains(site)) continue;
    std::optional<PolymerLoop> loop = loop_through(site, graph);
    if (!loop) continue;
    for (const PolymerBond& bond : loop->bonds) {
      done.insert(bond.from);
      done.insert(bond.to);
    }
    if (known.insert(bonds_of(*loop)).second) loops.push_back(*std::move(loop));
  }
  return loops;
}

std::string to_string(const PolymerLoop& loop, std::span<const model::MoleculeType> types)
{
  std::string text;
  for (const PolymerBond& bond : loop.bonds) {
    if (!text.empty()) text += ", ";
    text += fmt::format("{}-{}", to_string(bond.from, types), to_string(bond.to, types));
  }
  return text;
}

}  // namespace rascade::network
