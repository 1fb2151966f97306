// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rascade/base/diagnostic.hpp"

namespace rascade::network {

/// A word of a `.net` line and where it stands.
struct NetWord {
  std::string_view text;
  std::uint32_t column = 0;  // counts from 1
};

/// A line of a `.net` file, cut at blanks; what follows `#` is the comment.
struct NetLine {
  std::uint32_t number = 0;  // counts from 1
  std::vector<NetWord> words;
  std::string_view comment;

  [[nodiscard]] Span span(const std::string& file, std::size_t word = 0) const;
  /// The words from `first` to the end, with what stands between them.
  [[nodiscard]] NetWord rest(std::size_t first) const;
};

/// The lines of the text that hold anything but comments.
[[nodiscard]] std::vector<NetLine> cut_lines(std::string_view text);

}  // namespace rascade::network
