// SPDX-License-Identifier: MIT
#include "rascade/language/read_expression.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "support.hpp"

namespace rascade::language {
namespace {

using model::Expression;
using testing::ElementsAre;

/// The value of a formula of numbers, by the textbook meaning of each form.
double value_of(const Expression& e)
{
  std::vector<double> x;
  for (const Expression& arg : e.args) x.push_back(value_of(arg));
  switch (e.kind) {
    case Expression::Kind::number:
      return e.number;
    case Expression::Kind::add:
      return x[0] + x[1];
    case Expression::Kind::subtract:
      return x[0] - x[1];
    case Expression::Kind::multiply:
      return x[0] * x[1];
    case Expression::Kind::divide:
      return x[0] / x[1];
    case Expression::Kind::power:
      return std::pow(x[0], x[1]);
    case Expression::Kind::negate:
      return -x[0];
    case Expression::Kind::negation:
      return x[0] == 0.0 ? 1.0 : 0.0;
    case Expression::Kind::compare:
      if (e.name == "<") return x[0] < x[1] ? 1.0 : 0.0;
      return x[0] == x[1] ? 1.0 : 0.0;
    case Expression::Kind::logical:
      if (e.name == "&&") return x[0] != 0.0 && x[1] != 0.0 ? 1.0 : 0.0;
      return x[0] != 0.0 || x[1] != 0.0 ? 1.0 : 0.0;
    default:
      return std::nan("");
  }
}

std::optional<Expression> read(const std::string& text, Mistakes& mistakes)
{
  const std::vector<TokenLine> lines = lex(text);
  const std::string file = "m.bngl";
  LineCursor cursor(lines.front(), file, mistakes);
  return read_expression(cursor);
}

double evaluate(const std::string& text)
{
  Mistakes mistakes;
  const std::optional<Expression> e = read(text, mistakes);
  EXPECT_TRUE(e) << text;
  return e ? value_of(*e) : std::nan("");
}

std::vector<std::string> mistakes_of(const std::string& text)
{
  Mistakes mistakes;
  EXPECT_FALSE(read(text, mistakes)) << text;
  return places(mistakes.take());
}

TEST(ReadExpression, ProductsBindTighterThanSums)
{
  EXPECT_DOUBLE_EQ(evaluate("1 + 2*3"), 7.0);
  EXPECT_DOUBLE_EQ(evaluate("(1 + 2)*3"), 9.0);
}

TEST(ReadExpression, DifferencesAndQuotientsLeanLeft)
{
  EXPECT_DOUBLE_EQ(evaluate("8 - 4 - 2"), 2.0);
  EXPECT_DOUBLE_EQ(evaluate("8/4/2"), 1.0);
  EXPECT_DOUBLE_EQ(evaluate("8/4*2"), 4.0);
}

TEST(ReadExpression, PowersLeanRightAndBindTighterThanMinus)
{
  EXPECT_DOUBLE_EQ(evaluate("2^3^2"), 512.0);
  EXPECT_DOUBLE_EQ(evaluate("-2^2"), -4.0);
  EXPECT_DOUBLE_EQ(evaluate("2^-1"), 0.5);
  EXPECT_DOUBLE_EQ(evaluate("2*-3"), -6.0);
  EXPECT_DOUBLE_EQ(evaluate("+3 - -2"), 5.0);
}

TEST(ReadExpression, KnowsOtherSpellings)
{
  EXPECT_DOUBLE_EQ(evaluate("2**3**2"), 512.0);
  EXPECT_DOUBLE_EQ(evaluate("~(1 < 0)"), 1.0);
  Mistakes mistakes;
  EXPECT_EQ(model::to_string(*read("exp (a) ~= 1", mistakes)), "exp(a) != 1");
}

TEST(ReadExpression, ComparisonsBindLooserThanSumsAndTighterThanLogic)
{
  EXPECT_DOUBLE_EQ(evaluate("1 + 1 < 3"), 1.0);
  EXPECT_DOUBLE_EQ(evaluate("1 < 0 || 2 == 2"), 1.0);
  EXPECT_DOUBLE_EQ(evaluate("1 || 0 && 0"), 1.0);
  EXPECT_DOUBLE_EQ(evaluate("!(1 < 0)"), 1.0);
  EXPECT_DOUBLE_EQ(evaluate("(3 < 2) == 0"), 1.0);
}

TEST(ReadExpression, ReadsCallsAndNames)
{
  Mistakes mistakes;
  const std::optional<Expression> e = read("if(a > 1, f(), exp(-b))", mistakes);
  ASSERT_TRUE(e);
  EXPECT_EQ(model::to_string(*e), "if(a > 1, f(), exp(-b))");
}

TEST(ReadExpression, NegatesNumbersWithTheMarksOfStatesAndBonds)
{
  EXPECT_EQ(evaluate("0 < ~00"), 1.0);
  EXPECT_EQ(evaluate("!5e-04"), 0.0);
  EXPECT_EQ(evaluate("1 + ~0"), 2.0);
}

TEST(ReadExpression, RefusesChainedComparisons)
{
  EXPECT_THAT(mistakes_of("1 < 2 < 3"), ElementsAre("E0206@1:7"));
}

TEST(ReadExpression, SaysWhereAnOperandIsMissing)
{
  EXPECT_THAT(mistakes_of("1 + "), ElementsAre("E0201@1:4"));
  EXPECT_THAT(mistakes_of("(1 + 2"), ElementsAre("E0201@1:7"));
  EXPECT_THAT(mistakes_of("2*)"), ElementsAre("E0201@1:3"));
  EXPECT_THAT(mistakes_of("f(1,"), ElementsAre("E0201@1:5"));
  EXPECT_THAT(mistakes_of("1e999"), ElementsAre("E0201@1:1"));
}

TEST(ReadExpression, BoundsDepthAndLength)
{
  EXPECT_THAT(mistakes_of(std::string(5000, '(')), ElementsAre("E0208@1:502"));
  EXPECT_EQ(mistakes_of(std::string(5000, '-')).size(), 1U);
  std::string sum = "1";
  for (int i = 0; i < 5000; ++i) sum += "+1";
  EXPECT_THAT(mistakes_of(sum), ElementsAre(testing::StartsWith("E0208@1:")));
}

}  // namespace
}  // namespace rascade::language
