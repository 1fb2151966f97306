// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "rascade/tumour/tumour.hpp"

namespace rascade::tumour {

/// Cells of each clone in time as ggmuller reads it: TSV of Generation (days), Identity (the
/// clone's name) and Population (active and quiescent cells), a row a time and clone.
/// @pre course has the clones of `clones`
[[nodiscard]] std::string population_table(const TumourCourse& course,
                                           std::span<const Clone> clones);

/// Who arose from whom: TSV of Parent and Identity, a row a clone but the first. ggmuller wants one
/// tree, so clones present from the start hang on clone 0.
[[nodiscard]] std::string adjacency_table(std::span<const Clone> clones);

}  // namespace rascade::tumour
