// SPDX-License-Identifier: MIT
#include "rascade/model/expression.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "rascade/base/text.hpp"

namespace rascade::model {
namespace {

using Kind = Expression::Kind;

/// How tightly a form binds, loosest first; the parser's grammar has the same levels.
enum class Level { either, both, compare, sum, product, unary, power, primary };

Level level_of(const Expression& e)
{
  switch (e.kind) {
    case Kind::logical:
      return e.name == "||" ? Level::either : Level::both;
    case Kind::compare:
      return Level::compare;
    case Kind::add:
    case Kind::subtract:
      return Level::sum;
    case Kind::multiply:
    case Kind::divide:
      return Level::product;
    case Kind::negate:
    case Kind::negation:
      return Level::unary;
    case Kind::power:
      return Level::power;
    case Kind::number:
      return std::signbit(e.number) ? Level::unary : Level::primary;
    case Kind::name:
    case Kind::call:
    case Kind::table:
      return Level::primary;
  }
  return Level::primary;
}

Level tighter(Level level) { return static_cast<Level>(static_cast<int>(level) + 1); }

std::string print(const Expression& e, Level least);

std::string print_binary(const Expression& e, std::string_view sign)
{
  const Level level = level_of(e);
  // Sums and products lean left; comparisons do not chain, so both of their sides stand apart.
  const Level left = level == Level::compare ? tighter(level) : level;
  return fmt::format("{}{}{}", print(e.args[0], left), sign, print(e.args[1], tighter(level)));
}

std::string print_call(const Expression& e)
{
  std::string text = e.name + "(";
  for (const Expression& arg : e.args) {
    if (&arg != &e.args.front()) text += ", ";
    text += print(arg, Level::either);
  }
  return text + ")";
}

std::string print_bare(const Expression& e)
{
  switch (e.kind) {
    case Kind::number:
      return format_number(e.number);
    case Kind::name:
      return e.name == "time" ? "time()" : e.name;
    case Kind::call:
      return print_call(e);
    case Kind::table:
      return fmt::format("_table{}({})", e.number, print(e.args[0], Level::either));
    case Kind::add:
      return print_binary(e, " + ");
    case Kind::subtract:
      return print_binary(e, " - ");
    case Kind::multiply:
      return print_binary(e, " * ");
    case Kind::divide:
      return print_binary(e, " / ");
    case Kind::power:
      return print(e.args[0], Level::primary) + "^" + print(e.args[1], Level::unary);
    case Kind::negate:
      return fmt::format("-{}", print(e.args[0], Level::unary));
    case Kind::negation:
      return fmt::format("!{}", print(e.args[0], Level::unary));
    case Kind::compare:
    case Kind::logical:
      return print_binary(e, fmt::format(" {} ", e.name));
  }
  return "";
}

/// The text of `e`, in parentheses where it binds less tightly than `least`.
std::string print(const Expression& e, Level least)
{
  return level_of(e) < least ? fmt::format("({})", print_bare(e)) : print_bare(e);
}

void collect_names(const Expression& e, std::vector<std::string>& names)
{
  if (e.kind == Kind::name && std::find(names.begin(), names.end(), e.name) == names.end()) {
    names.push_back(e.name);
  }
  for (const Expression& arg : e.args) collect_names(arg, names);
}

}  // namespace

std::string to_string(const Expression& expression) { return print(expression, Level::either); }

std::vector<std::string> names_in(const Expression& expression)
{
  std::vector<std::string> names;
  collect_names(expression, names);
  return names;
}

}  // namespace rascade::model
