// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rascade {

/// Pieces of `text` between separators; empty pieces are kept, so n separators give n + 1 pieces.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

[[nodiscard]] std::string_view trim(std::string_view text);

[[nodiscard]] std::string to_lower(std::string_view text);

/// The whole of `text` as a finite number, locale-independent; nothing if any of it is left over.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

/// The candidate at the least edit distance (case-insensitive, transpositions count one), if that
/// distance is at most a third of the name's length (and at least 1); the first of equals.
[[nodiscard]] std::optional<std::string> nearest_name(std::string_view name,
                                                      std::span<const std::string> candidates);

/// "Did you mean X?" or, when nothing is near, the list of what is valid.
[[nodiscard]] std::string suggest(std::string_view name, std::span<const std::string> candidates);

/// The shortest decimal form that reads back as the same double.
[[nodiscard]] std::string format_number(double value);

}  // namespace rascade
