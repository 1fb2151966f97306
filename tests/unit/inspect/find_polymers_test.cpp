// SPDX-License-Identifier: MIT
#include "rascade/inspect/find_polymers.hpp"

#include <gmock/gmock.h>

#include "rascade/network/polymer_sites.hpp"
#include "support.hpp"

namespace rascade::inspect {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> loops_of(const model::Model& model)
{
  std::vector<std::string> found;
  for (const auto& loop : network::polymer_sites(model)) {
    found.push_back(to_string(loop, model.molecule_types));
  }
  return found;
}

TEST(PolymerSites, HeadToTailGrowsWithoutEnd)
{
  EXPECT_THAT(loops_of(parse_rules("A(l,r)", "A(l,r) 1", "A(l)+A(r)->A(l!1).A(r!1) k")),
              ElementsAre("A(r)-A(l)"));
}

TEST(PolymerSites, DemandingTheOtherSiteFreeEndsIt)
{
  EXPECT_THAT(loops_of(parse_rules("A(l,r)", "A(l,r) 1", "A(l,r)+A(l,r)->A(l!1,r).A(l,r!1) k")),
              IsEmpty());
}

TEST(PolymerSites, OneEndThatMayBeBoundIsEnough)
{
  EXPECT_THAT(loops_of(parse_rules("A(l,r)", "A(l,r) 1", "A(l,r)+A(r)->A(l!1,r).A(r!1) k")).size(),
              1U);
}

TEST(PolymerSites, ADimerWithItsAdaptorsEnds)
{
  EXPECT_THAT(loops_of(parse_rules("R(d,y)\nG(s,t)\nS(g)", "R(d,y) 1\nG(s,t) 1\nS(g) 1",
                                   "R(d)+R(d)->R(d!1).R(d!1) k\nR(y)+G(s)->R(y!1).G(s!1) k\n"
                                   "G(t)+S(g)->G(t!1).S(g!1) k")),
              IsEmpty());
}

TEST(PolymerSites, TwoEqualSitesOnBothSidesMakeAGel)
{
  const auto loops = loops_of(
      parse_rules("L(r,r)\nR(l,l)", "L(r,r) 1\nR(l,l) 1", "L(r)+R(l)->L(r!1).R(l!1) k"));
  ASSERT_EQ(loops.size(), 1U);
}

TEST(PolymerSites, TwoEqualSitesOfWhichOneMustBeFreeMakeNone)
{
  EXPECT_THAT(loops_of(parse_rules("L(r,r)\nR(l,l)", "L(r,r) 1\nR(l,l) 1",
                                   "L(r,r)+R(l)->L(r!1,r).R(l!1) k")),
              IsEmpty());
}

TEST(PolymerSites, ABondWithinAComplexAddsNoMolecule)
{
  EXPECT_THAT(loops_of(parse_rules("A(x,w)\nB(y,z)", "A(x,w) 1\nB(y,z) 1",
                                   "A(x)+B(y)->A(x!1).B(y!1) k\n"
                                   "A(x!1,w).B(y!1,z)->A(x!1,w!2).B(y!1,z!2) k")),
              IsEmpty());
}

TEST(PolymerSites, ALoopOverTwoTypesIsNamedOnce)
{
  EXPECT_THAT(loops_of(parse_rules("A(x,w)\nB(y,z)", "A(x,w) 1\nB(y,z) 1",
                                   "A(x)+B(y)->A(x!1).B(y!1) k\nA(w)+B(z)->A(w!1).B(z!1) k"))
                  .size(),
              1U);
}

TEST(FindPolymers, TheWarningNamesSitesAndRemedyAtTheRule)
{
  const auto model = parse_rules("A(l,r)", "A(l,r) 1", "grow: A(l)+A(r)->A(l!1).A(r!1) k");
  const auto found = find_polymers(model, SiteFacts(model));
  ASSERT_THAT(codes(found), ElementsAre("W1906"));
  EXPECT_EQ(found[0].span.line, 14U);
  EXPECT_THAT(found[0].message, testing::HasSubstr("A(r)-A(l)"));
  EXPECT_THAT(found[0].hint, testing::AllOf(testing::HasSubstr("max_agg"),
                                            testing::HasSubstr("max_stoich=>{A=>"),
                                            testing::HasSubstr("A(l,r)")));
}

TEST(FindPolymers, ARuleThatNeverActsMakesNoChain)
{
  const auto model = parse_rules("A(l~u~p,r)", "A(l~u,r) 1", "A(l~p)+A(r)->A(l~p!1).A(r!1) k");
  EXPECT_THAT(find_polymers(model, SiteFacts(model)), IsEmpty());
}

}  // namespace
}  // namespace rascade::inspect
