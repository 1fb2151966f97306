// SPDX-License-Identifier: MIT
#include "rascade/network/apply_rule.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model_text.hpp"

namespace rascade::network {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Outcome = std::optional<std::vector<std::string>>;

/// What the first rule makes of the seeds, one for each reactant, at the first match in each.
Outcome outcome_of(const std::string& seeds, const std::string& text)
{
  const model::Model model = parse({"A(b,c)\nB(a,d)", seeds, text});
  const MoleculeKinds kinds(model.molecule_types);
  const CompiledRule rule = compile_rule(model.rules[0], kinds);
  std::vector<graph::SiteGraph> species;
  std::vector<std::vector<std::uint32_t>> rows(model.seeds.size());
  graph::Matcher::Scratch scratch;
  for (std::size_t i = 0; i < model.seeds.size(); ++i) {
    species.push_back(to_site_graph(model.seeds[i].pattern, kinds));
    EXPECT_GE(rule.reactants[i].find(species[i], scratch, rows[i], 1), 1U);
  }
  std::vector<Match> matches;
  for (std::size_t i = 0; i < species.size(); ++i) matches.push_back({&species[i], rows[i].data()});
  const Geography flat;
  Workpiece workpiece(flat);
  if (!workpiece.apply(rule, matches)) return std::nullopt;
  std::vector<std::string> names;
  for (const graph::SiteGraph& product : workpiece.products()) {
    names.push_back(to_string(graph::canonical(product), kinds));
  }
  return names;
}

TEST(ApplyRule, JoinsCopiesOfOneSpecies)
{
  EXPECT_THAT(*outcome_of("A(b,c) 1\nA(b,c) 1", "A(b)+A(b)->A(b!1).A(b!1) k"),
              ElementsAre("A(b!1,c).A(b!1,c)"));
}

TEST(ApplyRule, CarriesTheRestOfTheComplexAlong)
{
  EXPECT_THAT(*outcome_of("A(b,c!1).B(a!1,d) 1\nB(a,d) 1", "A(b)+B(a)->A(b!1).B(a!1) k"),
              ElementsAre("A(b!1,c!2).B(a!2,d).B(a!1,d)"));
}

TEST(ApplyRule, TakesWhatStaysTogetherForNoSeparation)
{
  EXPECT_EQ(outcome_of("A(b!1,c!2).B(a!1,d!2) 1", "A(b!1).B(a!1)->A(b)+B(a) k"), std::nullopt);
  EXPECT_THAT(*outcome_of("A(b!1,c).B(a!1,d) 1", "A(b!1).B(a!1)->A(b)+B(a) k"),
              ElementsAre("A(b,c)", "B(a,d)"));
}

TEST(ApplyRule, LeavesNoPieceUnaccountedFor)
{
  const std::string chain = "A(b!1,c!2).B(a!1,d).B(a!2,d) 1";
  EXPECT_EQ(outcome_of(chain, "A(b!1).B(a!1)->B(a) k"), std::nullopt);
  EXPECT_THAT(*outcome_of(chain, "A(b!1).B(a!1)->B(a) k DeleteMolecules"),
              ElementsAre("B(a,d)", "B(a,d)"));
}

TEST(ApplyRule, LeavesNothingOfASpeciesThatGoes)
{
  EXPECT_THAT(*outcome_of("A(b!1,c).B(a!1,d) 1", "A()->0 k"), IsEmpty());
}

TEST(ApplyRule, MakesMoleculesFromNothing)
{
  EXPECT_THAT(*outcome_of("", "0->A(b!1,c).B(d,a!1) k"), ElementsAre("A(b!1,c).B(a!1,d)"));
}

TEST(ApplyRule, HandsABondOver)
{
  EXPECT_THAT(*outcome_of("A(b!1,c).B(a!1,d) 1\nA(b,c) 1",
                     "A(b!1).B(a!1)+A(b)->A(b)+B(a!1).A(b!1) k"),
              ElementsAre("A(b,c)", "A(b!1,c).B(a!1,d)"));
}

}  // namespace
}  // namespace rascade::network
