// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rascade::atlas {

/// Columns that a text takes on a terminal: its UTF-8 characters.
[[nodiscard]] std::size_t columns(std::string_view text);

/// The text itself, or its beginning up to a word's end and `…`, in at most `width` columns.
[[nodiscard]] std::string cut(std::string_view text, std::size_t width);

/// Lines of at most `width` columns, broken between words; a longer word has a line of its own.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace rascade::atlas
