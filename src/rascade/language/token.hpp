// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace rascade::language {

enum class TokenKind : std::uint8_t {
  word,           // letters, digits, '_'; after '~' or '%' it may start with a digit
  number,         // finite, unsigned
  symbol,         // punctuation, longest first: "<->" is one
  string,         // with its quotes, ' or "
  bad_character,  // not part of the language
  bad_number,     // starts like a number, but is none or is too large
  stray_backslash,
  end,  // after the last token of a line; its text is empty
};

/// A piece of the user's text; `text` points into it.
struct Token {
  TokenKind kind = TokenKind::end;
  std::string_view text;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  bool after_space = false;
};

}  // namespace rascade::language
