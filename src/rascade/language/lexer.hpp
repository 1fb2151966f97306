// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "rascade/language/token.hpp"

namespace rascade::language {

/// One statement: the tokens up to the line's end, lines joined by a trailing backslash. Never
/// empty.
using TokenLine = std::vector<Token>;

/// Cuts text into lines of tokens. Comments and blank lines are dropped. Bad pieces become tokens
/// of their own, reported by the reader only if it needs the line: actions may hold anything.
[[nodiscard]] std::vector<TokenLine> lex(std::string_view text);

}  // namespace rascade::language
