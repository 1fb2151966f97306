// SPDX-License-Identifier: MIT
#include "rascade/language/check_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace rascade::language {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

model::Model parsed(const std::string& text)
{
  Checked<model::Model> model = parse_model(text, "m.bngl");
  EXPECT_TRUE(model) << to_string(model.diagnostics());
  return model ? *model : model::Model{};
}

std::vector<std::string> names_of(const model::Model& model)
{
  std::vector<std::string> names;
  for (const model::Rule& rule : model.rules) names.push_back(rule.name);
  return names;
}

TEST(CheckRules, AReversibleRuleBecomesTwo)
{
  const model::Model model = parsed(with_rule("bind: A(b) + B(a) <-> A(b!1).B(a!1) k, 2*k"));
  EXPECT_THAT(names_of(model), ElementsAre("bind", "bind_reverse"));
  EXPECT_EQ(model.rules[0].reactants.size(), 2U);
  EXPECT_EQ(model.rules[1].reactants.size(), 1U);
  EXPECT_EQ(model.rules[1].products.size(), 2U);
  EXPECT_EQ(model::to_string(model.rules[1].rate.args[0]), "2 * k");
}

TEST(CheckRules, UnnamedRulesAreNumberedByPlace)
{
  EXPECT_THAT(names_of(parsed(with_rule("x: A(b) -> A(b) k\nA(s~u) <-> A(s~p) k, k"))),
              ElementsAre("x", "R2", "R2_reverse"));
}

TEST(CheckRules, MadeUpNamesAvoidGivenOnes)
{
  EXPECT_THAT(names_of(parsed(with_rule("A(b) -> A(b) k\nR1: A(s~u) -> A(s~p) k"))),
              ElementsAre("R1_", "R1"));
}

TEST(CheckRules, EqualMoleculesCorrespondInOrder)
{
  EXPECT_THAT(mistakes_in(with_rule("A(b,s~u) + A(b) -> A(b,s~p) + A(b) k")), IsEmpty());
  EXPECT_THAT(mistakes_in(with_rule("A(b,s~u) + A(b) -> A(b) + A(b,s~p) k")), IsEmpty());
}

TEST(CheckRules, MoleculesMayComeAndGo)
{
  EXPECT_THAT(mistakes_in(with_rule("0 -> A(b,s~u) k")), IsEmpty());
  EXPECT_THAT(mistakes_in(with_rule("A() -> 0 k")), IsEmpty());
  EXPECT_THAT(mistakes_in(with_rule("A(b!1).B(a!1) -> B(a) k DeleteMolecules")), IsEmpty());
  EXPECT_THAT(mistakes_in(with_rule("A(s~u) -> A(s~u) + A(b,s~u) k")), IsEmpty());
}

TEST(CheckRules, TheArrowTellsHowManyRates)
{
  EXPECT_THAT(mistakes_in(with_rule("A(s~u) -> A(s~p) k, k")), ElementsAre("E0402@6:20"));
  EXPECT_THAT(mistakes_in(with_rule("A(s~u) <-> A(s~p) k")), ElementsAre("E0402@6:21"));
  EXPECT_THAT(mistakes_in(with_rule("A(s~u) -> A(s~p)")), ElementsAre("E0401@6:19"));
}

TEST(CheckRules, BothSidesNameTheSameSites)
{
  EXPECT_THAT(mistakes_in(with_rule("A(s~u) -> A(b,s~p) k")), ElementsAre("E0403@6:13"));
  EXPECT_THAT(mistakes_in(with_rule("A(b,s~u) -> A(s~p) k")), ElementsAre("E0403@6:15"));
}

TEST(CheckRules, StatesAreNotLost)
{
  EXPECT_THAT(mistakes_in(with_rule("A(s~u) -> A(s) k")), ElementsAre("E0404@6:15"));
  EXPECT_THAT(mistakes_in(with_rule("A(s) -> A(s~p) k")), IsEmpty());
  EXPECT_THAT(mistakes_in(with_rule("A(s) <-> A(s~p) k, k")), ElementsAre("E0404@6:14"));
}

TEST(CheckRules, WildcardsStay)
{
  EXPECT_THAT(mistakes_in(with_rule("A(b!+,s~u) -> A(b!+,s~p) k")), IsEmpty());
  EXPECT_THAT(mistakes_in(with_rule("A(b!+) -> A(b) k")), ElementsAre("E0405@6:15"));
  EXPECT_THAT(mistakes_in(with_rule("A(b!?) -> A(b!+) k")), ElementsAre("E0405@6:15"));
}

TEST(CheckRules, NamesAreDistinct)
{
  EXPECT_THAT(mistakes_in(with_rule("x: A() -> 0 k\nx: B() -> 0 k")), ElementsAre("E0406@7:1"));
}

TEST(CheckRules, NewMoleculesAreFullyDescribed)
{
  EXPECT_THAT(mistakes_in(with_rule("0 -> A(b) k")), ElementsAre("E0507@6:8"));
  EXPECT_THAT(mistakes_in(with_rule("A(b) <-> 0 k, k")), ElementsAre("E0507@6:3"));
}

TEST(CheckRules, PatternsAreConnected)
{
  EXPECT_THAT(mistakes_in(with_rule("A().B() -> 0 k")), ElementsAre("E0506@6:7"));
}

}  // namespace
}  // namespace rascade::language
