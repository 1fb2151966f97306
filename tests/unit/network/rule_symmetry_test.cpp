// SPDX-License-Identifier: MIT
#include "rascade/network/rule_symmetry.hpp"

#include <gtest/gtest.h>

#include "model_text.hpp"

namespace rascade::network {
namespace {

/// Of the first rule: what `count_repeats` says while it is compiled.
double repeats(const std::string& rule)
{
  const model::Model model = parse({"A(b,s~u~p,x,x)\nB(a)", "", rule});
  return 1.0 / compile_rule(model.rules[0], MoleculeKinds(model.molecule_types)).weight;
}

TEST(CountRepeats, TwoForEqualPartners)
{
  EXPECT_EQ(repeats("A(b)+A(b) -> A(b!1).A(b!1) k"), 2.0);
  EXPECT_EQ(repeats("A(b!1).A(b!1) -> A(b)+A(b) k"), 2.0);
  EXPECT_EQ(repeats("A(s~u)+A(s~u) -> 0 k"), 2.0);
}

TEST(CountRepeats, OneWhereThePartnersDiffer)
{
  EXPECT_EQ(repeats("A(b)+B(a) -> A(b!1).B(a!1) k"), 1.0);
  EXPECT_EQ(repeats("A(b,s~u)+A(b,s~p) -> A(b!1,s~u).A(b!1,s~p) k"), 1.0);
  EXPECT_EQ(repeats("A(b,s~u)+A(b,s) -> A(b!1,s~u).A(b!1,s) k"), 1.0);
}

TEST(CountRepeats, OneWhereOnlyOneOfTwoEqualsChanges)
{
  EXPECT_EQ(repeats("A(b!1,s~u).A(b!1,s~u) -> A(b!1,s~p).A(b!1,s~u) k"), 1.0);
  EXPECT_EQ(repeats("A(s~u)+A(s~u) -> A(s~p)+A(s~u) k"), 1.0);
}

TEST(CountRepeats, SixForThreeEquals)
{
  EXPECT_EQ(repeats("A(s~u)+A(s~u)+A(s~u) -> A(s~p)+A(s~p)+A(s~p) k"), 6.0);
}

TEST(CountRepeats, TwoForInterchangeableSitesThatBothChange)
{
  EXPECT_EQ(repeats("A(x!1,x!2).B(a!1).B(a!2) -> A(x,x)+B(a)+B(a) k"), 2.0);
  EXPECT_EQ(repeats("A(x,x) -> A(x!1,x!1) k"), 2.0);
}

TEST(CountRepeats, TwoForANewMoleculeBetweenEquals)
{
  // Products follow only if the new molecule's own equal sites are exchanged with its partners.
  EXPECT_EQ(repeats("B(a)+B(a) -> B(a!1).B(a!2).A(b,s~u,x!1,x!2) k"), 2.0);
}

TEST(CountRepeats, ContextAloneDoesNotCount)
{
  EXPECT_EQ(repeats("A(x!+,x!+,s~u) -> A(x!+,x!+,s~p) k"), 1.0);
}

TEST(CountRepeats, EqualReactantsWithoutCentreCountByTheirOrders)
{
  EXPECT_EQ(repeats("B()+B()+A(s~u) -> B()+B()+A(s~p) k"), 2.0);
}

}  // namespace
}  // namespace rascade::network
