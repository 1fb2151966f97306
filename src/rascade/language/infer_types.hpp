// SPDX-License-Identifier: MIT
#pragma once

#include "rascade/language/mistakes.hpp"
#include "rascade/language/syntax.hpp"

namespace rascade::language {

/// Declares the molecule types of a model that has no block for them: a type has every site that
/// some pattern names, as often as one molecule names it, with every state that is written. W0106
/// says so.
void infer_types(SyntaxModel& syntax, Mistakes& mistakes);

}  // namespace rascade::language
