// SPDX-License-Identifier: MIT
#include "rascade/sbml/formula.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace rascade::sbml {
namespace {

using model::Expression;
using Kind = Expression::Kind;

/// Functions of the language that SBML has under a type of its own, arguments being the same.
std::optional<ASTNodeType_t> function_type(std::string_view name)
{
  static const std::map<std::string_view, ASTNodeType_t> types{
      {"exp", AST_FUNCTION_EXP},         {"ln", AST_FUNCTION_LN},
      {"abs", AST_FUNCTION_ABS},         {"sin", AST_FUNCTION_SIN},
      {"cos", AST_FUNCTION_COS},         {"tan", AST_FUNCTION_TAN},
      {"asin", AST_FUNCTION_ARCSIN},     {"acos", AST_FUNCTION_ARCCOS},
      {"atan", AST_FUNCTION_ARCTAN},     {"sinh", AST_FUNCTION_SINH},
      {"cosh", AST_FUNCTION_COSH},       {"tanh", AST_FUNCTION_TANH},
      {"asinh", AST_FUNCTION_ARCSINH},   {"acosh", AST_FUNCTION_ARCCOSH},
      {"atanh", AST_FUNCTION_ARCTANH},   {"min", AST_FUNCTION_MIN},
      {"max", AST_FUNCTION_MAX},         {"sum", AST_PLUS},
  };
  const auto found = types.find(name);
  if (found == types.end()) return std::nullopt;
  return found->second;
}

ASTNodeType_t comparison_type(std::string_view sign)
{
  if (sign == "<") return AST_RELATIONAL_LT;
  if (sign == "<=") return AST_RELATIONAL_LEQ;
  if (sign == ">") return AST_RELATIONAL_GT;
  if (sign == ">=") return AST_RELATIONAL_GEQ;
  return sign == "==" ? AST_RELATIONAL_EQ : AST_RELATIONAL_NEQ;
}

ASTNodeType_t arithmetic_type(Kind kind)
{
  switch (kind) {
    case Kind::add: return AST_PLUS;
    case Kind::multiply: return AST_TIMES;
    case Kind::divide: return AST_DIVIDE;
    case Kind::power: return AST_POWER;
    default: return AST_MINUS;
  }
}

/// The value `then` where the condition holds, else the other.
Math choose(Math condition, Math then, Math otherwise)
{
  return make(AST_FUNCTION_PIECEWISE,
              list(std::move(then), std::move(condition), std::move(otherwise)));
}

/// The functions that SBML says in other words; null if it has none.
Math in_other_words(std::string_view name, std::vector<Math> args)
{
  if (name == "log10" || name == "log2") {
    return make(AST_FUNCTION_LOG, list(number(name == "log2" ? 2.0 : 10.0), std::move(args[0])));
  }
  if (name == "sqrt") return make(AST_FUNCTION_ROOT, list(number(2.0), std::move(args[0])));
  if (name == "rint") {
    return make(AST_FUNCTION_FLOOR, list(make(AST_PLUS, list(std::move(args[0]), number(0.5)))));
  }
  if (name == "avg") {
    const auto n = static_cast<double>(args.size());
    return make(AST_DIVIDE, list(make(AST_PLUS, std::move(args)), number(n)));
  }
  return nullptr;
}

}  // namespace

Math number(double value)
{
  auto node = std::make_unique<ASTNode>(AST_REAL);
  node->setValue(value);
  return node;
}

Math symbol(const std::string& id)
{
  auto node = std::make_unique<ASTNode>(AST_NAME);
  node->setName(id.c_str());
  return node;
}

Math make(ASTNodeType_t type, std::vector<Math> args)
{
  auto node = std::make_unique<ASTNode>(type);
  for (Math& arg : args) node->addChild(arg.release());
  return node;
}

Math call(const std::string& id, std::vector<Math> args)
{
  Math node = make(AST_FUNCTION, std::move(args));
  node->setName(id.c_str());
  return node;
}

