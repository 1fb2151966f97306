// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "rascade/tumour/clone_growth.hpp"
#include "rascade/tumour/tumour.hpp"

namespace rascade::tumour {

/// Cells of every clone when treatment begins, [n_clones].
///
/// Clone 0 grows from one cell to `cells_at_start` as e^{lambda t}, as a tumour that lived on does;
/// the clones that descend from it are born by chance at its and their parents' divisions and grow
/// by chance at their own untreated rates (of the repeated part of their course). Clones with a
/// `fraction` get that part of `cells_at_start` on top. Clone 0 is what remains, so that the sum is
/// `cells_at_start`. If clone 0 does not grow untreated, no mutants are drawn.
[[nodiscard]] std::vector<Cells> cells_before_treatment(const TumourSetup& setup);

}  // namespace rascade::tumour
