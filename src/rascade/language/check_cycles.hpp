// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "rascade/language/mistakes.hpp"
#include "rascade/language/syntax.hpp"

namespace rascade::language {

/// Reports E0303 once for each circle of formulas that need each other; `what` names their kind.
///
/// @pre the formulas' names are resolved: a call `f()` has become the name `f`
void check_cycles(const std::vector<SyntaxFormula>& formulas, std::string_view what,
                  Mistakes& mistakes);

}  // namespace rascade::language
