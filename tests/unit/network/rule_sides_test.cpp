// SPDX-License-Identifier: MIT
#include "rascade/network/rule_sides.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model_text.hpp"

namespace rascade::network {
namespace {

using testing::ElementsAre;

class Correspondence : public testing::Test {
 protected:
  RuleSides of(const std::string& rule)
  {
    model_ = parse({"A(b,s~u~p)\nB(a,c~u~p)", "", rule});
    return correspond(model_.rules[0], MoleculeKinds(model_.molecule_types));
  }

 private:
  model::Model model_;  // the sides point into it
};

TEST_F(Correspondence, GoesByOrderAmongMoleculesOfOneType)
{
  EXPECT_THAT(of("A(s~u)+B(a)+A(s~p) -> B(a)+A(s~p)+A(s~u) k").slot_of_product,
              ElementsAre(1, 0, 2));
}

TEST_F(Correspondence, AsksForTheSameSites)
{
  EXPECT_THAT(of("A(s~u)+A(b,s~u) -> A(b,s~p)+A(s~u) k").slot_of_product, ElementsAre(1, 0));
}

TEST_F(Correspondence, GivesNewMoleculesTheSlotsAfterAllReactants)
{
  const RuleSides sides = of("A(b) -> A(b!1).B(c~u,a!1) k");
  EXPECT_THAT(sides.slot_of_product, ElementsAre(0, 1));
  // One site of A is named; the sites of B follow in the order of its type: a, then c.
  EXPECT_EQ(sides.slot_of_product_site(sides.products.sites[1]), 1U + 1U);
  EXPECT_EQ(sides.slot_of_product_site(sides.products.sites[2]), 1U + 0U);
}

TEST_F(Correspondence, FindsSitesWrittenInAnotherOrder)
{
  const RuleSides sides = of("A(b,s~u) -> A(s~p,b) k");
  EXPECT_EQ(sides.slot_of_product_site(sides.products.sites[0]), 1U);
}

TEST_F(Correspondence, LaysOutBondsByTheirEnds)
{
  const RuleSides sides = of("B(c~u) + A(s~u,b!1).B(a!1) -> B(c~p) + A(s~u,b!1).B(a!1) k");
  EXPECT_THAT(sides.reactants.bonds, ElementsAre(std::pair(2U, 3U)));
  EXPECT_EQ(sides.reactants.first_site_of(1), 1U);
}

}  // namespace
}  // namespace rascade::network
