// SPDX-License-Identifier: MIT
#include "rascade/plan/evidence.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rascade::plan {
namespace {

using knowledge::Knowledge;
using testing::ElementsAre;
using testing::IsEmpty;

knowledge::Therapy therapy(std::string id, std::string parent, std::string kind, std::string drug)
{
  knowledge::Therapy t;
  t.id = t.name = std::move(id);
  t.parent = std::move(parent);
  t.kind = std::move(kind);
  t.drug = std::move(drug);
  return t;
}

knowledge::Claim claim(std::string id, std::string a, std::string b, std::string readout,
                       std::string expected)
{
  knowledge::Claim c;
  c.id = std::move(id);
  c.a = std::move(a);
  c.b = std::move(b);
  c.readout = std::move(readout);
  c.expected = std::move(expected);
  return c;
}

/// A drug of class `locks`, a drug of class `bolts`, a route that swaps the lock, a feedback.
class EvidenceTest : public testing::Test {
 protected:
  EvidenceTest()
  {
    knowledge_.drugs.resize(2);
    knowledge_.drugs[0].name = "lidanib";
    knowledge_.drugs[1].name = "boltanib";
    knowledge_.therapies = {therapy("lidanib", "locks", "agent", "lidanib"),
                            therapy("locks", "locks", "class", "lidanib"),
                            therapy("boltanib", "bolts", "agent", "boltanib"),
                            therapy("bolts", "bolts", "class", "boltanib")};
    knowledge::Readout effect, growth, colour;
    effect.name = "effect";
    effect.benefit = "up";
    growth.name = "growth";
    growth.benefit = "down";
    colour.name = "colour";
    knowledge_.claims.readouts = {effect, growth, colour};
    knowledge::Alteration swap;
    swap.id = "swap";
    swap.effect = "OAK A1B";
    knowledge_.alterations = {swap};
    knowledge_.switches = {{"spring", "Spring back", "", {"HINGE"}, {}}};
    clone_.kind = "new_allele";
    clone_.gene = "OAK";
    clone_.variant = "A1B";
    adaptive_.kind = "adaptive";
    adaptive_.variant = "spring";
  }

  void say(std::vector<knowledge::Claim> claims) { knowledge_.claims.claims = std::move(claims); }

  static std::vector<std::string> words(const std::vector<Evidence>& found)
  {
    std::vector<std::string> result;
    for (const Evidence& e : found) result.push_back((e.supports ? "+" : "-") + e.claim->id);
    return result;
  }

  [[nodiscard]] std::vector<std::string> on(const knowledge::Route& route) const
  {
    return words(evidence_on_route(knowledge_, {&knowledge_.drugs[0]}, route));
  }

  [[nodiscard]] std::vector<std::string> on_pair() const
  {
    return words(evidence_on_arm(knowledge_, {&knowledge_.drugs[0]},
                                 {&knowledge_.drugs[0], &knowledge_.drugs[1]}));
  }

  Knowledge knowledge_;
  knowledge::Route clone_, adaptive_;
};

TEST_F(EvidenceTest, AnAlterationThatWorsensTheOutcomeSupportsItsRoute)
{
  say({claim("C1", "lidanib", "lidanib + mut:swap", "effect", "b<a"),
       claim("C2", "locks", "locks + mut:swap", "growth", "b>a"),
       claim("C3", "lidanib", "lidanib + mut:swap", "effect", "b~a"),
       claim("C4", "lidanib", "lidanib + mut:swap", "growth", "b<a")});
  EXPECT_THAT(on(clone_), ElementsAre("+C1", "+C2", "-C3", "-C4"));
  EXPECT_THAT(on(adaptive_), IsEmpty());
}

TEST_F(EvidenceTest, OfAFeedbackTheLossHelpsAndTheGainHarms)
{
  say({claim("C1", "lidanib", "lidanib + ko:HINGE", "effect", "b>a"),
       claim("C2", "lidanib", "lidanib + oe:HINGE", "growth", "b>a"),
       claim("C3", "lidanib", "lidanib + ko:HINGE", "effect", "b<a"),
       claim("C4", "lidanib", "lidanib + ko:DOOR", "effect", "b>a")});
  EXPECT_THAT(on(adaptive_), ElementsAre("+C1", "+C2", "-C3"));
  EXPECT_THAT(on(clone_), IsEmpty());
}

TEST_F(EvidenceTest, AClaimAboutNoneOfTheDrugsOrTwoChangesIsLeftOut)
{
  say({claim("C1", "boltanib", "boltanib + mut:swap", "effect", "b<a"),
       claim("C2", "none", "mut:swap", "growth", "b>a"),
       claim("C3", "lidanib", "lidanib + mut:swap + ko:HINGE", "effect", "b<a"),
       claim("C4", "lidanib", "lidanib + mut:swap", "colour", "b<a")});
  EXPECT_THAT(on(clone_), IsEmpty());
}

TEST_F(EvidenceTest, APartnerThatImprovesTheOutcomeSupportsTheArm)
{
  say({claim("C1", "lidanib", "lidanib + boltanib", "effect", "b>a"),
       claim("C2", "locks", "locks + bolts", "growth", "b~a"),
       claim("C3", "vehicle", "lidanib + bolts", "growth", "synergy"),
       claim("C4", "lidanib", "boltanib", "effect", "b>a"),
       claim("C5", "lidanib", "lidanib + boltanib + ko:HINGE", "effect", "b>a")});
  EXPECT_THAT(on_pair(), ElementsAre("+C1", "-C2", "+C3"));
}

}  // namespace
}  // namespace rascade::plan
