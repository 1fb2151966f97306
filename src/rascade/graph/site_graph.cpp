// SPDX-License-Identifier: MIT
#include "rascade/graph/site_graph.hpp"

#include <algorithm>
#include <cassert>
#include <tuple>

#include "rascade/graph/canonical_order.hpp"
#include "rascade/graph/labelled_graph.hpp"
#include "rascade/graph/look.hpp"

namespace rascade::graph {
namespace {

using Molecule = SiteGraph::Molecule;
using Site = SiteGraph::Site;

/// Ranks molecules by type, then by the looks of their sites. Equal ones get equal ranks.
std::vector<std::uint32_t> rank_molecules(const SiteGraph& graph)
{
  std::vector<std::uint64_t> looks(graph.sites.size());
  std::transform(graph.sites.begin(), graph.sites.end(), looks.begin(), look_of);
  const auto begin_of = [&](const Molecule& m) {
    return looks.begin() + static_cast<std::ptrdiff_t>(m.first_site);
  };
  const auto end_of = [&](const Molecule& m) {
    return begin_of(m) + static_cast<std::ptrdiff_t>(m.num_sites);
  };
  for (const Molecule& m : graph.molecules) std::sort(begin_of(m), end_of(m));
  const auto is_less = [&](std::uint32_t x, std::uint32_t y) {
    const Molecule& a = graph.molecules[x];
    const Molecule& b = graph.molecules[y];
    if (a.type != b.type) return a.type < b.type;
    if (a.place != b.place) return a.place < b.place;
    return std::lexicographical_compare(begin_of(a), end_of(a), begin_of(b), end_of(b));
  };
  std::vector<std::uint32_t> sorted(graph.molecules.size()), rank(graph.molecules.size());
  for (std::uint32_t m = 0; m < sorted.size(); ++m) sorted[m] = m;
  std::sort(sorted.begin(), sorted.end(), is_less);
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    rank[sorted[i]] = rank[sorted[i - 1]] + (is_less(sorted[i - 1], sorted[i]) ? 1U : 0U);
  }
  return rank;
}

/// Where each molecule stands in canonical order. Sites need not be nodes: up to the order of
/// interchangeable ones, ranks and the looks at both ends of each bond say everything.
std::vector<std::uint32_t> place_molecules(const SiteGraph& graph)
{
  LabelledGraph bonds{rank_molecules(graph), {}};
  for (std::uint32_t s = 0; s < graph.sites.size(); ++s) {
    const Site& site = graph.sites[s];
    if (site.partner == SiteGraph::unbound || site.partner < s) continue;
    const Site& partner = graph.sites[site.partner];
    bonds.edges.push_back({site.molecule, partner.molecule, look_of(site), look_of(partner)});
  }
  return canonical_order(bonds).place;
}

/// Sorts interchangeable sites once the molecules stand in order.
class SiteSorter {
 public:
  SiteSorter(const SiteGraph& graph, const std::vector<std::uint32_t>& place)
      : graph_(graph), place_(place), new_site_(graph.sites.size(), SiteGraph::unbound)
  {
  }

  SiteGraph run()
  {
    std::vector<std::uint32_t> molecule_at(place_.size());
    for (std::uint32_t m = 0; m < place_.size(); ++m) molecule_at[place_[m]] = m;
    SiteGraph sorted;
    std::vector<std::uint32_t> old_site;
    for (const std::uint32_t m : molecule_at) {
      const Molecule& molecule = graph_.molecules[m];
      sorted.molecules.push_back(
          {molecule.type, static_cast<std::uint32_t>(old_site.size()), molecule.num_sites,
           molecule.place});
      place_sites(molecule, old_site);
    }
    for (const std::uint32_t old : old_site) {
      Site site = graph_.sites[old];
      site.molecule = place_[site.molecule];
      if (site.partner != SiteGraph::unbound) site.partner = new_site_[site.partner];
      sorted.sites.push_back(site);
    }
    return sorted;
  }

 private:
  void place_sites(const Molecule& molecule, std::vector<std::uint32_t>& old_site)
  {
    const std::uint32_t first = molecule.first_site;
    const auto start = static_cast<std::uint32_t>(old_site.size());
    for (std::uint32_t i = 0; i < molecule.num_sites; ++i) {
      if (new_site_[first + i] != SiteGraph::unbound) continue;
      std::vector<std::uint32_t> alike, offsets;
      for (std::uint32_t j = i; j < molecule.num_sites; ++j) {
        if (graph_.sites[first + j].kind != graph_.sites[first + i].kind) continue;
        alike.push_back(first + j);
        offsets.push_back(j);
      }
      std::sort(alike.begin(), alike.end(),
                [&](std::uint32_t a, std::uint32_t b) { return key_of(a) < key_of(b); });
      for (std::size_t j = 0; j < alike.size(); ++j) new_site_[alike[j]] = start + offsets[j];
    }
    old_site.resize(start + molecule.num_sites);
    for (std::uint32_t s = first; s < first + molecule.num_sites; ++s) old_site[new_site_[s]] = s;
  }

  /// Bonds between the same two kinds of the same two molecules differ in nothing but the order of
  /// their ends: the second molecule's follow the first's, and ends in one molecule pair up.
  std::tuple<std::uint64_t, std::uint32_t, std::uint64_t, std::uint32_t> key_of(
      std::uint32_t s) const
  {
    const Site& site = graph_.sites[s];
    if (site.partner == SiteGraph::unbound) return {look_of(site), 0, 0, s};
    const Site& partner = graph_.sites[site.partner];
    std::uint32_t tie = new_site_[site.partner];
    if (tie == SiteGraph::unbound) {
      const bool is_twin = partner.molecule == site.molecule && partner.kind == site.kind;
      tie = is_twin ? std::min(s, site.partner) : s;
    }
    return {look_of(site), place_[partner.molecule], look_of(partner), tie};
  }

  const SiteGraph& graph_;
  const std::vector<std::uint32_t>& place_;
  std::vector<std::uint32_t> new_site_;  // of each old site; unbound: not placed yet
};

}  // namespace

void SiteGraph::add_bond(std::uint32_t a, std::uint32_t b)
{
  assert(sites[a].partner == unbound && sites[b].partner == unbound && a != b);
  sites[a].partner = b;
  sites[b].partner = a;
}

void SiteGraph::remove_bond(std::uint32_t site)
{
  const std::uint32_t partner = sites[site].partner;
  if (partner == unbound) return;
  sites[site].partner = unbound;
  sites[partner].partner = unbound;
}

void SiteGraph::append(const SiteGraph& other)
{
  const std::size_t num_molecules = molecules.size();
  const std::size_t num_sites = sites.size();
  molecules.insert(molecules.end(), other.molecules.begin(), other.molecules.end());
  sites.insert(sites.end(), other.sites.begin(), other.sites.end());
  for (std::size_t m = num_molecules; m < molecules.size(); ++m) {
    molecules[m].first_site += static_cast<std::uint32_t>(num_sites);
  }
  for (std::size_t s = num_sites; s < sites.size(); ++s) {
    sites[s].molecule += static_cast<std::uint32_t>(num_molecules);
    if (sites[s].partner != unbound) sites[s].partner += static_cast<std::uint32_t>(num_sites);
  }
}

SiteGraph canonical(const SiteGraph& graph)
{
  return SiteSorter(graph, place_molecules(graph)).run();
}

}  // namespace rascade::graph
