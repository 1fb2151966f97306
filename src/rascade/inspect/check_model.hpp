// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "rascade/base/diagnostic.hpp"
#include "rascade/model/action.hpp"
#include "rascade/model/model.hpp"

namespace rascade::inspect {

/// What a model that can be read gives to think about.
struct Findings {
  std::vector<Diagnostic> diagnostics;  // by place; W19xx, and E192x for units
  std::vector<std::string> notes;       // what was looked at and holds, each a sentence
};

/// Looks for what is legal but hardly meant; each pass says in its header what it reports.
/// Expands the rules if the network stays small.
[[nodiscard]] Findings check_model(const model::Model& model,
                                   std::span<const model::Action> actions = {});

}  // namespace rascade::inspect
