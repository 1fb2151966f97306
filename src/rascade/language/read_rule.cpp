// SPDX-License-Identifier: MIT
#include "rascade/language/read_rule.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "rascade/base/text.hpp"
#include "rascade/language/read_pattern.hpp"
#include "rascade/language/read_rate.hpp"

namespace rascade::language {
namespace {

struct Flag {
  std::string_view name;
  bool SyntaxRule::*flag;
};

constexpr std::array<Flag, 3> flags{{{"DeleteMolecules", &SyntaxRule::delete_molecules},
                                     {"MoveConnected", &SyntaxRule::move_connected},
                                     {"TotalRate", &SyntaxRule::total_rate}}};

struct ConditionWord {
  std::string_view name;
  bool is_include;
  bool is_on_product;
};

constexpr std::array<ConditionWord, 4> condition_words{{{"include_reactants", true, false},
                                                        {"exclude_reactants", false, false},
                                                        {"include_products", true, true},
                                                        {"exclude_products", false, true}}};

struct RefusedKeyword {
  std::string_view name;
  const char* hint;
};

constexpr std::array<RefusedKeyword, 2> refused_keywords{{
    {"priority", "Remove it: rules have no priority here."},
    {"MatchOnce", "Write {MatchOnce} before the reactant that is meant."},
}};

bool is_arrow(const LineCursor& cursor) { return cursor.is("->") || cursor.is("<->"); }

/// After an arrow: `A() -> k`, `A() -> k*f()` and `A() -> 0.1` leave the product side empty.
bool is_rate_ahead(const LineCursor& cursor)
{
  const Token& token = cursor.peek();
  if (token.kind == TokenKind::number) return token.text != "0";
  if (token.kind != TokenKind::word) return token.text == "(" || token.text == "-";
  if (cursor.peek(1).kind == TokenKind::end) return true;
  constexpr std::array<std::string_view, 5> follows_rate{",", "*", "/", "^", "-"};
  return std::any_of(follows_rate.begin(), follows_rate.end(),
                     [&](std::string_view symbol) { return cursor.is(symbol, 1); });
}

/// Patterns joined by `+`; `0` is none.
bool read_patterns(LineCursor& cursor, std::vector<SyntaxPattern>& side)
{
  do {
    if (cursor.peek().text == "0") {
      cursor.take();
      continue;
    }
    std::optional<SyntaxPattern> pattern = read_pattern(cursor);
    if (!pattern) return false;
    if (pattern->fixed) {
      cursor.warn("W0402", pattern->span, "'$' in a rule is an old custom",
                  "Mark the species in the block 'seed species'.");
    }
    side.push_back(std::move(*pattern));
  } while (cursor.accept("+"));
  return true;
}

bool read_reactants(LineCursor& cursor, std::vector<SyntaxPattern>& side)
{
  return is_arrow(cursor) || read_patterns(cursor, side);
}

bool read_products(LineCursor& cursor, std::vector<SyntaxPattern>& side)
{
  return cursor.at_end() || is_rate_ahead(cursor) || read_patterns(cursor, side);
}

bool read_rates(LineCursor& cursor, SyntaxRule& rule)
{
  rule.rates_span = cursor.here();
  if (cursor.at_end()) {
    cursor.report("E0401", cursor.here(), "the rule has no rate",
                  "Write the rate after the products; write 0 for an empty side.");
    return false;
  }
  do {
    std::optional<SyntaxRate> rate = read_rate(cursor);
    if (!rate) return false;
    rule.rates.push_back(std::move(*rate));
  } while (cursor.accept(","));
  return true;
}

bool refuse_keyword(LineCursor& cursor)
{
  const std::string_view word = cursor.peek().text;
  const auto* refused = std::find_if(refused_keywords.begin(), refused_keywords.end(),
                                     [word](const RefusedKeyword& k) { return k.name == word; });
  if (refused != refused_keywords.end()) {
    cursor.report("E0207", cursor.here(), fmt::format("the keyword {} is not supported", word),
                  refused->hint);
    return false;
  }
  std::vector<std::string> valid;
  for (const Flag& flag : flags) valid.emplace_back(flag.name);
  for (const ConditionWord& condition : condition_words) valid.emplace_back(condition.name);
  std::string hint = nearest_name(word, valid)
                         ? suggest(word, valid)
                         : "Two rates are separated by a comma; an operator may be missing.";
  cursor.report_unexpected("',', a keyword or the line's end after the rate", std::move(hint));
  return false;
}

/// `(2,A(),B())` behind the keyword.
bool read_condition(LineCursor& cursor, SyntaxCondition condition, SyntaxRule& rule)
{
  if (!cursor.expect("(", "after the keyword")) return false;
  const std::optional<double> position = parse_number(cursor.peek().text);
  if (!position || *position < 1.0 || *position > 1000.0 ||
      *position != static_cast<double>(static_cast<int>(*position))) {
    cursor.report_unexpected("the position of a pattern, 1 for the first");
    return false;
  }
  condition.position = static_cast<std::size_t>(*position);
  cursor.take();
  while (cursor.accept(",")) {
    std::optional<SyntaxPattern> pattern = read_pattern(cursor);
    if (!pattern) return false;
    condition.patterns.push_back(std::move(*pattern));
  }
  if (!cursor.expect(")", "after the patterns")) return false;
  rule.conditions.push_back(std::move(condition));
  return true;
}

bool read_keyword(LineCursor& cursor, SyntaxRule& rule)
{
  const std::string_view word = cursor.peek().text;
  const Span span = cursor.here();
  for (const Flag& flag : flags) {
    if (flag.name != word) continue;
    rule.*flag.flag = true;
    cursor.take();
    return true;
  }
  for (const ConditionWord& known : condition_words) {
    if (known.name != word) continue;
    cursor.take();
    return read_condition(cursor, {known.is_include, known.is_on_product, 0, {}, span}, rule);
  }
  return refuse_keyword(cursor);
}

/// How many tokens a label takes, its colon left out; 0 if there is none.
std::size_t length_of_label(const LineCursor& cursor)
{
  std::size_t length = 0;
  while (cursor.is_word(length) || cursor.peek(length).kind == TokenKind::number) ++length;
  return cursor.is(":", length) ? length : 0;
}

void read_label(LineCursor& cursor, SyntaxRule& rule)
{
  const std::size_t length = length_of_label(cursor);
  if (length == 0) return;
  if (length == 1 && cursor.is_word()) {
    rule.label = SyntaxName{std::string(cursor.peek().text), cursor.here()};
  } else {
    cursor.warn("W0401", cursor.here(), "the label of the rule is no name; it is left out",
                "A name starts with a letter or '_' and has no blanks.");
  }
  for (std::size_t i = 0; i <= length; ++i) cursor.take();
}

}  // namespace

std::optional<SyntaxRule> read_rule(LineCursor& cursor)
{
  SyntaxRule rule;
  rule.span = cursor.here();
  read_label(cursor, rule);
  if (!read_reactants(cursor, rule.reactants)) return std::nullopt;
  if (!is_arrow(cursor)) {
    cursor.report_unexpected("'+', '->' or '<->' after a reactant");
    return std::nullopt;
  }
  rule.reversible = cursor.take().text == "<->";
  if (!read_products(cursor, rule.products) || !read_rates(cursor, rule)) return std::nullopt;
  while (!cursor.at_end()) {
    if (!read_keyword(cursor, rule)) return std::nullopt;
  }
  return rule;
}

}  // namespace rascade::language
