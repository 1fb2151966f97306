// SPDX-License-Identifier: MIT
#include "rascade/knowledge/regimen.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "rascade/base/text.hpp"

namespace rascade::knowledge {
namespace {

constexpr std::array<std::pair<std::string_view, double>, 4> named_intervals{
    {{"QD", 24.0}, {"BID", 12.0}, {"TID", 8.0}, {"QW", 168.0}}};
constexpr std::array<std::pair<char, double>, 3> hours_in{{{'H', 1.0}, {'D', 24.0}, {'W', 168.0}}};

/// h between doses.
std::optional<double> parse_interval(std::string_view text)
{
  for (const auto& [name, hours] : named_intervals) {
    if (text == name) return hours;
  }
  if (text.size() < 3 || text.front() != 'Q') return std::nullopt;
  const std::optional<double> count = parse_number(text.substr(1, text.size() - 2));
  for (const auto& [letter, hours] : hours_in) {
    if (text.back() == letter && count && *count > 0) return *count * hours;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Regimen> parse_regimen(std::string_view text)
{
  const std::vector<std::string_view> words = split(text, ' ');
  if (words.size() != 4 || words[1] != "mg") return std::nullopt;
  if (words[2] != "PO" && words[2] != "IV") return std::nullopt;
  const std::optional<double> dose = parse_number(words[0]);
  const std::optional<double> interval = parse_interval(words[3]);
  if (!dose || *dose <= 0 || !interval) return std::nullopt;
  return Regimen{*dose, *interval, 0, 0};
}

}  // namespace rascade::knowledge
