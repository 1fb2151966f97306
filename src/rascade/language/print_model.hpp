// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "rascade/model/model.hpp"

namespace rascade::language {

/// The model as plain BNGL, one rule a direction; blocks without content are left out.
/// `parse_model` reads it back to a model that prints the same.
[[nodiscard]] std::string print_model(const model::Model& model);

}  // namespace rascade::language
