// SPDX-License-Identifier: MIT
#include "rascade/language/read_rule.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "support.hpp"

namespace rascade::language {
namespace {

using testing::ElementsAre;

std::optional<SyntaxRule> read_rule_text(const std::string& text, Mistakes& mistakes)
{
  const std::vector<TokenLine> lines = lex(text);
  const std::string file = "m.bngl";
  LineCursor cursor(lines.front(), file, mistakes);
  return read_rule(cursor);
}

std::vector<std::string> rule_mistakes(const std::string& text)
{
  Mistakes mistakes;
  EXPECT_FALSE(read_rule_text(text, mistakes)) << text;
  return places(mistakes.take());
}

TEST(ReadRule, ReadsAReversibleRule)
{
  Mistakes mistakes;
  const std::optional<SyntaxRule> rule =
      read_rule_text("bind: A(b) + B(a) <-> A(b!1).B(a!1) kf, kr", mistakes);
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
    const std::optional<SyntaxRule> rule = read_rule_text(text, mistakes);
    ASSERT_TRUE(rule) << text;
    EXPECT_TRUE(rule->products.empty()) << text;
    EXPECT_EQ(rule->rates.size(), 1U) << text;
  }
  Mistakes mistakes;
  EXPECT_TRUE(read_rule_text("0 -> A() k", mistakes)->reactants.empty());
}

TEST(ReadRule, ReadsDeleteMolecules)
{
  Mistakes mistakes;
  EXPECT_TRUE(read_rule_text("A() -> 0 k DeleteMolecules", mistakes)->delete_molecules);
  EXPECT_FALSE(read_rule_text("A() -> 0 k", mistakes)->delete_molecules);
}

TEST(ReadRule, SaysWhereTheTextIsWrong)
{
  EXPECT_THAT(rule_mistakes("A() B() k"), ElementsAre("E0201@1:5"));
  EXPECT_THAT(rule_mistakes("A() -> B()"), ElementsAre("E0401@1:11"));
  EXPECT_THAT(rule_mistakes("A() -> B() k l"), ElementsAre("E0201@1:14"));
  EXPECT_THAT(rule_mistakes("A() -> B() k priority=2"), ElementsAre("E0207@1:14"));
  EXPECT_THAT(rule_mistakes("A() -> B() k exclude_reactants(0,A)"), ElementsAre("E0201@1:32"));
  EXPECT_THAT(rule_mistakes("A() -> B() MM(1)"), ElementsAre("E0407@1:12"));
  EXPECT_THAT(rule_mistakes("A() -> B() FunctionProduct(\"f()\",\"2 +\")"),
              ElementsAre("E0201@1:38"));
}

TEST(ReadRule, ReadsKeywordsInAnyOrder)
{
  Mistakes mistakes;
  const auto rule = read_rule_text(
      "A + B -> C k MoveConnected include_products(1,C(x),D) TotalRate "
      "exclude_reactants(2,B(y!+))",
      mistakes);
  ASSERT_TRUE(rule);
  EXPECT_TRUE(rule->move_connected);
  EXPECT_TRUE(rule->total_rate);
  ASSERT_EQ(rule->conditions.size(), 2U);
  EXPECT_TRUE(rule->conditions[0].is_include);
  EXPECT_TRUE(rule->conditions[0].is_on_product);
  EXPECT_EQ(rule->conditions[0].patterns.size(), 2U);
  EXPECT_FALSE(rule->conditions[1].is_include);
  EXPECT_EQ(rule->conditions[1].position, 2U);
}

TEST(ReadRule, ReadsLaws)
{
  using Kind = model::RateLaw::Kind;
  const std::vector<std::pair<const char*, Kind>> laws{{"MM(kcat,Km)", Kind::MM},
                                                       {"Sat(kcat,Km)", Kind::Sat},
                                                       {"Hill(V,K,2)", Kind::Hill},
                                                       {"Arrhenius(phi,Ea/2)", Kind::arrhenius},
                                                       {"2*MM(k)", Kind::elementary}};
  for (const auto& [text, kind] : laws) {
    Mistakes mistakes;
    const auto rule = read_rule_text(std::string("S + E -> P + E ") + text, mistakes);
    ASSERT_TRUE(rule) << text;
    EXPECT_EQ(rule->rates[0].kind, kind) << text;
  }
  Mistakes mistakes;
  const auto rule = read_rule_text("A%x + B%y -> C FunctionProduct(\"f(x)\", \"g(y)\")", mistakes);
  ASSERT_TRUE(rule);
  EXPECT_EQ(model::to_string(rule->rates[0].args[0]), "f(x) * g(y)");
}

TEST(ReadRule, LeavesOutLabelsThatAreNoNames)
{
  for (const char* text : {"1: A() -> B() k", "to the left: A() -> B() k"}) {
    Mistakes mistakes;
    const auto rule = read_rule_text(text, mistakes);
    ASSERT_TRUE(rule) << text;
    EXPECT_FALSE(rule->label) << text;
    EXPECT_THAT(places(mistakes.take()), ElementsAre("W0401@1:1")) << text;
  }
}

}  // namespace
}  // namespace rascade::language
