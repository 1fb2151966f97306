// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "rascade/base/diagnostic.hpp"
#include "rascade/model/action.hpp"
#include "rascade/model/model.hpp"

namespace rascade::inspect {

/// Reports W1901 for a parameter that changes nothing and W1902 for a local function that nothing
/// calls. Observables and functions without arguments are outputs, hence used.
[[nodiscard]] std::vector<Diagnostic> find_unused(const model::Model& model,
                                                  std::span<const model::Action> actions);

}  // namespace rascade::inspect
