// SPDX-License-Identifier: MIT
#include "rascade/network/compile_rule.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model_text.hpp"

namespace rascade::network {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

CompiledRule compile(const std::string& rule)
{
  const model::Model model = parse({"A(b,s~u~p)\nB(a)", "", rule});
  return compile_rule(model.rules[0], MoleculeKinds(model.molecule_types));
}

TEST(CompileRule, FindsTheStateThatChanges)
{
  const CompiledRule rule = compile("A(b,s~u) -> A(b,s~p) k");
  ASSERT_THAT(rule.change.states, SizeIs(1));
  EXPECT_EQ(rule.change.states[0].site, 1U);
  EXPECT_EQ(rule.change.states[0].state, 1);
  EXPECT_THAT(rule.centres[0].sites, ElementsAre(1));
  EXPECT_THAT(rule.change.joins, IsEmpty());
}

TEST(CompileRule, FindsBondsMadeAndBroken)
{
  const CompiledRule made = compile("A(b)+B(a) -> A(b!1).B(a!1) k");
  EXPECT_THAT(made.change.joins, ElementsAre(std::pair(0U, 1U)));
  EXPECT_THAT(made.centres[1].sites, ElementsAre(0));
  const CompiledRule broken = compile("A(b!1).B(a!1) -> A(b)+B(a) k");
  EXPECT_THAT(broken.change.cuts, SizeIs(1));
  EXPECT_THAT(broken.centres[0].sites, ElementsAre(0, 1));
}

TEST(CompileRule, ABondThatStaysIsNoChange)
{
  const CompiledRule rule = compile("A(b!1,s~u).B(a!1) -> B(a!2).A(b!2,s~p) k");
  EXPECT_THAT(rule.change.cuts, IsEmpty());
  EXPECT_THAT(rule.change.joins, IsEmpty());
}

TEST(CompileRule, AWholePatternGoesWithItsSpecies)
{
  const CompiledRule rule = compile("B(a) + A() -> B(a) k");
  EXPECT_THAT(rule.change.removed_species, ElementsAre(1));
  EXPECT_THAT(rule.change.removed_molecules, IsEmpty());
  EXPECT_TRUE(rule.centres[0].is_empty());
  EXPECT_FALSE(rule.centres[1].is_empty());
}

TEST(CompileRule, DeleteMoleculesTakesTheMoleculesOnly)
{
  const CompiledRule rule = compile("A() -> 0 k DeleteMolecules");
  EXPECT_THAT(rule.change.removed_species, IsEmpty());
  EXPECT_THAT(rule.change.removed_molecules, ElementsAre(0));
  EXPECT_TRUE(rule.change.may_split);
}

TEST(CompileRule, TheBondOfARemovedMoleculeGoesWithIt)
{
  const CompiledRule rule = compile("A(b!1).B(a!1) -> A(b) k");
  EXPECT_THAT(rule.change.removed_molecules, ElementsAre(1));
  EXPECT_THAT(rule.change.cuts, IsEmpty());
}

}  // namespace
}  // namespace rascade::network
