// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "rascade/base/checked.hpp"
#include "rascade/model/model.hpp"
#include "rascade/network/network.hpp"

namespace rascade::protocol {

/// The absolute tolerance of every species that a pattern is found in.
struct SpeciesTolerance {
  std::string pattern;    // a species' name, or a pattern
  double absolute = 0.0;  // molecules
  Span span;              // of the row that says so
};

/// Rows in order, so that later ones may refine earlier ones; `otherwise` where none fits.
/// [n_species]. Reports E1710 for a row that fits no species.
///
/// @param types  its molecule types and compartments say how patterns are read; without types the
///               network's species do
[[nodiscard]] Checked<std::vector<double>> absolute_tolerances(
    const network::Network& network, const model::Model& types,
    std::span<const SpeciesTolerance> rows, double otherwise);

/// The least value of the species at each place. [n_places]
///
/// @param place  [n_species], negative: at none
[[nodiscard]] std::vector<double> least_of_each(std::span<const double> values,
                                                std::span<const std::int32_t> place,
                                                std::size_t num_places);

}  // namespace rascade::protocol
