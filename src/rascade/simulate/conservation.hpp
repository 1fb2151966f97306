// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "rascade/simulate/sparse_rows.hpp"

namespace rascade::simulate {

/// A weighted sum of amounts that no reaction changes, `owner` having weight one and belonging to
/// no other law: with all sums given, the amounts of the other species determine the owners'.
struct ConservationLaw {
  std::size_t owner = 0;
  std::vector<std::pair<std::size_t, double>> weights;  // ascending species, the owner among them
};

/// All linear sums that these reactions keep: a basis of the left null space of the stoichiometry,
/// found and verified in whole numbers. Owners are the earliest species that can be, ascending.
///
/// @param changes  [n_reactions x n_species], whole numbers
/// @param active   [n_reactions], those that count
///
/// Nothing if the weights are no fractions of small whole numbers.
[[nodiscard]] std::optional<std::vector<ConservationLaw>> conservation_laws(
    const SparseRows& changes, const std::vector<bool>& active, std::size_t num_species);

}  // namespace rascade::simulate
