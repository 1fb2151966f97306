// SPDX-License-Identifier: MIT
#include "rascade/network/net_line.hpp"

#include <algorithm>

#include "rascade/base/text.hpp"

namespace rascade::network {
namespace {

constexpr std::string_view blanks = " \t\r";

NetLine cut_line(std::string_view line, std::uint32_t number)
{
  NetLine result{number, {}, {}};
  const std::size_t hash = std::min(line.find('#'), line.size());
  if (hash < line.size()) result.comment = trim(line.substr(hash + 1));
  line = line.substr(0, hash);
  std::size_t at = line.find_first_not_of(blanks);
  while (at != std::string_view::npos) {
    const std::size_t end = std::min(line.find_first_of(blanks, at), line.size());
    result.words.push_back({line.substr(at, end - at), static_cast<std::uint32_t>(at + 1)});
    at = line.find_first_not_of(blanks, end);
  }
  return result;
}

}  // namespace

Span NetLine::span(const std::string& file, std::size_t word) const
{
  if (words.empty()) return {file, number, 1, 0};
  const NetWord& w = words[std::min(word, words.size() - 1)];
  return {file, number, w.column, static_cast<std::uint32_t>(w.text.size())};
}

NetWord NetLine::rest(std::size_t first) const
{
  const char* const begin = words[first].text.data();
  const char* const end = words.back().text.data() + words.back().text.size();
  return {std::string_view(begin, static_cast<std::size_t>(end - begin)), words[first].column};
}

std::vector<NetLine> cut_lines(std::string_view text)
{
  std::vector<NetLine> lines;
  std::uint32_t number = 0;
  for (const std::string_view line : split(text, '\n')) {
    NetLine cut = cut_line(line, ++number);
    if (!cut.words.empty()) lines.push_back(std::move(cut));
  }
  return lines;
}

}  // namespace rascade::network
