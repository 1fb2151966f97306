// SPDX-License-Identifier: MIT
#include "rascade/graph/isomorphism.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "rascade/graph/look.hpp"

namespace rascade::graph {
namespace {

using Molecule = SiteGraph::Molecule;
using Site = SiteGraph::Site;

constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

std::uint64_t molecule_look(const Molecule& molecule)
{
  return (std::uint64_t{molecule.type} << 32U) | static_cast<std::uint32_t>(molecule.place);
}

}  // namespace

void IsomorphismTest::fingerprint(const SiteGraph& graph, Fingerprint& result)
{
  std::vector<std::uint64_t>& colours = result.colours;
  colours.resize(graph.molecules.size());
  site_looks_.resize(graph.sites.size());
  for (std::size_t m = 0; m < colours.size(); ++m) {
    const Molecule& molecule = graph.molecules[m];
    std::uint64_t sum = scramble(molecule_look(molecule));
    for (std::uint32_t s = molecule.first_site; s < molecule.first_site + molecule.num_sites; ++s) {
      site_looks_[s] = scramble(look_of(graph.sites[s]));
      sum += site_looks_[s];
    }
    colours[m] = scramble(sum);
  }
  const std::size_t rounds = std::min(colours.size(), max_refinements + 1);
  for (std::size_t round = 1; round < rounds; ++round) {
    next_colours_.assign(colours.begin(), colours.end());
    for (std::size_t s = 0; s < graph.sites.size(); ++s) {
      const Site& site = graph.sites[s];
      if (site.partner == SiteGraph::unbound) continue;
      const std::uint64_t other = colours[graph.sites[site.partner].molecule];
      next_colours_[site.molecule] +=
          scramble(site_looks_[s] + 3 * site_looks_[site.partner] + 5 * other);
    }
    for (std::size_t m = 0; m < colours.size(); ++m) colours[m] = scramble(next_colours_[m]);
  }
  result.whole = 0;
  for (const std::uint64_t colour : colours) result.whole += scramble(colour);
}

void IsomorphismTest::order_by_colour(const Side& side, std::vector<std::uint32_t>& order)
{
  order.resize(side.colours.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&side](std::uint32_t x, std::uint32_t y) {
    return side.colours[x] < side.colours[y];
  });
}

void IsomorphismTest::placed_bonds(const SiteGraph& graph, std::span<const std::uint32_t> place,
                                   std::vector<Bond>& bonds)
{
  bonds.clear();
  for (std::uint32_t s = 0; s < graph.sites.size(); ++s) {
    const Site& site = graph.sites[s];
    if (site.partner == SiteGraph::unbound || site.partner < s) continue;
    const Site& partner = graph.sites[site.partner];
    Bond bond{place[site.molecule], place[partner.molecule], look_of(site), look_of(partner)};
    if (bond.high < bond.low || (bond.high == bond.low && bond.look_high < bond.look_low)) {
      std::swap(bond.low, bond.high);
      std::swap(bond.look_low, bond.look_high);
    }
    bonds.push_back(bond);
  }
  std::sort(bonds.begin(), bonds.end());
}

/// The same type, place, and looks of sites in some order.
bool IsomorphismTest::is_alike(std::uint32_t a, std::uint32_t b)
{
  const Molecule& x = a_.graph->molecules[a];
  const Molecule& y = b_.graph->molecules[b];
  if (molecule_look(x) != molecule_look(y) || x.num_sites != y.num_sites) return false;
  looks_.clear();
  bool is_same_order = true;
  for (std::uint32_t i = 0; i < x.num_sites; ++i) {
    looks_.push_back(look_of(a_.graph->sites[x.first_site + i]));
    is_same_order = is_same_order && looks_[i] == look_of(b_.graph->sites[y.first_site + i]);
  }
  if (is_same_order) return true;
  std::sort(looks_.begin(), looks_.end());
  for (std::uint32_t i = 0; i < y.num_sites; ++i) {
    looks_.push_back(look_of(b_.graph->sites[y.first_site + i]));
  }
  const auto middle = looks_.begin() + static_cast<std::ptrdiff_t>(x.num_sites);
  std::sort(middle, looks_.end());
  return std::equal(looks_.begin(), middle, middle);
}

/// Sites need not be mapped: molecules of one colour have alike sites, and up to the order of those
/// their bonds, with the looks at both ends, say everything.
bool IsomorphismTest::bonds_agree()
{
  placed_bonds(*a_.graph, place_a_, bonds_a_);
  placed_bonds(*b_.graph, place_b_, bonds_b_);
  return bonds_a_ == bonds_b_;
}

