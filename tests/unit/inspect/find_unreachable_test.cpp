// SPDX-License-Identifier: MIT
#include "rascade/inspect/find_unreachable.hpp"

#include <gmock/gmock.h>

#include "support.hpp"

namespace rascade::inspect {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<Diagnostic> unreachable_in(const model::Model& model)
{
  return find_unreachable(model, SiteFacts(model));
}

TEST(FindUnreachable, NothingToSayOfAModelInWhichAllOccurs)
{
  EXPECT_THAT(unreachable_in(parse_rules("A(b,s~u~p)\nB(a)", "A(b,s~u) 1\nB(a) 1",
                                         "A(b)+B(a)<->A(b!1).B(a!1) k,k\n"
                                         "A(b!+,s~u)->A(b!+,s~p) k\nA(s~p)->A(s~u) k",
                                         "Molecules O A(s~p,b!1).B(a!1)")),
              IsEmpty());
}

TEST(FindUnreachable, ARuleThatNeedsAStateNothingReachesIsDeadAndSoIsTheState)
{
  const auto found = unreachable_in(
      parse_rules("A(s~u~p~q)", "A(s~u) 1", "A(s~u)->A(s~p) k\nA(s~q)->A(s~u) k"));
  ASSERT_THAT(codes(found), ElementsAre("W1903", "W1904"));
  EXPECT_EQ(found[0].span.line, 15U);  // the second rule
  EXPECT_THAT(found[0].message, HasSubstr("A(s~q)"));
  EXPECT_THAT(found[1].message, HasSubstr("A(s~q)"));
}

TEST(FindUnreachable, WhatFollowsFromADeadRuleIsDeadToo)
{
  EXPECT_THAT(codes(unreachable_in(parse_rules("A(s~0~1~2~3)", "A(s~0) 1",
                                               "A(s~1)->A(s~2) k\nA(s~2)->A(s~3) k"))),
              ElementsAre("W1903", "W1903", "W1904", "W1904", "W1904"));
}

TEST(FindUnreachable, ABondThatNoRuleMakesIsReportedWithTheObservableThatCountsIt)
{
  const auto found = unreachable_in(parse_rules("A(b)\nB(a)", "A(b) 1\nB(a) 1", "A(b)->0 k",
                                                "Molecules AB A(b!1).B(a!1)"));
  ASSERT_THAT(codes(found), ElementsAre("W1905", "W1909"));
  EXPECT_THAT(found[0].message, HasSubstr("A(b) and B(a)"));
}

TEST(FindUnreachable, ATypeWithoutASeedThatNoRuleMakesNeverOccurs)
{
  const auto found = unreachable_in(parse_rules("A()\nB(s~u~p)", "A() 1", "A()->0 k"));
  EXPECT_THAT(codes(found), ElementsAre("W1910"));
}

TEST(FindUnreachable, AMoleculeThatARuleMakesOccurs)
{
  EXPECT_THAT(unreachable_in(parse_rules("A(s~u)", "", "0->A(s~u) k\nA(s~u)->0 k")), IsEmpty());
}

TEST(FindUnreachable, ASiteKeepsItsStateWhileItBinds)
{
  // Only the state u binds, so a bound p never is.
  const auto found = unreachable_in(parse_rules("A(b~u~p)\nB(a)", "A(b~u) 1\nA(b~p) 1\nB(a) 1",
                                                "A(b~u)+B(a)->A(b~u!1).B(a!1) k\n"
                                                "A(b~p!+)->A(b~u!+) k"));
  EXPECT_THAT(codes(found), ElementsAre("W1903"));
}

TEST(FindUnreachable, RemovingAMoleculeOfAComplexFreesItsPartner)
{
  EXPECT_THAT(unreachable_in(parse_rules("A(b)\nB(a)", "A(b!1).B(a!1) 1",
                                         "A()->0 k DeleteMolecules\nB(a)->0 k")),
              IsEmpty());
  EXPECT_THAT(codes(unreachable_in(parse_rules("A(b)\nB(a)", "A(b!1).B(a!1) 1",
                                               "A()->0 k\nB(a)->0 k"))),
              ElementsAre("W1903"));
}

}  // namespace
}  // namespace rascade::inspect
