// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "rascade/language/mistakes.hpp"
#include "rascade/language/syntax.hpp"
#include "rascade/model/model.hpp"

namespace rascade::language {

/// The declared compartments, in order. Reports E0510 (one twice), E0511 (what is outside does not
/// exist) and E0512 (a volume in a volume, a surface around a surface, a circle).
[[nodiscard]] std::vector<model::Compartment> check_compartments(
    std::vector<SyntaxCompartment>& compartments, Mistakes& mistakes);

}  // namespace rascade::language
