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
  EXPECT_THAT(mistakes_in(with_rule("A(s~u) -> A(b,s~p) k")), ElementsAre("W0403@6:13"));
  EXPECT_THAT(mistakes_in(with_rule("A(s~u)%x -> A(b,s~p)%x k")), ElementsAre("E0403@6:15"));
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

TEST(CheckRules, TagsSayWhatBecomesOfWhat)
{
  EXPECT_THAT(mistakes_in(with_rule("A(s~u)%x + A(s~p)%y -> A(s~p)%y + A(s~p)%x k")), IsEmpty());
  EXPECT_THAT(mistakes_in(with_rule("B(a%1,a%2!+) -> B(a%2!+,a%1) k")), IsEmpty());
  EXPECT_THAT(mistakes_in(with_rule("B(a%1,a%2!+) -> B(a%1!+,a%2) k")),
              ElementsAre("E0405@6:21", "E0405@6:27"));
  EXPECT_THAT(mistakes_in(with_rule("A()%x + A()%x -> 0 k")), ElementsAre("E0408@6:15"));
}

TEST(CheckRules, ANewSiteTakesTheStateOfItsTag)
{
  EXPECT_THAT(mistakes_in(with_rule("B(a) + A(s%1) -> A(b,s%1) k")), ElementsAre("W0403@6:20"));
}

TEST(CheckRules, OneArrheniusLawServesBothDirections)
{
  const model::Model model = parsed(with_rule("A(s~u) <-> A(s~p) Arrhenius(0.5,k)"));
  ASSERT_EQ(model.rules.size(), 2U);
  EXPECT_FALSE(model.rules[0].is_reverse);
  EXPECT_TRUE(model.rules[1].is_reverse);
  EXPECT_EQ(model.rules[1].rate.args.size(), 2U);
  EXPECT_THAT(mistakes_in(with_rule("A(s~u) <-> A(s~p) Arrhenius(0.5,k), k")),
              ElementsAre("E0402@6:21"));
  EXPECT_THAT(mistakes_in(with_rule("A(s~u) <-> A(s~p) k, Arrhenius(0.5,k)")),
              ElementsAre("E0407@6:24"));
}

TEST(CheckRules, LawsFitTheirRule)
{
  EXPECT_THAT(mistakes_in(with_rule("A(s~u) -> A(s~p) MM(k,k)")), ElementsAre("E0407@6:20"));
  EXPECT_THAT(mistakes_in(with_rule("A(s~u) + B() -> A(s~p) + B() MM(k,k)")), IsEmpty());
  EXPECT_THAT(mistakes_in(with_rule("A(s~u) -> A(s~p) Sat(k,k) TotalRate")),
              ElementsAre("E0407@6:20"));
}

TEST(CheckRules, ConditionsChangeSidesInTheReverseRule)
{
  const model::Model model = parsed(
      with_rule("A(b) + B(a) <-> A(b!1).B(a!1) k, k exclude_reactants(2,B(a!+)) include_products(1,A)"));
  ASSERT_EQ(model.rules.size(), 2U);
  ASSERT_EQ(model.rules[1].conditions.size(), 2U);
  EXPECT_FALSE(model.rules[0].conditions[0].is_on_product);
  EXPECT_EQ(model.rules[0].conditions[0].position, 1U);
  EXPECT_TRUE(model.rules[1].conditions[0].is_on_product);
  EXPECT_FALSE(model.rules[1].conditions[1].is_on_product);
  EXPECT_THAT(mistakes_in(with_rule("A() -> 0 k exclude_reactants(2,B)")),
              ElementsAre("E0409@6:14"));
}

TEST(CheckRules, ADotNeedsNoBond)
{
  EXPECT_THAT(mistakes_in(with_rule("A().B() -> 0 k")), IsEmpty());
}

}  // namespace
}  // namespace rascade::language
