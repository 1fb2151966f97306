// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "rascade/language/check_patterns.hpp"
#include "rascade/language/mistakes.hpp"
#include "rascade/language/syntax.hpp"
#include "rascade/model/model.hpp"

namespace rascade::language {

/// Fits rules to molecule types; `A <-> B` becomes two, the second named `<name>_reverse`. The n-th
/// rule of the text is `R<n>` if it has no name; underscores keep such names apart from given ones.
///
/// A molecule with a tag among the reactants becomes the one with that tag among the products; the
/// k-th molecule of a type with certain sites the k-th of that type with the same sites. Others are
/// removed or made; W0403 says so if one of a type goes while one of it comes.
///
/// Reports, besides what PatternChecker does, E0402 (number of rates), E0403 (other sites after
/// than before), E0404 (a state lost), E0405 (a bond wildcard changed), E0406 (a name given twice),
/// E0407 (a law that does not fit the rule), E0408 (a tag given twice), E0409 (a condition on a
/// pattern that is not there), E0514 (a count in a rule) and E0507 (a new molecule not fully
/// described).
[[nodiscard]] std::vector<model::Rule> check_rules(const std::vector<SyntaxRule>& rules,
                                                   PatternChecker& patterns, Mistakes& mistakes);

}  // namespace rascade::language
