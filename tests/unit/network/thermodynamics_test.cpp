// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "model_text.hpp"
#include "rascade/graph/match.hpp"
#include "rascade/network/pattern_graph.hpp"

namespace rascade::network {
namespace {

/// Ways to lay a species onto itself, sites included.
double num_automorphisms(const model::Pattern& species, const MoleculeKinds& kinds)
{
  const graph::Matcher matcher(to_site_pattern(species, kinds));
  return static_cast<double>(matcher.embeddings(to_site_graph(species, kinds)).size());
}

/// Amounts at equilibrium when all bonds are worth the same, K = 1. Each way to tell apart the
/// sites of a species' molecules then weighs the same, and an automorphism makes two of them one:
///
///     x_s = prod_{m in s} |Aut(m)| / |Aut(s)|
std::vector<double> equilibrium(const ModelText& text, const Network& network)
{
  ModelText seeds{text.types, "", ""};
  for (const NetworkSpecies& species : network.species) seeds.seeds += species.name + " 1\n";
  const model::Model model = parse(seeds);
  const MoleculeKinds kinds(model.molecule_types);
  std::vector<double> amounts;
  for (const model::SeedSpecies& seed : model.seeds) {
    double amount = 1.0 / num_automorphisms(seed.pattern, kinds);
    for (model::MoleculePattern molecule : seed.pattern.molecules) {
      // States are of the molecule, but which site holds which is a choice.
      for (model::ComponentPattern& site : molecule.components) {
        site.bond = model::BondRule::unbound;
        site.state = -1;
      }
      amount *= num_automorphisms({{molecule}}, kinds);
    }
    amounts.push_back(amount);
  }
  return amounts;
}

/// Every reversible reaction runs as fast forth as back at that equilibrium, if both rates are 1.
void expect_detailed_balance(const ModelText& text)
{
  const Network network = expand_text(text);
  const std::vector<double> amounts = equilibrium(text, network);
  std::map<std::pair<std::vector<SpeciesIndex>, std::vector<SpeciesIndex>>, double> flux;
  for (const Reaction& r : network.reactions) {
    double rate = r.factor;
    for (const SpeciesIndex s : r.reactants) rate *= amounts[s];
    flux[{r.reactants, r.products}] += rate;
  }
  EXPECT_FALSE(flux.empty());
  for (const auto& [sides, forth] : flux) {
    const auto back = flux.find({sides.second, sides.first});
    ASSERT_NE(back, flux.end());
    EXPECT_NEAR(forth, back->second, 1e-12 * forth)
        << testing::PrintToString(names_of(network, sides.first)) << " <-> "
        << testing::PrintToString(names_of(network, sides.second));
  }
}

TEST(DetailedBalance, OfAHomodimer)
{
  expect_detailed_balance({"A(b)", "A(b) 1", "A(b)+A(b)<->A(b!1).A(b!1) k,k"});
}

TEST(DetailedBalance, OfSymmetricSites)
{
  expect_detailed_balance(
      {"A(x,x,x)\nB(y)", "A(x,x,x) 1\nB(y) 1", "A(x)+B(y)<->A(x!1).B(y!1) k,k"});
}

TEST(DetailedBalance, OfStatesOfSymmetricSites)
{
  expect_detailed_balance({"A(x~u~p,x~u~p,x~u~p)", "A(x~u,x~u,x~u) 1", "A(x~u)<->A(x~p) k,k"});
}

TEST(DetailedBalance, OfDimersWithLigandsAndStates)
{
  expect_detailed_balance({"A(b,x,x,s~u~p)\nB(y)", "A(b,x,x,s~u) 1\nB(y) 1",
                           "A(b)+A(b)<->A(b!1).A(b!1) k,k\nA(x)+B(y)<->A(x!1).B(y!1) k,k\n"
                           "A(s~u)<->A(s~p) k,k"});
}

TEST(DetailedBalance, OfARingThatOpens)
{
  expect_detailed_balance(
      {"A(l,r,s~u~p)", "A(l!1,r!2,s~u).A(l!2,r!3,s~u).A(l!3,r!1,s~u) 1",
       "A(l!1,r!2).A(l!2,r!3).A(l!3,r!1) <-> A(l,r!2).A(l!2,r!3).A(l!3,r) k,k\n"
       "A(s~u)<->A(s~p) k,k"});
}

TEST(DetailedBalance, OfAPairBoundTwice)
{
  expect_detailed_balance({"A(x,x)", "A(x,x) 1",
                           "A(x,x)+A(x,x) <-> A(x!1,x).A(x!1,x) k,k\n"
                           "A(x!1,x).A(x!1,x) <-> A(x!1,x!2).A(x!1,x!2) k,k"});
}

TEST(DetailedBalance, OfAnExchangeInACrossedPair)
{
  expect_detailed_balance({"A(p,q)\nB(z,z)", "A(p,q) 1\nB(z,z) 1",
                           "A(p)+B(z)<->A(p!1).B(z!1) k,k\nA(p!1,q).B(z!1,z) <-> "
                           "A(p!1,q!2).B(z!1,z!2) k,k"});
}

}  // namespace
}  // namespace rascade::network