Math lambda(const std::vector<std::string>& args, Math body)
{
  auto node = std::make_unique<ASTNode>(AST_LAMBDA);
  for (const std::string& arg : args) {
    Math bound = symbol(arg);
    bound->setBvar();
    node->addChild(bound.release());
  }
  node->addChild(body.release());
  return node;
}

Math table_body(const model::Table& table, const std::string& x)
{
  const bool is_linear = table.method == model::Table::Method::linear;
  std::vector<Math> pieces =
      list(number(table.y[0]), make(AST_RELATIONAL_LEQ, list(symbol(x), number(table.x[0]))));
  for (std::size_t i = 0; i + 1 < table.x.size(); ++i) {
    Math value = number(table.y[i]);
    if (is_linear) {
      const double slope = (table.y[i + 1] - table.y[i]) / (table.x[i + 1] - table.x[i]);
      Math past = make(AST_MINUS, list(symbol(x), number(table.x[i])));
      value = make(AST_PLUS, list(std::move(value),
                                  make(AST_TIMES, list(number(slope), std::move(past)))));
    }
    pieces.push_back(std::move(value));
    pieces.push_back(make(AST_RELATIONAL_LT, list(symbol(x), number(table.x[i + 1]))));
  }
  pieces.push_back(number(table.y.back()));
  return make(AST_FUNCTION_PIECEWISE, std::move(pieces));
}

Math FormulaWriter::write(const Expression& e)
{
  switch (e.kind) {
    case Kind::number:
      return number(e.number);
    case Kind::name:
      return write_name(e);
    case Kind::call:
      return write_call(e);
    case Kind::table:
      return call(tables_[static_cast<std::size_t>(e.number)], write_all(e.args));
    case Kind::compare:
    case Kind::logical:
    case Kind::negation:
      return choose(write_condition(e), number(1.0), number(0.0));
    case Kind::add:
    case Kind::subtract:
    case Kind::multiply:
    case Kind::divide:
    case Kind::power:
    case Kind::negate:
      return make(arithmetic_type(e.kind), write_all(e.args));
  }
  return number(0.0);
}

std::vector<Math> FormulaWriter::write_all(const std::vector<Expression>& args)
{
  std::vector<Math> result;
  for (const Expression& arg : args) result.push_back(write(arg));
  return result;
}

Math FormulaWriter::write_name(const Expression& e)
{
  if (const std::string* id = ids_.find(e.name)) return symbol(*id);
  if (e.name == "time") {
    Math node = std::make_unique<ASTNode>(AST_NAME_TIME);
    node->setName("time");
    return node;
  }
  return refuse("E1802", e, fmt::format("'{}' stands for nothing in the network", e.name), "");
}

Math FormulaWriter::write_call(const Expression& e)
{
  if (e.args.empty()) return write_name(e);
  if (e.name == "if") {
    return choose(write_condition(e.args[0]), write(e.args[1]), write(e.args[2]));
  }
  if (const auto type = function_type(e.name)) return make(*type, write_all(e.args));
  if (Math result = in_other_words(e.name, write_all(e.args))) return result;
  return refuse("E1801", e, fmt::format("SBML has no function '{}'", e.name),
                "Say it with others, or leave out what needs it.");
}

/// A number is true where it is not zero; truth and numbers are two things to SBML.
Math FormulaWriter::write_condition(const Expression& e)
{
  const auto conditions = [this](const std::vector<Expression>& args) {
    std::vector<Math> result;
    for (const Expression& arg : args) result.push_back(write_condition(arg));
    return result;
  };
  if (e.kind == Kind::compare) return make(comparison_type(e.name), write_all(e.args));
  if (e.kind == Kind::negation) return make(AST_LOGICAL_NOT, conditions(e.args));
  if (e.kind == Kind::logical) {
    return make(e.name == "&&" ? AST_LOGICAL_AND : AST_LOGICAL_OR, conditions(e.args));
  }
  return make(AST_RELATIONAL_NEQ, list(write(e), number(0.0)));
}

Math FormulaWriter::refuse(const std::string& code, const Expression& e,
                           const std::string& message, const std::string& hint)
{
  mistakes_.push_back({Severity::error, code, e.span, message, hint});
  return number(0.0);
}

}  // namespace rascade::sbml
