// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "oracle/twin.hpp"

namespace rascade::twin {
namespace {

constexpr std::uint32_t unbound = SiteGraph::unbound;

bool has(const std::vector<std::uint32_t>& list, std::uint32_t x)
{
  return std::find(list.begin(), list.end(), x) != list.end();
}

/// The i-th site of the pattern on `image[i]`, those after the last not placed yet.
bool last_site_fits(const SitePattern& pattern, const SiteGraph& graph,
                    const std::vector<std::uint32_t>& image)
{
  const std::size_t i = image.size() - 1;
  const SitePattern::Site& wanted = pattern.sites[i];
  const SiteGraph::Site& there = graph.sites[image[i]];
  const bool is_bound = there.partner != unbound;
  if (wanted.kind != there.kind) return false;
  if (wanted.state >= 0 && wanted.state != there.state) return false;
  switch (wanted.link) {
    case SitePattern::Link::unbound:
      return !is_bound;
    case SitePattern::Link::any_bond:
      return is_bound;
    case SitePattern::Link::either:
      return true;
    case SitePattern::Link::bound:
      return is_bound && (wanted.partner > i || image[wanted.partner] == there.partner);
  }
  return false;
}

class Trial {
 public:
  Trial(const SitePattern& pattern, const SiteGraph& graph) : pattern_(pattern), graph_(graph) {}

  std::vector<Embedding> run()
  {
    choose_molecule();
    return std::move(found_);
  }

 private:
  void choose_molecule()
  {
    const std::size_t next = so_far_.molecules.size();
    if (next == pattern_.molecules.size()) return choose_site();
    for (std::uint32_t m = 0; m < graph_.molecules.size(); ++m) {
      if (has(so_far_.molecules, m)) continue;
      if (graph_.molecules[m].type != pattern_.molecules[next].type) continue;
      so_far_.molecules.push_back(m);
      choose_molecule();
      so_far_.molecules.pop_back();
    }
  }

  void choose_site()
  {
    const std::size_t next = so_far_.sites.size();
    if (next == pattern_.sites.size()) {
      found_.push_back(so_far_);
      return;
    }
    const SiteGraph::Molecule& owner =
        graph_.molecules[so_far_.molecules[pattern_.sites[next].molecule]];
    for (std::uint32_t i = 0; i < owner.num_sites; ++i) {
      if (has(so_far_.sites, owner.first_site + i)) continue;
      so_far_.sites.push_back(owner.first_site + i);
      if (last_site_fits(pattern_, graph_, so_far_.sites)) choose_site();
      so_far_.sites.pop_back();
    }
  }

