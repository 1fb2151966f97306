// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "rascade/language/mistakes.hpp"
#include "rascade/language/syntax.hpp"

namespace rascade::language {

/// Reads the blocks of a BNGL text; what could not be read is reported and left out.
///
/// `begin model` and `end model` may be missing. Lines outside the blocks (actions, options) are
/// not run: W0101 says so once. Prose before the first block or after `end model` is skipped
/// with W0102, a number before a statement (an old custom) and a seed's label without a word.
/// Reports E0101 to E0104 for the blocks, E0201 to E0208 and E0401 for the statements.
[[nodiscard]] SyntaxModel read_syntax(std::string_view text, const std::string& file,
                                      Mistakes& mistakes);

}  // namespace rascade::language
