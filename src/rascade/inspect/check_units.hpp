// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "rascade/base/diagnostic.hpp"
#include "rascade/model/model.hpp"
#include "rascade/network/network.hpp"

namespace rascade::inspect {

struct UnitCheck {
  std::vector<Diagnostic> diagnostics;
  std::size_t num_formulas = 0;  // parameters that are computed, functions, amounts, rates
  std::size_t num_known = 0;     // of these, those whose unit is known: the others say nothing
};

/// Whether the units annotated in the text (`k 1  # [1/(uM s)]`) fit the formulas and the rates.
/// Amounts have the unit of the seeds; a rate must come out in that per time.
///
/// Reports what infer_unit does, and E1923 for a rate in another unit, E1924 for an annotation that
/// contradicts its formula, W1911 for a unit that is not understood.
///
/// @param network  for reactions between compartments; null: rates of models without them only
[[nodiscard]] UnitCheck check_units(const model::Model& model, const network::Network* network);

}  // namespace rascade::inspect