  const SitePattern& pattern_;
  const SiteGraph& graph_;
  Embedding so_far_;
  std::vector<Embedding> found_;
};

/// One number for all sites of one name in one type.
std::uint32_t kind_of(model::MoleculeTypeIndex type, std::size_t component,
                      const model::Model& model)
{
  const std::vector<model::ComponentType>& all = model.molecule_types[type].components;
  std::uint32_t first = 0;
  while (all[first].name != all[component].name) ++first;
  return type.value * 100 + first;
}

SitePattern::Link link_of(model::BondRule bond)
{
  static const std::map<model::BondRule, SitePattern::Link> links{
      {model::BondRule::unbound, SitePattern::Link::unbound},
      {model::BondRule::bound, SitePattern::Link::bound},
      {model::BondRule::any_bond, SitePattern::Link::any_bond},
      {model::BondRule::either, SitePattern::Link::either}};
  return links.at(bond);
}

std::vector<std::size_t> looks_of(const SiteGraph& graph)
{
  std::vector<std::size_t> looks;
  for (const SiteGraph::Site& site : graph.sites) {
    looks.push_back(site.kind * 100 + static_cast<std::size_t>(site.state + 1) * 2 +
                    (site.partner == unbound ? 0 : 1));
  }
  std::sort(looks.begin(), looks.end());
  return looks;
}

}  // namespace

std::vector<Embedding> embeddings(const SitePattern& pattern, const SiteGraph& graph)
{
  return Trial(pattern, graph).run();
}

SitePattern exactly(const SiteGraph& graph)
{
  SitePattern pattern;
  pattern.molecules = graph.molecules;
  for (const SiteGraph::Site& site : graph.sites) {
    const bool is_bound = site.partner != unbound;
    pattern.sites.push_back({site.kind, site.state,
                             is_bound ? SitePattern::Link::bound : SitePattern::Link::unbound,
                             site.molecule, site.partner});
  }
  return pattern;
}

bool is_isomorphic(const SiteGraph& a, const SiteGraph& b)
{
  if (a.molecules.size() != b.molecules.size()) return false;
  return looks_of(a) == looks_of(b) && !embeddings(exactly(a), b).empty();
}

SitePattern to_pattern(const model::Pattern& pattern, const model::Model& model)
{
  SitePattern result;
  for (const model::MoleculePattern& molecule : pattern.molecules) {
    const auto m = static_cast<std::uint32_t>(result.molecules.size());
    result.molecules.push_back({molecule.type.value,
                                static_cast<std::uint32_t>(result.sites.size()),
                                static_cast<std::uint32_t>(molecule.components.size())});
    for (const model::ComponentPattern& c : molecule.components) {
      result.sites.push_back(
          {kind_of(molecule.type, c.component, model), c.state, link_of(c.bond), m, unbound});
    }
  }
  std::map<std::int32_t, std::uint32_t> ends;
  std::uint32_t s = 0;
  for (const model::MoleculePattern& molecule : pattern.molecules) {
    for (const model::ComponentPattern& c : molecule.components) {
      if (c.bond == model::BondRule::bound && ends.count(c.label) > 0) {
        result.sites[s].partner = ends[c.label];
        result.sites[ends[c.label]].partner = s;
      }
      if (c.bond == model::BondRule::bound) ends[c.label] = s;
      ++s;
    }
  }
  return result;
}

SiteGraph to_graph(const model::Pattern& species, const model::Model& model)
{
  SiteGraph result;
  const SitePattern pattern = to_pattern(species, model);
  result.molecules = pattern.molecules;
  for (const SitePattern::Site& site : pattern.sites) {
    result.sites.push_back({site.kind, site.state, site.molecule, site.partner});
  }
  return result;
}

std::vector<std::size_t> part_numbers(const SiteGraph& graph)
{
  std::vector<std::size_t> part(graph.molecules.size());
  for (std::size_t m = 0; m < part.size(); ++m) part[m] = m;
  for (std::size_t round = 0; round < part.size(); ++round) {
    for (const SiteGraph::Site& site : graph.sites) {
      if (site.partner == unbound) continue;
      std::size_t& here = part[site.molecule];
      here = std::min(here, part[graph.sites[site.partner].molecule]);
    }
  }
  return part;
}

SiteGraph cut_out(const SiteGraph& graph, const std::vector<std::size_t>& part, std::size_t number)
{
  SiteGraph piece;
  std::vector<std::uint32_t> new_site(graph.sites.size(), unbound);
  for (std::size_t m = 0; m < part.size(); ++m) {
    if (part[m] != number) continue;
    SiteGraph::Molecule molecule = graph.molecules[m];
    const std::uint32_t first = molecule.first_site;
    molecule.first_site = static_cast<std::uint32_t>(piece.sites.size());
    for (std::uint32_t i = 0; i < molecule.num_sites; ++i) {
      new_site[first + i] = molecule.first_site + i;
      piece.sites.push_back(graph.sites[first + i]);
      piece.sites.back().molecule = static_cast<std::uint32_t>(piece.molecules.size());
    }
    piece.molecules.push_back(molecule);
  }
  for (SiteGraph::Site& site : piece.sites) {
    if (site.partner != unbound) site.partner = new_site[site.partner];
  }
  return piece;
}

}  // namespace rascade::twin
