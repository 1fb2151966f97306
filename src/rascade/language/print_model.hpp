// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "rascade/model/model.hpp"

namespace rascade::language {

/// The model as plain BNGL, one rule a direction (but `Arrhenius` once for both); blocks without
/// content are left out, tables are written out, units follow in comments.
/// `parse_model` reads it back to a model that prints the same.
[[nodiscard]] std::string print_model(const model::Model& model);

}  // namespace rascade::language
