// SPDX-License-Identifier: MIT
#include "rascade/language/read_rule.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "rascade/base/text.hpp"
#include "rascade/language/read_expression.hpp"
#include "rascade/language/read_pattern.hpp"

namespace rascade::language {
namespace {

constexpr std::string_view delete_keyword = "DeleteMolecules";

struct RefusedKeyword {
  std::string_view name;
  const char* hint;
};

constexpr std::array<RefusedKeyword, 8> refused_keywords{{
    {"MoveConnected", "Remove it: there are no compartments to move between."},
    {"TotalRate", "Divide the rate by the reactants' amounts in a function."},
    {"MatchOnce", "Remove it, and divide the rate by the number of equivalent matches."},
    {"priority", "Remove it: rules have no priority here."},
    {"include_reactants", "Write what the reactant must contain into its pattern."},
    {"exclude_reactants", "Write one rule for each reactant that is meant."},
    {"include_products", "Write what the product must contain into its pattern."},
    {"exclude_products", "Write one rule for each product that is meant."},
}};

bool is_arrow(const LineCursor& cursor) { return cursor.is("->") || cursor.is("<->"); }

/// After an arrow: `A() -> k`, `A() -> k*f()` and `A() -> 0.1` leave the product side empty.
bool is_rate_ahead(const LineCursor& cursor)
{
  const Token& token = cursor.peek();
  if (token.kind == TokenKind::number) return true;
  if (token.kind != TokenKind::word) return token.text == "(" || token.text == "-";
  if (cursor.peek(1).kind == TokenKind::end) return true;
  constexpr std::array<std::string_view, 5> follows_rate{",", "*", "/", "^", "-"};
  return std::any_of(follows_rate.begin(), follows_rate.end(),
                     [&](std::string_view symbol) { return cursor.is(symbol, 1); });
}

bool read_patterns(LineCursor& cursor, std::vector<SyntaxPattern>& side)
{
  do {
    std::optional<SyntaxPattern> pattern = read_pattern(cursor);
    if (!pattern) return false;
    side.push_back(std::move(*pattern));
  } while (cursor.accept("+"));
  return true;
}

bool read_reactants(LineCursor& cursor, std::vector<SyntaxPattern>& side)
{
  if (is_arrow(cursor)) return true;
  if (cursor.peek().text == "0") {
    cursor.take();
    return true;
  }
  return read_patterns(cursor, side);
}

bool read_products(LineCursor& cursor, std::vector<SyntaxPattern>& side)
{
  if (cursor.at_end()) return true;
  if (cursor.peek().text == "0") {
    cursor.take();
    return true;
  }
  return is_rate_ahead(cursor) || read_patterns(cursor, side);
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
    std::optional<model::Expression> rate = read_expression(cursor);
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
  const std::array<std::string, 1> valid{std::string(delete_keyword)};
  std::string hint = nearest_name(word, valid)
                         ? suggest(word, valid)
                         : "Two rates are separated by a comma; an operator may be missing.";
  cursor.report_unexpected(fmt::format("',', {} or the line's end after the rate", delete_keyword),
                           std::move(hint));
  return false;
}

bool read_keywords(LineCursor& cursor, SyntaxRule& rule)
{
  while (!cursor.at_end()) {
    if (cursor.peek().text != delete_keyword) return refuse_keyword(cursor);
    rule.delete_molecules = true;
    cursor.take();
  }
  return true;
}

}  // namespace

std::optional<SyntaxRule> read_rule(LineCursor& cursor)
{
  SyntaxRule rule;
  rule.span = cursor.here();
  if (cursor.is(":", 1)) {
    const Token& label = cursor.take();
    if (label.kind != TokenKind::word) {
      cursor.report("E0201", rule.span, fmt::format("'{}' cannot name a rule", label.text),
                    "A name starts with a letter or '_'.");
      return std::nullopt;
    }
    rule.label = SyntaxName{std::string(label.text), rule.span};
    cursor.take();
  }
  if (!read_reactants(cursor, rule.reactants)) return std::nullopt;
  if (!is_arrow(cursor)) {
    cursor.report_unexpected("'+', '->' or '<->' after a reactant");
    return std::nullopt;
  }
  rule.reversible = cursor.take().text == "<->";
  if (!read_products(cursor, rule.products)) return std::nullopt;
  if (!read_rates(cursor, rule) || !read_keywords(cursor, rule)) return std::nullopt;
  return rule;
}

}  // namespace rascade::language
