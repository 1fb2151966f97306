// SPDX-License-Identifier: MIT
#include "rascade/language/explain.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

#include <fmt/format.h>

namespace rascade::language {
namespace {

constexpr std::size_t longest_excerpt = 100;

std::optional<std::string_view> line_of(std::string_view text, std::uint32_t line)
{
  for (std::uint32_t i = 1; i < line; ++i) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
  return text;
}

/// Bytes that continue a character of several bytes take no room.
bool takes_room(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

/// As many blanks as the text is wide; tabs stay, so that the mark stands under its place.
std::string blanks_for(std::string_view text)
{
  std::string blanks;
  for (const char c : text) {
    if (takes_room(c)) blanks += c == '\t' ? '\t' : ' ';
  }
  return blanks;
}

}  // namespace

std::string explain(const Diagnostic& diagnostic, std::string_view source_text)
{
  const Span& span = diagnostic.span;
  const auto line = span.line == 0 ? std::nullopt : line_of(source_text, span.line);
  if (!line || span.column == 0 || span.column > line->size() + 1) return to_string(diagnostic);
  // Of a long line the part around the place.
  const std::size_t at = span.column - 1;
  std::size_t start = at > longest_excerpt / 2 ? at - longest_excerpt / 2 : 0;
  if (line->size() <= longest_excerpt) start = 0;
  while (start < at && !takes_room((*line)[start])) ++start;
  std::size_t end = std::min(line->size(), start + longest_excerpt);
  while (end < line->size() && !takes_room((*line)[end])) ++end;
  const std::string_view excerpt = line->substr(start, end - start);

  const std::string_view marked = excerpt.substr(at - start, span.length);
  const auto width = static_cast<std::size_t>(
      std::count_if(marked.begin(), marked.end(), takes_room));
  const std::string number = fmt::format("{}", span.line);
  Diagnostic bare = diagnostic;
  bare.hint.clear();
  std::string text = to_string(bare);
  text += fmt::format("\n  {} | {}\n  {} | {}^{}", number, excerpt,
                      std::string(number.size(), ' '), blanks_for(excerpt.substr(0, at - start)),
                      std::string(width > 1 ? width - 1 : 0, '~'));
  if (!diagnostic.hint.empty()) text += "\n  hint: " + diagnostic.hint;
  return text;
}

}  // namespace rascade::language
