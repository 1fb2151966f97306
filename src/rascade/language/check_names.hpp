// SPDX-License-Identifier: MIT
#pragma once

#include "rascade/language/mistakes.hpp"
#include "rascade/language/syntax.hpp"

namespace rascade::language {

/// Looks up every name in every formula; a call `f()` of a function, an observable or `time`
/// becomes the name, `_pi` and `_e` become numbers. Parameters, sizes, amounts and energies may use
/// parameters; functions and rates anything, and observables and local functions of what the tags
/// of their rule name. A name with `__FREE` in it that nothing declares (what a fit is to find)
/// becomes a parameter of value 1, with one W0301 for all.
///
/// Reports E0301 (declared twice), E0302 (unknown; once for each name), E0304 (not allowed there),
/// E0305 (reserved), E0306 (wrong arguments) and E0307 (a tag where none belongs, or none where
/// one does).
void check_names(SyntaxModel& syntax, Mistakes& mistakes);

}  // namespace rascade::language
