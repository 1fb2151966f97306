// SPDX-License-Identifier: MIT
#include "rascade/language/read_rate.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rascade/language/read_expression.hpp"

namespace rascade::language {
namespace {

using model::Expression;
using LawKind = model::RateLaw::Kind;

struct Law {
  std::string_view name;
  LawKind kind;
  std::size_t num_args;
  const char* form;
};

constexpr std::array<Law, 4> laws{{{"MM", LawKind::MM, 2, "MM(kcat,Km)"},
                                   {"Sat", LawKind::Sat, 2, "Sat(kcat,Km)"},
                                   {"Hill", LawKind::Hill, 3, "Hill(Vmax,K,n)"},
                                   {"Arrhenius", LawKind::arrhenius, 2, "Arrhenius(phi,Ea)"}}};

/// The formula in a string, at its own place in the text.
std::optional<Expression> read_quoted(LineCursor& cursor)
{
  if (cursor.peek().kind != TokenKind::string) {
    cursor.report_unexpected("a function in quotes");
    return std::nullopt;
  }
  const Token quoted = cursor.take();
  const std::vector<TokenLine> lines = lex(quoted.text.substr(1, quoted.text.size() - 2));
  TokenLine line = lines.empty() ? TokenLine{} : lines.front();
  for (Token& token : line) {
    token.line = quoted.line;
    token.column += quoted.column;
  }
  if (line.empty()) line.push_back({TokenKind::bad_character, "\"\"", quoted.line, quoted.column});
  LineCursor inside = cursor.over(line);
  std::optional<Expression> formula = read_expression(inside);
  if (formula && !inside.at_end()) {
    inside.report_unexpected("the end of the function");
    return std::nullopt;
  }
  return formula;
}

std::optional<SyntaxRate> read_function_product(LineCursor& cursor)
{
  const Span span = cursor.here();
  cursor.take();
  cursor.take();
  std::optional<Expression> left = read_quoted(cursor);
  if (!left || !cursor.expect(",", "between the functions")) return std::nullopt;
  std::optional<Expression> right = read_quoted(cursor);
  if (!right || !cursor.expect(")", "after the functions")) return std::nullopt;
  Expression product{Expression::Kind::multiply, 0.0, "", {}, span};
  product.args.push_back(std::move(*left));
  product.args.push_back(std::move(*right));
  return SyntaxRate{LawKind::elementary, {std::move(product)}, span};
}

}  // namespace

std::optional<SyntaxRate> read_rate(LineCursor& cursor)
{
  const Span span = cursor.here();
  if (cursor.peek().text == "FunctionProduct" && cursor.is("(", 1)) {
    return read_function_product(cursor);
  }
  std::optional<Expression> formula = read_expression(cursor);
  if (!formula) return std::nullopt;
  for (const Law& law : laws) {
    if (formula->kind != Expression::Kind::call || formula->name != law.name) continue;
    if (formula->args.size() != law.num_args) {
      cursor.report("E0407", span,
                    fmt::format("'{}' takes {} constants, not {}", law.name, law.num_args,
                                formula->args.size()),
                    fmt::format("Write {}.", law.form));
      return std::nullopt;
    }
    return SyntaxRate{law.kind, std::move(formula->args), span};
  }
  return SyntaxRate{LawKind::elementary, {std::move(*formula)}, span};
}

}  // namespace rascade::language
