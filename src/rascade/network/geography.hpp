// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "rascade/graph/site_graph.hpp"
#include "rascade/model/model.hpp"

namespace rascade::network {

/// Which compartment lies in which. A species is on the surface that any of its molecules is on,
/// else in the volume that all of them share; bonds reach no further than the next compartment.
class Geography {
 public:
  Geography() = default;
  explicit Geography(const std::vector<model::Compartment>& compartments);

  /// No compartments: everything is `model::nowhere`, and all may meet.
  [[nodiscard]] bool is_flat() const { return outside_.empty(); }
  [[nodiscard]] bool is_surface(std::int32_t compartment) const;
  [[nodiscard]] bool is_adjacent(std::int32_t a, std::int32_t b) const;

  /// Can species in these compartments react with one another?
  [[nodiscard]] bool can_meet(std::span<const std::int32_t> places) const;

  /// The species' compartment; nothing if its molecules cannot make one species.
  [[nodiscard]] std::optional<std::int32_t> place_of(const graph::SiteGraph& species) const;

  /// Are all bonds within a compartment or between neighbours?
  [[nodiscard]] bool is_sound(const graph::SiteGraph& species) const;

  /// A species on surface `from` goes to surface `to`: where a molecule that was `at` goes along.
  /// Endocytosis turns inside and outside around.
  [[nodiscard]] std::int32_t carried(std::int32_t at, std::int32_t from, std::int32_t to) const;

 private:
  [[nodiscard]] std::int32_t inside(std::int32_t compartment) const;

  std::vector<std::int32_t> outside_;  // [n_compartments]
  std::vector<bool> is_surface_;       // [n_compartments]
};

}  // namespace rascade::network
