// SPDX-License-Identifier: MIT
#include "rascade/atlas/columns.hpp"

#include <algorithm>

#include "rascade/base/text.hpp"

namespace rascade::atlas {
namespace {

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

}  // namespace

std::size_t columns(std::string_view text)
{
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::string cut(std::string_view text, std::size_t width)
{
  if (columns(text) <= width) return std::string(text);
  if (width == 0) return {};
  std::size_t end = 0, count = 0;
  while (count < width) {
    if (begins_character(text[end])) ++count;
    if (count < width) ++end;
  }
  const std::size_t blank = text.substr(0, end).rfind(' ');
  const bool is_near = blank != std::string_view::npos && blank + 20 > end && blank > 0;
  std::string begin(text.substr(0, is_near ? blank : end));
  while (!begin.empty() && begin.back() == ' ') begin.pop_back();
  return begin + "…";
}

std::vector<std::string> wrap(std::string_view text, std::size_t width)
{
  std::vector<std::string> lines;
  for (const std::string_view word : split(text, ' ')) {
    if (word.empty()) continue;
    const bool fits = !lines.empty() && columns(lines.back()) + 1 + columns(word) <= width;
    if (fits) {
      lines.back() += ' ';
      lines.back() += word;
    } else {
      lines.emplace_back(word);
    }
  }
  return lines;
}

}  // namespace rascade::atlas
