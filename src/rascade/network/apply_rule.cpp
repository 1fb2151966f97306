// SPDX-License-Identifier: MIT
#include "rascade/network/apply_rule.hpp"

#include <algorithm>
#include <limits>

namespace rascade::network {
namespace {

using graph::SiteGraph;

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

}  // namespace

bool Workpiece::apply(const CompiledRule& rule, std::span<const Match> matches)
{
  lay_out(rule, matches);
  if (!geography_->is_flat()) move(rule);
  transform(rule.change);
  find_parts();
  if (!number_parts(rule.change)) return false;
  extract_parts();
  return geography_->is_flat() || settle(rule.change, matches);
}

void Workpiece::lay_out(const CompiledRule& rule, std::span<const Match> matches)
{
  graph_.molecules.clear();
  graph_.sites.clear();
  first_molecule_.clear();
  molecule_at_.clear();
  site_at_.clear();
  for (std::size_t r = 0; r < matches.size(); ++r) {
    first_molecule_.push_back(static_cast<std::uint32_t>(graph_.molecules.size()));
    lay_slots({matches[r].row, rule.reactants[r].row_size()},
              rule.reactants[r].pattern().molecules.size());
    graph_.append(*matches[r].species);
  }
  first_molecule_.push_back(static_cast<std::uint32_t>(graph_.molecules.size()));
  const SiteGraph& made = rule.change.made;
  for (std::size_t m = 0; m < made.molecules.size(); ++m) {
    molecule_at_.push_back(static_cast<std::uint32_t>(graph_.molecules.size() + m));
  }
  for (std::size_t s = 0; s < made.sites.size(); ++s) {
    site_at_.push_back(static_cast<std::uint32_t>(graph_.sites.size() + s));
  }
  graph_.append(made);
  is_removed_.assign(graph_.molecules.size(), 0);
}

/// The next slots lie on the graph about to be appended.
void Workpiece::lay_slots(std::span<const std::uint32_t> row, std::size_t num_molecules)
{
  const auto molecules = static_cast<std::uint32_t>(graph_.molecules.size());
  const auto sites = static_cast<std::uint32_t>(graph_.sites.size());
  for (const std::uint32_t m : row.first(num_molecules)) molecule_at_.push_back(m + molecules);
  for (const std::uint32_t s : row.subspan(num_molecules)) site_at_.push_back(s + sites);
}

void Workpiece::transform(const Transformation& change)
{
  for (const auto& [slot, state] : change.states) graph_.sites[site_at_[slot]].state = state;
  for (const std::uint32_t slot : change.removed_molecules) remove(molecule_at_[slot]);
  for (const std::uint32_t r : change.removed_species) {
    for (std::uint32_t m = first_molecule_[r]; m < first_molecule_[r + 1]; ++m) remove(m);
  }
  for (const std::uint32_t slot : change.cuts) graph_.remove_bond(site_at_[slot]);
  for (const auto& [a, b] : change.joins) graph_.add_bond(site_at_[a], site_at_[b]);
}

/// What is removed stays in the graph, alone.
void Workpiece::remove(std::uint32_t molecule)
{
  is_removed_[molecule] = 1;
  const SiteGraph::Molecule& sites = graph_.molecules[molecule];
  for (std::uint32_t i = 0; i < sites.num_sites; ++i) graph_.remove_bond(sites.first_site + i);
}

/// Before bonds change, for what moves along is what is bound.
void Workpiece::move(const CompiledRule& rule)
{
  for (const auto& [reactant, from, to] : rule.change.species_moves) {
    for (std::uint32_t m = first_molecule_[reactant]; m < first_molecule_[reactant + 1]; ++m) {
      std::int32_t& place = graph_.molecules[m].place;
      place = geography_->carried(place, from, to);
    }
  }
  for (const Transformation::Move& move : rule.change.moves) {
    if (move.takes_along) move_along(rule, move);
    graph_.molecules[molecule_at_[move.molecule]].place = move.compartment;
  }
}

void Workpiece::move_along(const CompiledRule& rule, const Transformation::Move& move)
{
  const std::uint32_t start = molecule_at_[move.molecule];
  const std::int32_t from = graph_.molecules[start].place;
  std::vector<std::uint32_t> reached{start};
  for (std::size_t k = 0; k < reached.size(); ++k) {
    const SiteGraph::Molecule& molecule = graph_.molecules[reached[k]];
    for (std::uint32_t i = 0; i < molecule.num_sites; ++i) {
      const std::uint32_t partner = graph_.sites[molecule.first_site + i].partner;
      if (partner == SiteGraph::unbound) continue;
      const std::uint32_t next = graph_.sites[partner].molecule;
      const bool is_new = std::find(reached.begin(), reached.end(), next) == reached.end();
      if (is_new && graph_.molecules[next].place == from) reached.push_back(next);
    }
  }
  std::size_t num_named = 0;
  for (const graph::Matcher& matcher : rule.reactants) {
    num_named += matcher.pattern().molecules.size();
  }
  const auto named_end = molecule_at_.begin() + static_cast<std::ptrdiff_t>(num_named);
  for (const std::uint32_t m : reached) {
    const bool is_named = std::find(molecule_at_.begin(), named_end, m) != named_end;
    if (!is_named) graph_.molecules[m].place = move.compartment;
  }
}

void Workpiece::find_parts()
{
  part_.assign(graph_.molecules.size(), none);
  num_parts_ = 0;
  for (std::uint32_t start = 0; start < part_.size(); ++start) {
    if (part_[start] != none || is_removed_[start] != 0) continue;
    const auto part = static_cast<std::uint32_t>(num_parts_++);
    part_[start] = part;
    open_.assign(1, start);
    while (!open_.empty()) {
      const SiteGraph::Molecule& molecule = graph_.molecules[open_.back()];
      open_.pop_back();
      for (std::uint32_t i = 0; i < molecule.num_sites; ++i) {
        const std::uint32_t partner = graph_.sites[molecule.first_site + i].partner;
        if (partner == SiteGraph::unbound) continue;
        const std::uint32_t next = graph_.sites[partner].molecule;
        if (part_[next] != none) continue;
        part_[next] = part;
        open_.push_back(next);
      }
    }
  }
}

/// Renumbers the parts by product pattern: each pattern's molecules must be in one part, and no part
/// may serve two patterns. What answers to no pattern comes last.
bool Workpiece::number_parts(const Transformation& change)
{
  product_of_part_.assign(num_parts_, none);
  for (std::size_t slot = 0; slot < molecule_at_.size(); ++slot) {
    if (change.product_of[slot] < 0) continue;
    const auto product = static_cast<std::uint32_t>(change.product_of[slot]);
    std::uint32_t& answer = product_of_part_[part_[molecule_at_[slot]]];
    if (answer != none && answer != product) return false;
    answer = product;
  }
  std::size_t num_answers = 0;
  auto next = static_cast<std::uint32_t>(change.num_products);
  for (std::uint32_t& answer : product_of_part_) {
    if (answer == none) answer = next++;
    else ++num_answers;
  }
  num_products_ = num_parts_;
  return num_answers == change.num_products &&
         (num_parts_ == change.num_products || change.may_split);
}

void Workpiece::extract_parts()
{
  if (products_.size() < num_products_) products_.resize(num_products_);
  if (num_products_ == 1 && part_.size() == std::size_t{1} * graph_.molecules.size() &&
      std::find(is_removed_.begin(), is_removed_.end(), 1) == is_removed_.end()) {
    std::swap(products_[0], graph_);
    return;
  }
  for (std::size_t p = 0; p < num_products_; ++p) {
    products_[p].molecules.clear();
    products_[p].sites.clear();
  }
  new_site_.resize(graph_.sites.size());
  for (std::size_t m = 0; m < part_.size(); ++m) {
    if (part_[m] == none) continue;
    SiteGraph& product = products_[product_of_part_[part_[m]]];
    SiteGraph::Molecule molecule = graph_.molecules[m];
    const auto start = static_cast<std::uint32_t>(product.sites.size());
    for (std::uint32_t i = 0; i < molecule.num_sites; ++i) {
      product.sites.push_back(graph_.sites[molecule.first_site + i]);
      product.sites.back().molecule = static_cast<std::uint32_t>(product.molecules.size());
      new_site_[molecule.first_site + i] = start + i;
    }
    molecule.first_site = start;
    product.molecules.push_back(molecule);
  }
  for (std::size_t p = 0; p < num_products_; ++p) {
    for (SiteGraph::Site& site : products_[p].sites) {
      if (site.partner != SiteGraph::unbound) site.partner = new_site_[site.partner];
    }
  }
}

/// Gives every molecule a compartment; refuses species that no compartment can hold.
bool Workpiece::settle(const Transformation& change, std::span<const Match> matches)
{
  for (std::size_t p = 0; p < num_products_; ++p) {
    SiteGraph& product = products_[p];
    const std::int32_t wanted = p < change.product_places.size() ? change.product_places[p]
                                                                  : model::nowhere;
    std::optional<std::int32_t> place = geography_->place_of(product);
    if (!place) return false;
    if (*place == model::nowhere) place = wanted;
    for (const bool is_surface : {true, false}) {
      for (const Match& match : matches) {
        const bool is_such = match.place != model::nowhere &&
                             geography_->is_surface(match.place) == is_surface;
        if (*place == model::nowhere && is_such) place = match.place;
      }
    }
    if (wanted != model::nowhere && *place != wanted) return false;
    for (SiteGraph::Molecule& molecule : product.molecules) {
      if (molecule.place == model::nowhere) molecule.place = *place;
    }
    if (!geography_->is_sound(product)) return false;
  }
  return true;
}

}  // namespace rascade::network
