// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "rascade/inspect/contact_map.hpp"

namespace rascade::inspect {

/// A rectangle of the picture, pixels from its upper left corner.
struct Area {
  double x = 0.0, y = 0.0, width = 0.0, height = 0.0;
};

inline constexpr double title_height = 30.0;
inline constexpr double pill_height = 22.0;
inline constexpr double pill_pitch = 27.0;
inline constexpr double box_padding = 9.0;

/// Estimated width of a text of the picture's small type.
[[nodiscard]] double text_width(std::size_t num_chars);
/// Width of the mark of one state.
[[nodiscard]] double state_width(const std::string& state);
/// What a site's pill shows: its name and how many there are.
[[nodiscard]] std::string label_of(const MapSite& site);

/// Where everything goes. Boxes do not overlap; equal maps are laid out equally.
struct MapLayout {
  std::vector<Area> boxes;               // [n_types]
  std::vector<std::vector<Area>> pills;  // [n_types][n_sites]
  double width = 0.0, height = 0.0;
};

/// Boxes stand in columns, pills below one another in their box. Which box stands where is found
/// by annealing: short bonds, few crossings, none behind a box. Types without bonds stand below.
[[nodiscard]] MapLayout lay_out(const ContactMap& map);

}  // namespace rascade::inspect
