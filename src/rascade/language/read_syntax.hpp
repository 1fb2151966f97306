// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "rascade/language/mistakes.hpp"
#include "rascade/language/read_tables.hpp"
#include "rascade/language/syntax.hpp"

namespace rascade::language {

enum class Actions : std::uint8_t { skip, read };

/// Reads the blocks of a BNGL text; what could not be read is reported and left out.
///
/// `begin model` and `end model` may be missing. Lines outside the blocks and the block 'actions'
/// are actions: if they are not to be read, W0101 says so once; a `setOption` that changes what
/// the model means is read in any case. `parameter k 1` may stand outside the blocks. Prose before
/// the first block or after `end model` is skipped with W0102, a number before a statement (an old
/// custom) without a word.
/// Reports E0101 to E0104 for the blocks and what read_statement does.
///
/// @param read_file  gives the files that the model names
[[nodiscard]] SyntaxModel read_syntax(std::string_view text, const std::string& file,
                                      Mistakes& mistakes, Actions actions = Actions::skip,
                                      const ReadFile& read_file = {});

}  // namespace rascade::language
