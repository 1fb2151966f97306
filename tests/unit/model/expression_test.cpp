// SPDX-License-Identifier: MIT
#include "rascade/model/expression.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

namespace rascade::model {
namespace {

using Kind = Expression::Kind;

Expression number(double value) { return {Kind::number, value, "", {}, {}}; }
Expression name(std::string text) { return {Kind::name, 0.0, std::move(text), {}, {}}; }
Expression form(Kind kind, std::vector<Expression> args, std::string text = "")
{
  return {kind, 0.0, std::move(text), std::move(args), {}};
}

const Expression a = name("a");
const Expression b = name("b");
const Expression c = name("c");

TEST(ExpressionText, PutsParenthesesOnlyWhereTheTreeNeedsThem)
{
  const Expression sum = form(Kind::add, {a, b});
  EXPECT_EQ(to_string(form(Kind::multiply, {sum, c})), "(a + b) * c");
  EXPECT_EQ(to_string(form(Kind::add, {form(Kind::multiply, {a, b}), c})), "a * b + c");
}

TEST(ExpressionText, DifferencesLeanLeft)
{
  EXPECT_EQ(to_string(form(Kind::subtract, {form(Kind::subtract, {a, b}), c})), "a - b - c");
  EXPECT_EQ(to_string(form(Kind::subtract, {a, form(Kind::subtract, {b, c})})), "a - (b - c)");
}

TEST(ExpressionText, PowersLeanRightAndBindTighterThanMinus)
{
  EXPECT_EQ(to_string(form(Kind::power, {a, form(Kind::power, {b, c})})), "a^b^c");
  EXPECT_EQ(to_string(form(Kind::power, {form(Kind::power, {a, b}), c})), "(a^b)^c");
  EXPECT_EQ(to_string(form(Kind::negate, {form(Kind::power, {a, b})})), "-a^b");
  EXPECT_EQ(to_string(form(Kind::power, {form(Kind::negate, {a}), b})), "(-a)^b");
  EXPECT_EQ(to_string(form(Kind::power, {a, form(Kind::negate, {b})})), "a^-b");
  EXPECT_EQ(to_string(form(Kind::power, {number(-2), a})), "(-2)^a");
}

TEST(ExpressionText, LogicBindsLooserThanComparison)
{
  const Expression less = form(Kind::compare, {a, b}, "<=");
  const Expression both = form(Kind::logical, {less, c}, "&&");
  EXPECT_EQ(to_string(form(Kind::logical, {both, a}, "||")), "a <= b && c || a");
  EXPECT_EQ(to_string(form(Kind::logical, {both, form(Kind::logical, {a, b}, "||")}, "&&")),
            "a <= b && c && (a || b)");
  EXPECT_EQ(to_string(form(Kind::compare, {less, c}, "==")), "(a <= b) == c");
  EXPECT_EQ(to_string(form(Kind::negation, {less})), "!(a <= b)");
}

TEST(ExpressionText, WritesCallsAndTime)
{
  EXPECT_EQ(to_string(form(Kind::call, {a, number(0.5)}, "min")), "min(a, 0.5)");
  EXPECT_EQ(to_string(name("time")), "time()");
}

TEST(NamesIn, ListsEachOnceAndNoBuiltIns)
{
  const Expression call = form(Kind::call, {form(Kind::add, {b, a}), b}, "max");
  EXPECT_THAT(names_in(call), testing::ElementsAre("b", "a"));
}

}  // namespace
}  // namespace rascade::model