/// Starts where the fewest choices are and follows bonds; unbound parts begin anew.
void IsomorphismTest::plan_visits()
{
  const std::size_t n = order_a_.size();
  std::uint32_t root = order_a_[0];
  std::size_t fewest = n + 1;
  for (std::size_t i = 0; i < n;) {
    std::size_t end = i;
    while (end < n && a_.colours[order_a_[end]] == a_.colours[order_a_[i]]) ++end;
    if (end - i < fewest) {
      fewest = end - i;
      root = order_a_[i];
    }
    i = end;
  }
  visits_.clear();
  via_site_.clear();
  place_a_.assign(n, nobody);
  const auto visit = [this](std::uint32_t molecule, std::uint32_t via) {
    if (place_a_[molecule] != nobody) return;
    place_a_[molecule] = static_cast<std::uint32_t>(visits_.size());
    visits_.push_back(molecule);
    via_site_.push_back(via);
  };
  std::uint32_t next_start = 0;
  visit(root, SiteGraph::unbound);
  for (std::size_t k = 0; visits_.size() < n || k < visits_.size(); ++k) {
    if (k == visits_.size()) {
      while (place_a_[next_start] != nobody) ++next_start;
      visit(next_start, SiteGraph::unbound);
    }
    const Molecule& molecule = a_.graph->molecules[visits_[k]];
    for (std::uint32_t s = molecule.first_site; s < molecule.first_site + molecule.num_sites; ++s) {
      const std::uint32_t partner = a_.graph->sites[s].partner;
      if (partner != SiteGraph::unbound) visit(a_.graph->sites[partner].molecule, s);
    }
  }
}

bool IsomorphismTest::try_image(std::size_t visit, std::uint32_t image)
{
  if (place_b_[image] != nobody || b_.colours[image] != a_.colours[visits_[visit]]) return false;
  if (!is_alike(visits_[visit], image)) return false;
  place_b_[image] = static_cast<std::uint32_t>(visit);
  if (map_from(visit + 1)) return true;
  place_b_[image] = nobody;
  return false;
}

bool IsomorphismTest::map_from(std::size_t visit)
{
  if (visit == visits_.size()) return bonds_agree();
  const std::uint32_t via = via_site_[visit];
  if (via == SiteGraph::unbound) {
    for (std::uint32_t m = 0; m < place_b_.size(); ++m) {
      if (try_image(visit, m)) return true;
    }
    return false;
  }
  const Site& from = a_.graph->sites[via];
  const std::uint64_t look = look_of(from);
  const std::uint64_t partner_look = look_of(a_.graph->sites[from.partner]);
  const std::uint32_t before = place_a_[from.molecule];
  const auto there = std::find(place_b_.begin(), place_b_.end(), before);
  const Molecule& molecule =
      b_.graph->molecules[static_cast<std::size_t>(there - place_b_.begin())];
  for (std::uint32_t s = molecule.first_site; s < molecule.first_site + molecule.num_sites; ++s) {
    const Site& site = b_.graph->sites[s];
    if (look_of(site) != look || site.partner == SiteGraph::unbound) continue;
    const Site& partner = b_.graph->sites[site.partner];
    if (look_of(partner) == partner_look && try_image(visit, partner.molecule)) return true;
  }
  return false;
}

bool IsomorphismTest::is_isomorphic(const SiteGraph& a, std::span<const std::uint64_t> colours_a,
                                    const SiteGraph& b, std::span<const std::uint64_t> colours_b)
{
  const std::size_t n = a.molecules.size();
  if (n != b.molecules.size() || a.sites.size() != b.sites.size()) return false;
  if (n == 0) return true;
  a_ = {&a, colours_a};
  b_ = {&b, colours_b};
  order_by_colour(a_, order_a_);
  order_by_colour(b_, order_b_);
  bool is_discrete = true;
  for (std::size_t i = 0; i < n; ++i) {
    if (colours_a[order_a_[i]] != colours_b[order_b_[i]]) return false;
    is_discrete = is_discrete && (i == 0 || colours_a[order_a_[i]] != colours_a[order_a_[i - 1]]);
  }
  place_b_.assign(n, nobody);
  if (!is_discrete) {
    plan_visits();
    return map_from(0);
  }
  place_a_.resize(n);
  for (std::uint32_t i = 0; i < n; ++i) {
    if (!is_alike(order_a_[i], order_b_[i])) return false;
    place_a_[order_a_[i]] = i;
    place_b_[order_b_[i]] = i;
  }
  return bonds_agree();
}

}  // namespace rascade::graph
