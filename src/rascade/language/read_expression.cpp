// SPDX-License-Identifier: MIT
#include "rascade/language/read_expression.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <utility>

#include "rascade/base/text.hpp"
#include "rascade/language/read_tables.hpp"

namespace rascade::language {
namespace {

using model::Expression;
using Kind = Expression::Kind;

/// Bounds on what a formula may hold, so that no text can exhaust the stack.
constexpr int most_nesting = 500;
constexpr int most_operators = 2000;

struct Operator {
  std::string_view symbol;
  int level;  // higher binds tighter
  Kind kind;
};

constexpr int compare_level = 3;
constexpr std::array<Operator, 13> operators{{{"||", 1, Kind::logical},
                                              {"&&", 2, Kind::logical},
                                              {"<", compare_level, Kind::compare},
                                              {"<=", compare_level, Kind::compare},
                                              {">", compare_level, Kind::compare},
                                              {">=", compare_level, Kind::compare},
                                              {"==", compare_level, Kind::compare},
                                              {"!=", compare_level, Kind::compare},
                                              {"~=", compare_level, Kind::compare},
                                              {"+", 4, Kind::add},
                                              {"-", 4, Kind::subtract},
                                              {"*", 5, Kind::multiply},
                                              {"/", 5, Kind::divide}}};

class ExpressionReader {
 public:
  explicit ExpressionReader(LineCursor& cursor) : cursor_(cursor) {}

  std::optional<Expression> read_binary(int least_level)
  {
    std::optional<Expression> left = read_unary();
    for (const Operator* op = operator_here(least_level); left && op != nullptr;
         op = operator_here(least_level)) {
      if (op->level == compare_level && left->kind == Kind::compare && !in_parentheses_) {
        cursor_.report("E0206", cursor_.here(), "comparisons do not chain",
                       "Write a < b && b < c, or put one comparison in parentheses.");
        return std::nullopt;
      }
      left = read_right_side(*op, std::move(*left));
    }
    return left;
  }

 private:
  const Operator* operator_here(int least_level) const
  {
    for (const Operator& op : operators) {
      if (op.level >= least_level && cursor_.is(op.symbol)) return &op;
    }
    return nullptr;
  }

  std::optional<Expression> read_right_side(const Operator& op, Expression left)
  {
    if (++num_operators_ > most_operators) return too_complex();
    const Span span = cursor_.here();
    cursor_.take();
    std::optional<Expression> right = read_binary(op.level + 1);
    if (!right) return std::nullopt;
    in_parentheses_ = false;
    const bool has_name = op.kind == Kind::compare || op.kind == Kind::logical;
    const std::string_view name = op.symbol == "~=" ? "!=" : op.symbol;
    Expression whole{op.kind, 0.0, has_name ? std::string(name) : "", {}, span};
    whole.args.push_back(std::move(left));
    whole.args.push_back(std::move(*right));
    return whole;
  }

  std::optional<Expression> read_unary()
  {
    const Span span = cursor_.here();
    const bool is_minus = cursor_.is("-");
    const bool is_not = cursor_.is("!") || cursor_.is("~");
    if (!is_minus && !is_not && !cursor_.is("+")) return read_power();
    const bool is_plus = cursor_.is("+");
    cursor_.take();
    std::optional<Expression> operand = nested([this] { return read_unary(); });
    in_parentheses_ = false;
    if (!operand || is_plus) return operand;
    Expression whole{is_minus ? Kind::negate : Kind::negation, 0.0, "", {}, span};
    whole.args.push_back(std::move(*operand));
    return whole;
  }

  std::optional<Expression> read_power()
  {
    std::optional<Expression> base = read_primary();
    if (!base || (!cursor_.is("^") && !cursor_.is("**"))) return base;
    const Span span = cursor_.here();
    cursor_.take();
    std::optional<Expression> exponent = nested([this] { return read_unary(); });
    in_parentheses_ = false;
    if (!exponent) return std::nullopt;
    Expression whole{Kind::power, 0.0, "", {}, span};
    whole.args.push_back(std::move(*base));
    whole.args.push_back(std::move(*exponent));
    return whole;
  }

  std::optional<Expression> read_primary()
  {
    in_parentheses_ = false;
    const Token token = cursor_.peek();
    if (token.kind == TokenKind::number) {
      cursor_.take();
      return Expression{
          Kind::number, parse_number(token.text).value_or(0.0), "", {}, cursor_.span_of(token)};
    }
    // A word of digits is the name of a state or a label, not of anything with a value.
    const bool is_name = token.kind == TokenKind::word && (token.text[0] < '0' || token.text[0] > '9');
    if (is_name) return read_name();
    if (cursor_.accept("(")) {
      std::optional<Expression> inner = nested([this] { return read_binary(1); });
      if (!inner || !cursor_.expect(")", "to close the parenthesis")) return std::nullopt;
      in_parentheses_ = true;
      return inner;
    }
    cursor_.report_unexpected("a number, a name or '('");
    return std::nullopt;
  }

  std::optional<Expression> read_name()
  {
    const Token& token = cursor_.take();
    Expression name{Kind::name, 0.0, std::string(token.text), {}, cursor_.span_of(token)};
    if (!cursor_.accept("(")) return name;
    if ((name.name == "tfun" || name.name == "TFUN") && cursor_.tables() != nullptr) {
      return cursor_.tables()->read(cursor_, name.span);
    }
    name.kind = Kind::call;
    if (cursor_.accept(")")) return name;
    do {
      std::optional<Expression> arg = nested([this] { return read_binary(1); });
      if (!arg) return std::nullopt;
      name.args.push_back(std::move(*arg));
    } while (cursor_.accept(","));
    if (!cursor_.expect(")", fmt::format("to close the call of {}", name.name))) {
      return std::nullopt;
    }
    in_parentheses_ = false;
    return name;
  }

  template <class Read>
  std::optional<Expression> nested(Read read)
  {
    if (depth_ >= most_nesting) return too_complex();
    ++depth_;
    std::optional<Expression> result = read();
    --depth_;
    return result;
  }

  std::optional<Expression> too_complex()
  {
    cursor_.report("E0208", cursor_.here(),
                   fmt::format("the formula is nested deeper than {} or has more than {} operators",
                               most_nesting, most_operators),
                   "Name parts of it as parameters or functions.");
    return std::nullopt;
  }

  LineCursor& cursor_;
  int depth_ = 0;
  int num_operators_ = 0;
  bool in_parentheses_ = false;  // what was read last was (…): it may be compared again
};

}  // namespace

std::optional<model::Expression> read_expression(LineCursor& cursor)
{
  return ExpressionReader(cursor).read_binary(1);
}

}  // namespace rascade::language
