// SPDX-License-Identifier: MIT
#include "rascade/language/read_rule.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace rascade::language {
namespace {

using testing::ElementsAre;

std::optional<SyntaxRule> read(const std::string& text, Mistakes& mistakes)
{
  const std::vector<TokenLine> lines = lex(text);
  const std::string file = "m.bngl";
  LineCursor cursor(lines.front(), file, mistakes);
  return read_rule(cursor);
}

std::vector<std::string> mistakes_of(const std::string& text)
{
  Mistakes mistakes;
  EXPECT_FALSE(read(text, mistakes)) << text;
  return places(mistakes.take());
}

TEST(ReadRule, ReadsAReversibleRule)
{
  Mistakes mistakes;
  const std::optional<SyntaxRule> rule =
      read("bind: A(b) + B(a) <-> A(b!1).B(a!1) kf, kr", mistakes);
  ASSERT_TRUE(rule);
  EXPECT_EQ(rule->label->text, "bind");
  EXPECT_EQ(rule->reactants.size(), 2U);
  EXPECT_EQ(rule->products.size(), 1U);
  EXPECT_EQ(rule->rates.size(), 2U);
  EXPECT_TRUE(rule->reversible);
}

TEST(ReadRule, ASideMayBeEmpty)
{
  for (const char* text : {"A() -> 0 k", "A() -> k", "A() -> k*f()", "A() -> 0.5"}) {
    Mistakes mistakes;
    const std::optional<SyntaxRule> rule = read(text, mistakes);
    ASSERT_TRUE(rule) << text;
    EXPECT_TRUE(rule->products.empty()) << text;
    EXPECT_EQ(rule->rates.size(), 1U) << text;
  }
  Mistakes mistakes;
  EXPECT_TRUE(read("0 -> A() k", mistakes)->reactants.empty());
}

TEST(ReadRule, ReadsDeleteMolecules)
{
  Mistakes mistakes;
  EXPECT_TRUE(read("A() -> 0 k DeleteMolecules", mistakes)->delete_molecules);
  EXPECT_FALSE(read("A() -> 0 k", mistakes)->delete_molecules);
}

TEST(ReadRule, SaysWhereTheTextIsWrong)
{
  EXPECT_THAT(mistakes_of("A() B() k"), ElementsAre("E0201@1:5"));
  EXPECT_THAT(mistakes_of("A() -> B()"), ElementsAre("E0401@1:11"));
  EXPECT_THAT(mistakes_of("A() -> B() k l"), ElementsAre("E0201@1:14"));
  EXPECT_THAT(mistakes_of("A() -> B() k TotalRate"), ElementsAre("E0207@1:14"));
  EXPECT_THAT(mistakes_of("1: A() -> B() k"), ElementsAre("E0201@1:1"));
}

}  // namespace
}  // namespace rascade::language
