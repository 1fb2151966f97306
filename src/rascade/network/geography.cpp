// SPDX-License-Identifier: MIT
#include "rascade/network/geography.hpp"

#include <utility>

namespace rascade::network {

using model::nowhere;

Geography::Geography(const std::vector<model::Compartment>& compartments)
{
  for (const model::Compartment& compartment : compartments) {
    outside_.push_back(compartment.outside);
    is_surface_.push_back(compartment.dimensions == 2);
  }
}

bool Geography::is_surface(std::int32_t compartment) const
{
  return compartment != nowhere && is_surface_[static_cast<std::size_t>(compartment)];
}

bool Geography::is_adjacent(std::int32_t a, std::int32_t b) const
{
  if (a == nowhere || b == nowhere) return false;
  return outside_[static_cast<std::size_t>(a)] == b || outside_[static_cast<std::size_t>(b)] == a;
}

bool Geography::can_meet(std::span<const std::int32_t> places) const
{
  std::int32_t volume = nowhere;
  std::int32_t surface = nowhere;
  std::size_t num_missing = 0;
  for (const std::int32_t place : places) {
    if (place == nowhere) {
      ++num_missing;
      continue;
    }
    std::int32_t& kind = is_surface(place) ? surface : volume;
    if (kind != nowhere && kind != place) return false;
    kind = place;
  }
  if (num_missing > 0) return num_missing == places.size();
  return surface == nowhere || volume == nowhere || is_adjacent(surface, volume);
}

std::optional<std::int32_t> Geography::place_of(const graph::SiteGraph& species) const
{
  std::int32_t surface = nowhere;
  std::int32_t volume = nowhere;
  bool has_two_volumes = false;
  for (const graph::SiteGraph::Molecule& molecule : species.molecules) {
    if (molecule.place == nowhere) continue;
    if (is_surface(molecule.place)) {
      if (surface != nowhere && surface != molecule.place) return std::nullopt;
      surface = molecule.place;
    } else {
      has_two_volumes = has_two_volumes || (volume != nowhere && volume != molecule.place);
      volume = molecule.place;
    }
  }
  if (surface == nowhere) return has_two_volumes ? std::nullopt : std::optional(volume);
  for (const graph::SiteGraph::Molecule& molecule : species.molecules) {
    const bool is_beside = molecule.place == nowhere || molecule.place == surface ||
                           is_adjacent(molecule.place, surface);
    if (!is_beside) return std::nullopt;
  }
  return surface;
}

bool Geography::is_sound(const graph::SiteGraph& species) const
{
  for (const graph::SiteGraph::Site& site : species.sites) {
    if (site.partner == graph::SiteGraph::unbound) continue;
    const std::int32_t a = species.molecules[site.molecule].place;
    const std::int32_t b = species.molecules[species.sites[site.partner].molecule].place;
    if (a != b && !is_adjacent(a, b)) return false;
  }
  return true;
}

std::int32_t Geography::inside(std::int32_t compartment) const
{
  for (std::size_t c = 0; c < outside_.size(); ++c) {
    if (outside_[c] == compartment) return static_cast<std::int32_t>(c);
  }
  return nowhere;
}

std::int32_t Geography::carried(std::int32_t at, std::int32_t from, std::int32_t to) const
{
  if (!is_surface(from) || at == from) return to;
  const std::int32_t outside_from = outside_[static_cast<std::size_t>(from)];
  std::int32_t inside_to = inside(to);
  std::int32_t outside_to = outside_[static_cast<std::size_t>(to)];
  const bool is_endocytosis = outside_from != outside_to;
  if (is_endocytosis) std::swap(inside_to, outside_to);
  return at == outside_from ? outside_to : inside_to;
}

}  // namespace rascade::network
