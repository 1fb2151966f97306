// SPDX-License-Identifier: MIT
#pragma once

#include "rascade/language/mistakes.hpp"
#include "rascade/language/syntax.hpp"

namespace rascade::language {

/// Looks up every name in every formula; a call `f()` of a function, an observable or `time`
/// becomes the name. Parameters and amounts may use parameters; functions and rates anything.
///
/// Reports E0301 (declared twice), E0302 (unknown; once for each name), E0304 (not allowed there),
/// E0305 (reserved) and E0306 (wrong arguments).
void check_names(SyntaxModel& syntax, Mistakes& mistakes);

}  // namespace rascade::language
