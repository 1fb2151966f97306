// SPDX-License-Identifier: MIT
#include "rascade/claims/relation.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "rascade/base/text.hpp"

namespace rascade::claims {
namespace {

using Kind = Relation::Kind;

struct Sign {
  std::string_view text;
  Comparison comparison;
};

// Longer ones first, so that `<<` is not read as two `<`.
constexpr std::array<Sign, 8> signs{{{"<<", Comparison::much_less},
                                     {">>", Comparison::much_more},
                                     {"<=", Comparison::at_most},
                                     {"!=", Comparison::unlike},
                                     {"<", Comparison::less},
                                     {">", Comparison::more},
                                     {"~", Comparison::like},
                                     {"=0", Comparison::nothing}}};

bool is_arm(std::string_view name)
{
  if (name == "a" || name == "b") return true;
  return name.size() > 1 && name[0] == 'm' &&
         std::all_of(name.begin() + 1, name.end(),
                     [](unsigned char c) { return std::isdigit(c) != 0; });
}

struct Found {
  std::size_t at;
  Sign sign;
};

std::optional<Found> next_sign(std::string_view text)
{
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (const Sign& sign : signs) {
      if (text.substr(i).starts_with(sign.text)) return Found{i, sign};
    }
  }
  return std::nullopt;
}

/// `a > b > m1` as its adjacent pairs; nothing if it is no such chain.
std::optional<std::vector<Step>> parse_steps(std::string_view text)
{
  std::vector<Step> steps;
  std::optional<Found> found = next_sign(text);
  if (!found) return std::nullopt;
  std::string left(trim(text.substr(0, found->at)));
  while (found) {
    text = text.substr(found->at + found->sign.text.size());
    const Comparison comparison = found->sign.comparison;
    found = next_sign(text);
    const std::string right(trim(text.substr(0, found ? found->at : text.size())));
    const bool is_right = comparison == Comparison::nothing ? right.empty() && !found : is_arm(right);
    if (!is_arm(left) || !is_right) return std::nullopt;
    steps.push_back({left, comparison, right});
    left = right;
  }
  return steps;
}

std::optional<Feature> parse_feature(std::string_view text)
{
  const std::size_t at = text.find_first_of("<>");
  if (at == std::string_view::npos || text.substr(at + 1, 1) != "=") return std::nullopt;
  const auto bound = parse_number(text.substr(at + 2));
  if (!bound) return std::nullopt;
  return Feature{std::string(text.substr(0, at)), text[at] == '<', *bound};
}

std::vector<std::string_view> words_of(std::string_view text)
{
  std::vector<std::string_view> words;
  for (const std::string_view word : split(text, ' ')) {
    if (!trim(word).empty()) words.push_back(trim(word));
  }
  return words;
}

bool parse_range(std::string_view text, Relation& relation)
{
  const auto words = words_of(text);
  if (words.empty() || words.size() > 2) return false;
  const std::size_t dots = words[0].find("..");
  const auto low = parse_number(words[0].substr(0, dots));
  const auto high =
      dots == std::string_view::npos ? low : parse_number(words[0].substr(dots + 2));
  if (!low || !high || *low > *high) return false;
  relation.low = *low;
  relation.high = *high;
  relation.unit = words.size() == 2 ? std::string(words[1]) : "1";
  return true;
}

bool parse_correlation(std::string_view text, Relation& relation)
{
  const auto words = words_of(text);
  if (words.size() != 2 || (words[0] != "+" && words[0] != "-")) return false;
  relation.sign = words[0] == "+" ? 1 : -1;
  relation.with = std::string(words[1]);
  return true;
}

Diagnostic unreadable(std::string_view text, const Span& span)
{
  return {Severity::error, "E2401", span, fmt::format("'{}' is no relation that can be tested", text),
          "Write e.g. b<a, b>>a, b~a, order: a > b > m1, synergy, shape: nadir<=0.7, corr: + OUTPUT, "
          "value: LOW..HIGH UNIT, freq: LOW..HIGH UNIT, present, absent, or list:, state:, conflict:."};
}

Checked<Relation> parse_shape(std::string_view text, const Span& span)
{
  Relation relation;
  relation.kind = Relation::Kind::shape;
  const std::vector<std::string> known = feature_names();
  for (const std::string_view word : words_of(text)) {
    const auto feature = parse_feature(word);
    if (!feature) return unreadable(text, span);
    if (std::find(known.begin(), known.end(), feature->name) == known.end()) {
      return Diagnostic{Severity::error, "E2402", span,
                        fmt::format("a course has no feature '{}'", feature->name),
                        suggest(feature->name, known)};
    }
    relation.features.push_back(*feature);
  }
  if (relation.features.empty()) return unreadable(text, span);
  return relation;
}

Relation of_kind(Relation::Kind kind)
{
  Relation relation;
  relation.kind = kind;
  return relation;
}

/// `head: body`, or the whole as the body.
std::pair<std::string_view, std::string_view> split_head(std::string_view text)
{
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return {"", text};
  return {trim(text.substr(0, colon)), trim(text.substr(colon + 1))};
}

}  // namespace

std::vector<std::string> feature_names()
{
  return {"nadir", "peak", "end", "rise", "recovery", "decline"};
}

Checked<Relation> parse_relation(std::string_view text, const Span& span)
{
  const auto [head, body] = split_head(trim(text));
  Relation relation;
  if (head == "list" || head == "state" || head == "conflict") return relation;
  if (head == "shape") return parse_shape(body, span);
  if (head == "corr" && parse_correlation(body, relation)) {
    relation.kind = Kind::correlation;
    return relation;
  }
  if ((head == "value" || head == "freq") && parse_range(body, relation)) {
    relation.kind = head == "value" ? Kind::number : Kind::frequency;
    return relation;
  }
  if (head.empty() && body == "synergy") return of_kind(Kind::synergy);
  if (head.empty() && body == "present") return of_kind(Kind::present);
  if (head.empty() && body == "absent") return of_kind(Kind::absent);
  if (head.empty() || head == "order") {
    if (auto steps = parse_steps(body)) {
      relation.kind = Kind::steps;
      relation.steps = std::move(*steps);
      return relation;
    }
  }
  return unreadable(text, span);
}

}  // namespace rascade::claims
