// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "oracle/compare.hpp"
#include "oracle/random_model.hpp"
#include "rascade/language/parse_model.hpp"
#include "rascade/language/print_model.hpp"
#include "rascade/network/expand.hpp"
#include "rascade/network/print_net.hpp"

namespace rascade::oracle {
namespace {

using network::Network;

network::ExpansionOptions options()
{
  network::ExpansionOptions result;
  result.limits.max_molecules = 3;
  result.limits.max_species = 80;
  return result;
}

/// Which match is taken once may depend on the order; so none is.
model::Model model_without_once(Dice& dice, const ModelShape& shape = {})
{
  model::Model model = random_model(dice, shape);
  for (model::Rule& rule : model.rules) {
    for (model::Pattern& pattern : rule.reactants) pattern.match_once = false;
  }
  return model;
}

std::map<std::uint32_t, int> count_types(const std::vector<network::SpeciesIndex>& side,
                                         const std::vector<graph::SiteGraph>& species)
{
  std::map<std::uint32_t, int> count;
  for (const network::SpeciesIndex s : side) {
    for (const graph::SiteGraph::Molecule& m : species[s].molecules) ++count[m.type];
  }
  return count;
}

TEST(Oracle, MoleculesAreConserved)
{
  std::size_t num_reactions = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    Dice dice(20000 + seed);
    ModelShape shape;
    shape.may_make = false;
    const model::Model model = random_model(dice, shape);
    const auto network = network::expand(model, options());
    if (!network) continue;
    const std::vector<graph::SiteGraph> species = species_of(*network, model);
    for (const network::Reaction& r : network->reactions) {
      ASSERT_EQ(count_types(r.reactants, species), count_types(r.products, species))
          << "seed " << seed;
      ++num_reactions;
    }
  }
  EXPECT_GT(num_reactions, 2000U);
}

TEST(Oracle, TheOrderOfTheTextDoesNotMatter)
{
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    Dice dice(30000 + seed);
    const model::Model model = model_without_once(dice);
    const model::Model other = shuffled(model, dice);
    const auto one = network::expand(model, options());
    const auto two = network::expand(other, options());
    if (!one || !two) continue;
    const std::string text = differences(*two, as_twin(*one, model), model);
    ASSERT_TRUE(text.empty()) << text << "seed " << seed << "\n" << print(model) << print(other);
  }
}

TEST(Oracle, SeedsCanBeAddedInAnyOrder)
{
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    Dice dice(40000 + seed);
    const model::Model model = model_without_once(dice);
    const auto whole = network::expand(model, options());
    if (!whole) continue;
    std::vector<std::size_t> order(model.seeds.size());
    for (std::size_t s = 0; s < order.size(); ++s) order[s] = s;
    dice.shuffle(order);
    network::Expansion expansion(model, options());
    while (!order.empty()) {
      const std::size_t n = 1 + dice(order.size());
      ASSERT_TRUE(expansion.extend(std::span(order).last(n)).empty());
      order.resize(order.size() - n);
    }
    const Network grown = std::move(expansion).network();
    const std::string text = differences(grown, as_twin(*whole, model), model);
    ASSERT_TRUE(text.empty()) << text << "seed " << seed << "\n" << print(model);
    double sum = 0.0;
    for (const network::NetworkSpecies& s : grown.species) sum += s.amount.number;
    double expected = 0.0;
    for (const network::NetworkSpecies& s : whole->species) expected += s.amount.number;
    ASSERT_EQ(sum, expected);
  }
}

TEST(Oracle, WhatIsPrintedReadsBackTheSame)
{
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    Dice dice(50000 + seed);
    const model::Model model = model_without_once(dice);
    const std::string text = language::print_model(model);
    const auto again = language::parse_model(text, "printed");
    ASSERT_TRUE(again) << to_string(again.diagnostics()) << text;
    ASSERT_EQ(language::print_model(*again), text);
    const auto one = network::expand(model, options());
    const auto two = network::expand(*again, options());
    ASSERT_EQ(static_cast<bool>(one), static_cast<bool>(two));
    if (!one) continue;
    ASSERT_EQ(network::print_net(*one), network::print_net(*two)) << text;
  }
}

TEST(Oracle, TheNumberOfThreadsDoesNotMatter)
{
  std::size_t largest = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    Dice dice(60000 + seed);
    ModelShape shape;
    shape.may_make = false;
    const model::Model model = model_without_once(dice, shape);
    network::ExpansionOptions choice;
    choice.limits.max_molecules = 4;
    choice.limits.max_species = 400;
    const auto one = network::expand(model, choice);
    choice.threads = 3;
    const auto three = network::expand(model, choice);
    ASSERT_EQ(static_cast<bool>(one), static_cast<bool>(three));
    if (!one) continue;
    ASSERT_EQ(network::print_net(*one), network::print_net(*three)) << "seed " << seed;
    largest = std::max(largest, one->reactions.size());
  }
  EXPECT_GT(largest, 500U);
}

}  // namespace
}  // namespace rascade::oracle
