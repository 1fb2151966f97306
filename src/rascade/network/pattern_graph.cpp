// SPDX-License-Identifier: MIT
#include "rascade/network/pattern_graph.hpp"

#include <algorithm>
#include <cstddef>
#include <map>

namespace rascade::network {
namespace {

using graph::SiteGraph;
using graph::SitePattern;
using model::BondRule;

SitePattern::Link link_of(BondRule bond)
{
  switch (bond) {
    case BondRule::unbound:
      return SitePattern::Link::unbound;
    case BondRule::bound:
      return SitePattern::Link::bound;
    case BondRule::any_bond:
      return SitePattern::Link::any_bond;
    case BondRule::either:
      return SitePattern::Link::either;
  }
  return SitePattern::Link::either;
}

}  // namespace

MoleculeKinds::MoleculeKinds(const std::vector<model::MoleculeType>& types) : types_(&types)
{
  std::uint32_t next = 0;
  for (const model::MoleculeType& type : types) {
    std::vector<std::uint32_t>& kinds = kinds_.emplace_back();
    for (std::size_t c = 0; c < type.components.size(); ++c) {
      const auto twin = std::find_if(
          type.components.begin(), type.components.end(),
          [&](const model::ComponentType& other) { return other.name == type.components[c].name; });
      const auto first = static_cast<std::size_t>(twin - type.components.begin());
      kinds.push_back(first == c ? next++ : kinds[first]);
    }
  }
}

std::uint32_t MoleculeKinds::kind(model::MoleculeTypeIndex type, std::uint32_t component) const
{
  return kinds_[type][component];
}

SitePattern to_site_pattern(const model::Pattern& pattern, const MoleculeKinds& kinds)
{
  SitePattern result;
  std::map<std::int32_t, std::uint32_t> first_end;
  for (const model::MoleculePattern& molecule : pattern.molecules) {
    const auto m = static_cast<std::uint32_t>(result.molecules.size());
    result.molecules.push_back({molecule.type.value,
                                static_cast<std::uint32_t>(result.sites.size()),
                                static_cast<std::uint32_t>(molecule.components.size()),
                                molecule.compartment});
    for (const model::ComponentPattern& c : molecule.components) {
      const auto s = static_cast<std::uint32_t>(result.sites.size());
      result.sites.push_back({kinds.kind(molecule.type, c.component), c.state, link_of(c.bond), m,
                              SiteGraph::unbound});
      if (c.bond != BondRule::bound) continue;
      const auto [end, is_first] = first_end.emplace(c.label, s);
      if (is_first) continue;
      result.sites[s].partner = end->second;
      result.sites[end->second].partner = s;
    }
  }
  return result;
}

SiteGraph to_site_graph(const model::Pattern& pattern, const MoleculeKinds& kinds)
{
  SiteGraph result;
  std::map<std::int32_t, std::uint32_t> first_end;
  for (const model::MoleculePattern& molecule : pattern.molecules) {
    const auto m = static_cast<std::uint32_t>(result.molecules.size());
    const auto first = static_cast<std::uint32_t>(result.sites.size());
    const auto num_sites =
        static_cast<std::uint32_t>(kinds.types()[molecule.type].components.size());
    const bool is_placed = molecule.compartment != model::nowhere;
    result.molecules.push_back({molecule.type.value, first, num_sites,
                                is_placed ? molecule.compartment : pattern.compartment});
    for (std::uint32_t c = 0; c < num_sites; ++c) {
      result.sites.push_back({kinds.kind(molecule.type, c), -1, m, SiteGraph::unbound});
    }
    for (const model::ComponentPattern& c : molecule.components) {
      result.sites[first + c.component].state = c.state;
      if (c.bond != BondRule::bound) continue;
      const auto [end, is_first] = first_end.emplace(c.label, first + c.component);
      if (!is_first) result.add_bond(end->second, first + c.component);
    }
  }
  return result;
}

std::string to_string(const SiteGraph& species, const MoleculeKinds& kinds,
                      const std::vector<model::Compartment>& compartments, std::int32_t place)
{
  std::string text;
  const auto name_of = [&](std::int32_t c) { return compartments[static_cast<std::size_t>(c)].name; };
  if (place != model::nowhere) text = "@" + name_of(place) + "::";
  std::vector<std::uint32_t> label(species.sites.size(), 0);
  std::uint32_t num_labels = 0;
  for (std::size_t m = 0; m < species.molecules.size(); ++m) {
    const SiteGraph::Molecule& molecule = species.molecules[m];
    const model::MoleculeType& type = kinds.types()[molecule.type];
    if (m > 0) text += '.';
    text += type.name;
    text += '(';
    for (std::uint32_t c = 0; c < molecule.num_sites; ++c) {
      const std::uint32_t s = molecule.first_site + c;
      const SiteGraph::Site& site = species.sites[s];
      if (c > 0) text += ',';
      text += type.components[c].name;
      if (site.state >= 0) {
        text += '~';
        text += type.components[c].states[static_cast<std::size_t>(site.state)];
      }
      if (site.partner == SiteGraph::unbound) continue;
      if (label[s] == 0) label[s] = label[site.partner] = ++num_labels;
      text += '!';
      text += std::to_string(label[s]);
    }
    text += ')';
    if (molecule.place != place) text += "@" + name_of(molecule.place);
  }
  return text;
}

}  // namespace rascade::network
