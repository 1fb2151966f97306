// SPDX-License-Identifier: MIT
#include "rascade/atlas/wording.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>

#include "rascade/atlas/kinship.hpp"
#include "rascade/base/text.hpp"

namespace rascade::atlas {
namespace {

using Words = std::pair<const char*, const char*>;

/// What a comparison of arms says of b; the longer sign first.
constexpr std::array<Words, 9> relations{{{"b<<a", "much lower"},
                                          {"b>>a", "much higher"},
                                          {"b<=a", "not higher"},
                                          {"b!=a", "different"},
                                          {"b<a", "lower"},
                                          {"b>a", "higher"},
                                          {"b~a", "no different"},
                                          {"b=0", "none"},
                                          {"synergy", "synergy"}}};

constexpr std::array<Words, 3> prefixes{{{"ko:", "loss of"}, {"oe:", "more"}, {"lig:", "added"}}};

std::string without_class_mark(std::string name)
{
  constexpr std::string_view mark = " (class)";
  if (name.ends_with(mark)) name.resize(name.size() - mark.size());
  return name;
}

std::string token_words(const knowledge::Knowledge& tables, const std::string& token)
{
  constexpr std::string_view alteration_prefix = "mut:";
  if (token.starts_with(alteration_prefix)) {
    const std::string id = token.substr(alteration_prefix.size());
    for (const knowledge::Alteration& alteration : tables.alterations) {
      if (alteration.id == id) return alteration_words(alteration);
    }
    return id;
  }
  for (const auto& [prefix, words] : prefixes) {
    if (token.starts_with(prefix)) {
      return fmt::format("{} {}", words, token.substr(std::string_view(prefix).size()));
    }
  }
  return therapy_words(tables, token);
}

/// `order: a > b > m1`: the arms themselves in the place of their letters.
std::string with_arms(const knowledge::Knowledge& tables, const knowledge::Claim& claim,
                      const std::string& order)
{
  std::string text;
  for (const std::string_view word : split(order, ' ')) {
    const bool is_more = word.size() > 1 && word.front() == 'm';
    const auto number = is_more ? parse_number(word.substr(1)) : std::nullopt;
    std::string said(word);
    if (word == "a") said = arm_words(tables, arm_tokens(claim.a));
    if (word == "b") said = arm_words(tables, arm_tokens(claim.b));
    if (number && *number >= 1 && *number <= static_cast<double>(claim.more.size())) {
      const auto i = static_cast<std::size_t>(*number) - 1;
      said = arm_words(tables, arm_tokens(claim.more[i]));
    }
    text += (text.empty() ? "" : " ") + said;
  }
  return text;
}

/// `0.32..0.37 1`, a range of a share, as people write it.
std::string as_range(std::string text)
{
  const std::size_t dots = text.find("..");
  if (dots != std::string::npos) text.replace(dots, 2, " to ");
  if (text.ends_with(" 1")) text.resize(text.size() - 2);
  return text;
}

/// A claim that does not compare b with a: a number, an order, a state …
ClaimWords no_comparison(const knowledge::Knowledge& tables, const knowledge::Claim& claim)
{
  const std::size_t colon = claim.expected.find(": ");
  const std::string kind = claim.expected.substr(0, colon);
  const std::string rest = colon == std::string::npos ? "" : claim.expected.substr(colon + 2);
  if (kind == "order") return {kind, claim.readout + ": " + with_arms(tables, claim, rest)};
  std::string sentence = claim.readout;
  const std::vector<std::string> a = arm_tokens(claim.a), b = arm_tokens(claim.b);
  if (!a.empty()) sentence += " with " + arm_words(tables, a);
  if (!b.empty()) sentence += (a.empty() ? " with " : ", with ") + arm_words(tables, b);
  if (!rest.empty()) sentence += ": " + as_range(rest);
  return {kind, sentence};
}

bool holds(const std::vector<std::string>& list, const std::string& item)
{
  return std::find(list.begin(), list.end(), item) != list.end();
}

}  // namespace

std::string listed(const std::vector<std::string>& items)
{
  return fmt::format("{}", fmt::join(items, ", "));
}

std::string therapy_words(const knowledge::Knowledge& tables, std::string_view combination)
{
  std::vector<std::string> names;
  for (const std::string& id : parts_of(combination)) {
    const knowledge::Therapy* therapy = find_therapy(tables, id);
    names.push_back(therapy == nullptr ? id : without_class_mark(therapy->name));
  }
  return fmt::format("{}", fmt::join(names, " + "));
}

std::string therapy_list(const knowledge::Knowledge& tables,
                         const std::vector<std::string>& combinations)
{
  std::vector<std::string> names;
  for (const std::string& one : combinations) names.push_back(therapy_words(tables, one));
  return listed(names);
}

std::string cancer_list(const knowledge::Knowledge& tables, const std::vector<std::string>& codes)
{
  constexpr std::size_t longest = 24;
  std::vector<std::string> names;
  for (const std::string& code : codes) {
    const auto found = std::find_if(tables.cancer_types.begin(), tables.cancer_types.end(),
                                    [&](const knowledge::CancerType& c) { return c.code == code; });
    std::string name = found == tables.cancer_types.end() ? code : found->name;
    if (name.size() > longest) {
      name = code;
      for (const std::string& synonym : found->synonyms) {
        if (synonym.size() <= name.size()) name = synonym;
      }
    }
    names.push_back(std::move(name));
  }
  return listed(names);
}

std::string alteration_words(const knowledge::Alteration& alteration)
{
  std::string genes = fmt::format("{}", fmt::join(alteration.genes, "/"));
  const std::string& change = alteration.variant.empty() ? alteration.kind : alteration.variant;
  if (genes.empty()) return change.empty() ? alteration.id : change;
  return genes + " " + change;
}

std::string part_list(const knowledge::Knowledge& tables, const std::vector<std::string>& parts)
{
  std::vector<std::string> labels;
  for (const std::string& part : parts) {
    const auto found = std::find_if(tables.parts.begin(), tables.parts.end(),
                                    [&](const knowledge::Part& p) { return p.name == part; });
    labels.push_back(found == tables.parts.end() || found->label.empty() ? part : found->label);
  }
  return fmt::format("{}", fmt::join(labels, "; "));
}

std::vector<std::string> arm_tokens(std::string_view arm)
{
  std::vector<std::string> tokens;
  constexpr std::string_view joint = " + ";
  for (std::size_t start = 0; start <= arm.size();) {
    const std::size_t end = std::min(arm.find(joint, start), arm.size());
    const std::string_view token = trim(arm.substr(start, end - start));
    if (!token.empty() && token != "none" && token != "vehicle" && token != "-") {
      tokens.emplace_back(token);
    }
    start = end + joint.size();
  }
  return tokens;
}

std::string arm_words(const knowledge::Knowledge& tables, const std::vector<std::string>& tokens)
{
  std::vector<std::string> words;
  for (const std::string& token : tokens) words.push_back(token_words(tables, token));
  return words.empty() ? "no treatment" : fmt::format("{}", fmt::join(words, " + "));
}

ClaimWords claim_words(const knowledge::Knowledge& tables, const knowledge::Claim& claim)
{
  const std::vector<std::string> a = arm_tokens(claim.a), b = arm_tokens(claim.b);
  const auto relation = std::find_if(relations.begin(), relations.end(), [&](const Words& words) {
    return claim.expected.starts_with(words.first);
  });
  if (relation == relations.end()) {
    return no_comparison(tables, claim);
  }
  std::vector<std::string> extra;
  std::copy_if(b.begin(), b.end(), std::back_inserter(extra),
               [&](const std::string& token) { return !holds(a, token); });
  const bool adds = extra.size() + a.size() == b.size() && !extra.empty();
  std::string sentence = claim.readout;
  if (a.empty()) {
    sentence += " with " + arm_words(tables, b);
  } else if (adds) {
    sentence += fmt::format(" under {} with {}", arm_words(tables, a), arm_words(tables, extra));
  } else {
    sentence += fmt::format(" with {} than with {}", arm_words(tables, b), arm_words(tables, a));
  }
  return {relation->second, sentence};
}

}  // namespace rascade::atlas
