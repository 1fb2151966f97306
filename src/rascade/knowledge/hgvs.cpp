// SPDX-License-Identifier: MIT
#include "rascade/knowledge/hgvs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace rascade::knowledge {
namespace {

/// The three letters of an amino acid's one; empty if there is none.
std::string_view three_letters(char one)
{
  static constexpr std::array<std::pair<char, std::string_view>, 20> codes{
      {{'A', "Ala"}, {'C', "Cys"}, {'D', "Asp"}, {'E', "Glu"}, {'F', "Phe"},
       {'G', "Gly"}, {'H', "His"}, {'I', "Ile"}, {'K', "Lys"}, {'L', "Leu"},
       {'M', "Met"}, {'N', "Asn"}, {'P', "Pro"}, {'Q', "Gln"}, {'R', "Arg"},
       {'S', "Ser"}, {'T', "Thr"}, {'V', "Val"}, {'W', "Trp"}, {'Y', "Tyr"}}};
  const auto found = std::find_if(codes.begin(), codes.end(),
                                  [one](const auto& code) { return code.first == one; });
  return found == codes.end() ? std::string_view{} : found->second;
}

}  // namespace

std::optional<std::string> to_hgvs(std::string_view short_form)
{
  if (short_form.size() < 3) return std::nullopt;
  const std::string_view position = short_form.substr(1, short_form.size() - 2);
  const bool is_position =
      position.front() != '0' &&
      std::all_of(position.begin(), position.end(), [](char c) { return c >= '0' && c <= '9'; });
  const std::string_view from = three_letters(short_form.front());
  const std::string_view to = short_form.back() == '*' ? "Ter" : three_letters(short_form.back());
  if (!is_position || from.empty() || to.empty()) return std::nullopt;
  return fmt::format("p.{}{}{}", from, position, to);
}

}  // namespace rascade::knowledge
