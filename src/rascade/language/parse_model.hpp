// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "rascade/base/checked.hpp"
#include "rascade/model/model.hpp"

namespace rascade::language {

/// Reads a BNGL text.
///
/// @param file  the name that diagnostics give; nothing is opened
/// @return the model, perhaps with warnings, or every mistake in the order of the text: E01xx is
///         about blocks, E02xx syntax, E03xx names, E04xx rules, E05xx molecules, sites and bonds
[[nodiscard]] Checked<model::Model> parse_model(std::string_view text, const std::string& file);

}  // namespace rascade::language
