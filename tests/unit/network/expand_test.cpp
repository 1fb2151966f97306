// SPDX-License-Identifier: MIT
#include "rascade/network/expand.hpp"
#include "rascade/network/present_seeds.hpp"
#include "rascade/network/print_net.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <tuple>

#include "model_text.hpp"

namespace rascade::network {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

TEST(Expand, AHomodimerCountsEachUnorderedPairOnce)
{
  const Network network =
      expand_text({"A(b)", "A(b) 10", "A(b) + A(b) <-> A(b!1).A(b!1) k, l"});
  EXPECT_THAT(species_names(network), ElementsAre("A(b)", "A(b!1).A(b!1)"));
  ASSERT_THAT(network.reactions, SizeIs(2));
  EXPECT_THAT(names_of(network, network.reactions[0].reactants), ElementsAre("A(b)", "A(b)"));
  EXPECT_THAT(factors(network), ElementsAre(0.5, 1.0));
}

TEST(Expand, AMixedDimerOfOneRuleFormsAtTheFullRate)
{
  // Two forms of A: the mixed pair has no ½, each like pair has.
  const Network network = expand_text(
      {"A(b,s~u~p)", "A(b,s~u) 1\nA(b,s~p) 1", "A(b) + A(b) -> A(b!1).A(b!1) k"});
  EXPECT_THAT(network.species, SizeIs(2 + 3));
  EXPECT_THAT(factors(network), UnorderedElementsAre(0.5, 0.5, 1.0));
}

TEST(Expand, ASpecificSiteOfAHomodimerCountsTwice)
{
  const Network network = expand_text({"A(b,p~u~p)", "A(b!1,p~u).A(b!1,p~u) 1",
                                       "A(b!1,p~u).A(b!1) -> A(b!1,p~p).A(b!1) k"});
  EXPECT_THAT(network.species, SizeIs(3));
  EXPECT_THAT(factors(network), ElementsAre(2.0, 1.0));
}

TEST(Expand, OneOfTwoEqualProtomersMayChange)
{
  const Network network =
      expand_text({"A(p,i~f~b)", "A(p!1,i~f).A(p!1,i~f) 1",
                   "A(p!1,i~f).A(p!1,i~f) -> A(p!1,i~b).A(p!1,i~f) k"});
  EXPECT_THAT(factors(network), ElementsAre(2.0));
}

TEST(Expand, BothEqualProtomersChangeOnce)
{
  const Network network =
      expand_text({"A(p,i~f~b)", "A(p!1,i~f).A(p!1,i~f) 1",
                   "A(p!1,i~f).A(p!1,i~f) -> A(p!1,i~b).A(p!1,i~b) k"});
  EXPECT_THAT(factors(network), ElementsAre(1.0));
}

TEST(Expand, IndependentSitesGiveTwoToTheirNumber)
{
  const Network network = expand_text(
      {"A(a~u~p,b~u~p,c~u~p,d~u~p,e~u~p)", "A(a~u,b~u,c~u,d~u,e~u) 1",
       "A(a~u)->A(a~p) k\nA(b~u)->A(b~p) k\nA(c~u)->A(c~p) k\nA(d~u)->A(d~p) k\nA(e~u)->A(e~p) k"});
  EXPECT_THAT(network.species, SizeIs(32));
  EXPECT_THAT(network.reactions, SizeIs(5 * 16));
  EXPECT_THAT(network.rate_laws, SizeIs(1));
}

TEST(Expand, SymmetricSitesGiveOneMoreThanTheirNumber)
{
  // With j of n sites changed, n - j are left to change and j to change back.
  const Network network = expand_text(
      {"A(s~u~p,s~u~p,s~u~p,s~u~p)", "A(s~u,s~u,s~u,s~u) 1", "A(s~u) <-> A(s~p) k, l"});
  EXPECT_THAT(network.species, SizeIs(5));
  // Round by round: each new species is changed on, then back.
  EXPECT_THAT(factors(network), ElementsAre(4, 3, 1, 2, 2, 1, 3, 4));
}

TEST(Expand, MultivalentBindingFollowsTheBinomialCount)
{
  // n equal sites, each free, or with L in one of two states: C(n + 2, 2) occupancies; and L alone.
  const Network network = expand_text({"R(l,l,l)\nL(r,s~u~p)", "R(l,l,l) 1\nL(r,s~u) 1",
                                       "R(l)+L(r)<->R(l!1).L(r!1) k,l\nL(s~u)<->L(s~p) k,l"});
  EXPECT_THAT(network.species, SizeIs(10 + 2));
}

TEST(Expand, DimersOfMonomersWithManyFormsFollowTheBinomialCount)
{
  // m = 8 forms of the monomer, m(m + 1)/2 of the dimer.
  const Network network = expand_text(
      {"A(b,x~u~p,y~u~p,z~u~p)", "A(b,x~u,y~u,z~u) 1",
       "A(b)+A(b)<->A(b!1).A(b!1) k,l\nA(x~u)->A(x~p) k\nA(y~u)->A(y~p) k\nA(z~u)->A(z~p) k"});
  EXPECT_THAT(network.species, SizeIs(8 + 36));
}

TEST(Expand, ABondOfARingDoesNotComeApart)
{
  const std::string ring = "A(l!1,r!2).A(l!2,r!3).A(l!3,r!1) 1";
  EXPECT_THAT(expand_text({"A(l,r)", ring, "A(l!1).A(r!1) -> A(l) + A(r) k"}).reactions,
              IsEmpty());
  const Network opened = expand_text(
      {"A(l,r)", ring, "A(l!1,r!2).A(l!2,r!3).A(l!3,r!1) -> A(l,r!2).A(l!2,r!3).A(l!3,r) k"});
  EXPECT_THAT(factors(opened), ElementsAre(3.0));
}

TEST(Expand, AnEndOfAChainComesOffEverywhere)
{
  // A chain of three breaks at either bond: into the same pieces.
  const Network network = expand_text({"A(l,r)", "A(l,r!2).A(l!2,r!3).A(l!3,r) 1",
                                       "A(r!1).A(l!1) -> A(r) + A(l) k"});
  EXPECT_THAT(network.species, SizeIs(3));
  EXPECT_THAT(factors(network), ElementsAre(2.0, 1.0));
}

TEST(Expand, WildcardsChooseByBond)
{
  const std::string seeds = "A(b,s~u) 1\nA(b!1,s~u).B(a!1) 1";
  const auto num_reactions = [&](const std::string& site) {
    const ModelText text{"A(b,s~u~p)\nB(a)", seeds, "A(" + site + "s~u) -> A(" + site + "s~p) k"};
    return expand_text(text).reactions.size();
  };
  EXPECT_EQ(num_reactions("b,"), 1U);
  EXPECT_EQ(num_reactions("b!+,"), 1U);
  EXPECT_EQ(num_reactions("b!?,"), 2U);
  EXPECT_EQ(num_reactions(""), 2U);
}

TEST(Expand, SymmetricContextDoesNotCount)
{
  // Both l are only looked at; the change is one, however they are laid.
  const Network network = expand_text({"R(l,l,s~u~p)\nL(r)", "R(l!1,l!2,s~u).L(r!1).L(r!2) 1",
                                       "R(l!+,l!+,s~u) -> R(l!+,l!+,s~p) k"});
  EXPECT_THAT(factors(network), ElementsAre(1.0));
}

TEST(Expand, ACatalystCountsBySpecies)
{
  // BioNetGen's convention: matches that differ in context alone are one event.
  const Network network = expand_text({"E(d)\nS(s~u~p)", "E(d!1).E(d!1) 1\nS(s~u) 1",
                                       "E() + S(s~u) -> E() + S(s~p) k"});
  EXPECT_THAT(factors(network), ElementsAre(1.0));
}

TEST(Expand, TwoEqualCatalystsAreTakenInOneOrder)
{
  const Network network = expand_text(
      {"E()\nS(s~u~p)", "E() 1\nS(s~u) 1", "E() + E() + S(s~u) -> E() + E() + S(s~p) k"});
  EXPECT_THAT(factors(network), ElementsAre(0.5));
}

TEST(Expand, APatternWithoutPartnerInTheProductsTakesItsSpeciesAlong)
{
  const Network network =
      expand_text({"A(b)\nB(a)", "A(b!1).B(a!1) 1", "A() -> 0 k"});
  ASSERT_THAT(network.reactions, SizeIs(1));
  EXPECT_THAT(network.reactions[0].products, IsEmpty());
}

TEST(Expand, DeleteMoleculesLeavesTheRest)
{
  const Network network = expand_text({"A(b,b)\nB(a)", "A(b!1,b!2).B(a!1).B(a!2) 1",
                                       "A() -> 0 k DeleteMolecules"});
  ASSERT_THAT(network.reactions, SizeIs(1));
  EXPECT_THAT(names_of(network, network.reactions[0].products), ElementsAre("B(a)", "B(a)"));
}

TEST(Expand, AMoleculeOfAKeptPatternGoesAlone)
{
  const Network network =
      expand_text({"A(b)\nB(a)", "A(b!1).B(a!1) 1", "A(b!1).B(a!1) -> A(b) k"});
  ASSERT_THAT(network.reactions, SizeIs(1));
  EXPECT_THAT(names_of(network, network.reactions[0].products), ElementsAre("A(b)"));
}

TEST(Expand, SynthesisNeedsNoReactantAndHappensOnce)
{
  const Network network = expand_text({"A(s~u~p)", "", "0 -> A(s~u) k\nA(s~u) -> A(s~p) k"});
  ASSERT_THAT(network.reactions, SizeIs(2));
  EXPECT_THAT(network.reactions[0].reactants, IsEmpty());
  EXPECT_THAT(names_of(network, network.reactions[0].products), ElementsAre("A(s~u)"));
}

TEST(Expand, ANewMoleculeMayComeBound)
{
  const Network network =
      expand_text({"A(b,c)\nB(a,d~u~p)", "A(b,c) 1", "A(b) -> A(b!1).B(d~p,a!1) k"});
  EXPECT_THAT(species_names(network), ElementsAre("A(b,c)", "A(b!1,c).B(a!1,d~p)"));
}

TEST(Expand, WhatChangesNothingIsLeftOut)
{
  EXPECT_THAT(expand_text({"A(s~u~p)", "A(s~p) 1", "A(s) -> A(s~p) k"}).reactions, IsEmpty());
}

TEST(Expand, MoleculesCountMatchesAndSpeciesCountOnce)
{
  const Network network =
      expand_text({"A(b,x)\nB(a)", "A(b!1,x).A(b!1,x) 1\nB(a) 1", "",
                   "Molecules D A(b!1).A(b!1)\nSpecies S A(b!1).A(b!1)\nMolecules M A(),B()"});
  using Weights = std::vector<std::pair<SpeciesIndex, double>>;
  const SpeciesIndex dimer(0), b(1);
  ASSERT_THAT(network.observables, SizeIs(3));
  EXPECT_EQ(network.observables[0].weights, (Weights{{dimer, 2.0}}));
  EXPECT_EQ(network.observables[1].weights, (Weights{{dimer, 1.0}}));
  EXPECT_EQ(network.observables[2].weights, (Weights{{dimer, 2.0}, {b, 1.0}}));
}

TEST(Expand, SeedsComeFirstInTheirOrderWithTheirAmounts)
{
  const Network network = expand_text(
      {"A(s~u~p)\nB()", "$B() k\nA(s~p) 2*l\nA(s~p) 1", "A(s~p) -> A(s~u) k"});
  EXPECT_THAT(species_names(network), ElementsAre("B()", "A(s~p)", "A(s~u)"));
  EXPECT_TRUE(network.species[0].fixed);
  EXPECT_FALSE(network.species[1].fixed);
  EXPECT_EQ(model::to_string(network.species[1].amount), "2 * l + 1");
  EXPECT_EQ(model::to_string(network.species[2].amount), "0");
}

TEST(Expand, TheSameSpeciesWrittenOtherwiseIsTheSame)
{
  const Network network =
      expand_text({"A(b,c)\nB(a)", "A(c,b!1).B(a!1) 1\nB(a!7).A(b!7,c) 1", ""});
  EXPECT_THAT(species_names(network), ElementsAre("A(b!1,c).B(a!1)"));
}

TEST(Expand, ReactionsComeAsTheirReactantsAreDiscovered)
{
  const Network network = expand_text(
      {"A(b,s~u~p)", "A(b,s~u) 1", "A(b)+A(b)<->A(b!1).A(b!1) k,l\nA(s~u)<->A(s~p) k,l"});
  const auto newest = [](const Reaction& r) { return r.reactants.back(); };
  for (std::size_t r = 1; r < network.reactions.size(); ++r) {
    const Reaction& a = network.reactions[r - 1];
    const Reaction& b = network.reactions[r];
    if (newest(a) == newest(b)) {
      EXPECT_LE(a.rule, b.rule);
    }
  }
  EXPECT_EQ(newest(network.reactions.front()), SpeciesIndex(0));
}

TEST(Expand, NumberOfThreadsDoesNotShow)
{
  const model::Model model = parse(
      {"A(a,b~u~p,c~u~p,d~u~p)\nB(a,b~u~p,c~u~p,d~u~p)", "A(a,b~u,c~u,d~u) 1\nB(a,b~u,c~u,d~u) 1",
       "A(a)+B(a)<->A(a!1).B(a!1) k,l\nA(b~u)<->A(b~p) k,l\nA(c~u)<->A(c~p) k,l\n"
       "A(d~u)<->A(d~p) k,l\nB(b~u)<->B(b~p) k,l\nB(c~u)<->B(c~p) k,l\nB(d~u)<->B(d~p) k,l"});
  const auto one = expand(model, {.threads = 1});
  const auto two = expand(model, {.threads = 3});
  ASSERT_TRUE(one);
  ASSERT_TRUE(two);
  EXPECT_THAT(one->species, SizeIs(8 + 8 + 64));
  EXPECT_EQ(print_net(*one), print_net(*two));
}

TEST(Expand, AddingASeedExtendsToTheSameNetwork)
{
  const model::Model model =
      parse({"A(b,c)\nB(a)\nC(a)", "A(b,c) 1\nB(a) 2\nC(a) 3",
             "A(b)+B(a)<->A(b!1).B(a!1) k,l\nA(c)+C(a)<->A(c!1).C(a!1) k,l\n0->B(a) k"});
  Expansion expansion(model);
  const std::vector<std::size_t> first{0}, rest{1, 2};
  EXPECT_THAT(expansion.extend(first), testing::IsEmpty());
  EXPECT_THAT(expansion.network().species, SizeIs(3));  // A, B (made from nothing), AB
  EXPECT_THAT(expansion.extend(rest), testing::IsEmpty());
  const Network extended = expansion.network();
  const Network whole = *expand(model);
  EXPECT_THAT(species_names(extended), testing::UnorderedElementsAreArray(species_names(whole)));
  EXPECT_EQ(extended.reactions.size(), whole.reactions.size());
  for (const NetworkSpecies& species : extended.species) {
    if (species.name == "B(a)") {
      EXPECT_EQ(model::to_string(species.amount), "2");
    }
  }
}

TEST(Expand, WhatIsAbsentMakesNoComplexesUntilItIsAdded)
{
  const model::Model model =
      parse({"A(b)\nB(a)", "A(b) 1\nB(a) 0", "A(b)+B(a)<->A(b!1).B(a!1) k,l"});
  EXPECT_THAT(present_seeds(model), ElementsAre(0));
  Expansion expansion(model);
  EXPECT_THAT(expansion.extend(present_seeds(model)), testing::IsEmpty());
  EXPECT_THAT(expansion.network().species, SizeIs(1));
  const std::vector<std::size_t> b{1};
  EXPECT_THAT(expansion.extend(b), testing::IsEmpty());
  EXPECT_THAT(expansion.network().species, SizeIs(3));
}

TEST(Expand, KeepsRatesAsFormulas)
{
  const Network network = expand_text({"A(s~u~p)", "A(s~u) 1",
                                       "up: A(s~u)->A(s~p) k*f()\ndown: A(s~p)->A(s~u) k*f()",
                                       "Molecules X A(s~p)", "f() = g()+1\ng() = X"});
  ASSERT_THAT(network.rate_laws, SizeIs(1));
  EXPECT_EQ(model::to_string(network.rate_laws[0].args[0]), "k * f");
  EXPECT_THAT(network.rule_names, ElementsAre("up", "down"));
  EXPECT_EQ(network.functions[0].name, "g");
}

TEST(Expand, MoleculesAreConserved)
{
  const Network network = expand_text(
      {"A(b,x,x,s~u~p)\nB(y)", "A(b,x,x,s~u) 1\nB(y) 1",
       "A(b)+A(b)<->A(b!1).A(b!1) k,l\nA(x)+B(y)<->A(x!1).B(y!1) k,l\nA(s~u,b!+)->A(s~p,b!+) k"});
  const auto total = [&](const std::vector<SpeciesIndex>& side, const std::string& molecule) {
    std::size_t n = 0;
    for (const std::string& name : names_of(network, side)) n += count(name, molecule);
    return n;
  };
  for (const Reaction& r : network.reactions) {
    EXPECT_EQ(total(r.reactants, "A("), total(r.products, "A("));
    EXPECT_EQ(total(r.reactants, "B("), total(r.products, "B("));
  }
}

TEST(Expand, TooManySpeciesNameTheRule)
{
  const model::Model model = parse({"A(l,r)", "A(l,r) 1", "grow: A(r)+A(l)->A(r!1).A(l!1) k"});
  const auto network = expand(model, {.limits = {.max_species = 50}});
  ASSERT_FALSE(network);
  EXPECT_EQ(network.diagnostics()[0].code, "E1501");
  EXPECT_THAT(network.diagnostics()[0].message, HasSubstr("'grow'"));
  EXPECT_THAT(network.diagnostics()[0].message, HasSubstr("50"));
  EXPECT_GT(network.diagnostics()[0].span.line, 0U);
}

TEST(Expand, TooLargeSpeciesNameTheRule)
{
  const model::Model model = parse({"A(l,r)", "A(l,r) 1", "grow: A(r)+A(l)->A(r!1).A(l!1) k"});
  const auto network = expand(model, {.limits = {.max_complex = 30}});
  ASSERT_FALSE(network);
  EXPECT_EQ(network.diagnostics()[0].code, "E1502");
  EXPECT_THAT(network.diagnostics()[0].message, HasSubstr("'grow'"));
  EXPECT_THAT(network.diagnostics()[0].message, HasSubstr("chains may repeat A("));
  EXPECT_FALSE(network.diagnostics()[0].hint.empty());
}

TEST(Expand, LimitsAreReachedBeforeTheyAreExceeded)
{
  const model::Model model = parse({"A(s~u~p,s~u~p)", "A(s~u,s~u) 1", "A(s~u)->A(s~p) k"});
  EXPECT_TRUE(expand(model, {.limits = {.max_species = 3, .max_complex = 1}}));
  EXPECT_FALSE(expand(model, {.limits = {.max_species = 2, .max_complex = 1}}));
}

}  // namespace
}  // namespace rascade::network
