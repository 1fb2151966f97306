// SPDX-License-Identifier: MIT
#include <numeric>

#include "oracle/random_model.hpp"

namespace rascade::oracle {
namespace {

using graph::SiteGraph;
using graph::SitePattern;

/// Type 0 has three equal sites; type 1 two equal ones and one of its own. All have two states.
std::uint32_t kind_at(std::uint32_t type, std::uint32_t place)
{
  if (type == 0) return 0;
  return place < 2 ? 1 : 2;
}

}  // namespace

SiteGraph random_graph(Dice& dice, std::size_t num_molecules)
{
  SiteGraph graph;
  const std::size_t num_states = dice.chance(50) ? 1 : 2;
  const std::size_t num_types = dice.chance(50) ? 1 : 2;
  for (std::uint32_t m = 0; m < num_molecules; ++m) {
    const auto type = static_cast<std::uint32_t>(dice(num_types));
    graph.molecules.push_back({type, 3 * m, 3});
    for (std::uint32_t i = 0; i < 3; ++i) {
      graph.sites.push_back({kind_at(type, i), static_cast<std::int32_t>(dice(num_states)), m});
    }
  }
  const std::size_t num_trials = dice(3 * num_molecules + 1);
  for (std::size_t k = 0; k < num_trials; ++k) {
    const auto a = static_cast<std::uint32_t>(dice(graph.sites.size()));
    const auto b = static_cast<std::uint32_t>(dice(graph.sites.size()));
    const bool is_free = graph.sites[a].partner == SiteGraph::unbound &&
                         graph.sites[b].partner == SiteGraph::unbound;
    if (a != b && is_free) graph.add_bond(a, b);
  }
  return graph;
}

SiteGraph shuffled(const SiteGraph& graph, Dice& dice)
{
  std::vector<std::uint32_t> order(graph.molecules.size());
  std::iota(order.begin(), order.end(), 0U);
  dice.shuffle(order);
  SiteGraph result;
  std::vector<std::uint32_t> new_site(graph.sites.size());
  for (const std::uint32_t m : order) {
    const SiteGraph::Molecule& old = graph.molecules[m];
    const auto first = static_cast<std::uint32_t>(result.sites.size());
    std::vector<std::uint32_t> sites(old.num_sites);
    std::iota(sites.begin(), sites.end(), old.first_site);
    dice.shuffle(sites);
    for (std::uint32_t i = 0; i < old.num_sites; ++i) {
      // The kind stays at its place: the first shuffled site of that kind not used yet comes here.
      std::uint32_t k = 0;
      while (graph.sites[sites[k]].kind != graph.sites[old.first_site + i].kind) ++k;
      new_site[sites[k]] = first + i;
      result.sites.push_back(graph.sites[sites[k]]);
      result.sites.back().molecule = static_cast<std::uint32_t>(result.molecules.size());
      sites.erase(sites.begin() + k);
    }
    result.molecules.push_back({old.type, first, old.num_sites, old.place});
  }
  for (SiteGraph::Site& site : result.sites) {
    if (site.partner != SiteGraph::unbound) site.partner = new_site[site.partner];
  }
  return result;
}

SitePattern random_site_pattern(Dice& dice, std::size_t num_molecules)
{
  using Link = SitePattern::Link;
  SitePattern pattern;
  for (std::uint32_t m = 0; m < num_molecules; ++m) {
    const auto type = static_cast<std::uint32_t>(dice(2));
    const auto first = static_cast<std::uint32_t>(pattern.sites.size());
    for (std::uint32_t i = 0; i < 3; ++i) {
      if (dice.chance(40)) continue;
      const Link link = std::vector{Link::unbound, Link::any_bond, Link::either}[dice(3)];
      pattern.sites.push_back(
          {kind_at(type, i), dice.chance(60) ? -1 : static_cast<std::int32_t>(dice(2)), link, m});
    }
    const auto num_sites = static_cast<std::uint32_t>(pattern.sites.size()) - first;
    pattern.molecules.push_back({type, first, num_sites});
  }
  for (std::size_t k = 0; !pattern.sites.empty() && k < num_molecules; ++k) {
    const auto a = static_cast<std::uint32_t>(dice(pattern.sites.size()));
    const auto b = static_cast<std::uint32_t>(dice(pattern.sites.size()));
    if (a == b || pattern.sites[a].link == Link::bound || pattern.sites[b].link == Link::bound) {
      continue;
    }
    pattern.sites[a].link = pattern.sites[b].link = Link::bound;
    pattern.sites[a].partner = b;
    pattern.sites[b].partner = a;
  }
  return pattern;
}

}  // namespace rascade::oracle
