// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "rascade/language/block.hpp"
#include "rascade/language/line_cursor.hpp"
#include "rascade/language/syntax.hpp"

namespace rascade::language {

/// Reads one statement of a block and adds what it declares. What is no statement is reported:
/// E0201 to E0210, E0401, E0407, E0601.
///
/// @param unit  what stands in brackets in the comment behind the statement
/// @return false if it could not be read
bool read_statement(Block block, LineCursor& cursor, const std::string& unit, SyntaxModel& syntax);

/// The text in brackets at the start of the comment behind `token`: `k 1 # [1/s] slow` has `1/s`.
///
/// @pre `token` points into `text`
[[nodiscard]] std::string unit_behind(const Token& token, std::string_view text);

}  // namespace rascade::language
