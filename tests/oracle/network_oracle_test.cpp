// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>

#include "oracle/compare.hpp"
#include "oracle/random_model.hpp"
#include "rascade/network/expand.hpp"

namespace rascade::oracle {
namespace {

network::ExpansionOptions options(std::size_t max_molecules)
{
  network::ExpansionOptions result;
  result.limits.max_molecules = max_molecules;
  result.limits.max_species = 60;
  return result;
}

TEST(Oracle, NetworksAreTheTwins)
{
  std::size_t num_done = 0;
  std::size_t num_reactions = 0;
  for (std::uint64_t seed = 0; seed < 700; ++seed) {
    Dice dice(1000 + seed);
    const model::Model model = random_model(dice);
    const std::size_t max_molecules = 3 + dice(2);
    const auto fast = network::expand(model, options(max_molecules));
    if (!fast || fast->reactions.size() > 400) continue;
    const twin::Network slow = twin::expand(model, max_molecules);
    if (!slow.is_clear) continue;
    ++num_done;
    num_reactions += fast->reactions.size();
    const std::string text = differences(*fast, slow, model);
    EXPECT_TRUE(text.empty()) << text << "seed " << seed << "\n" << print(model);
  }
  EXPECT_GT(num_done, 450U);
  EXPECT_GT(num_reactions, 3500U);
}

/// n (n-1) … of what a reaction takes.
double ways_to_take(const std::vector<network::SpeciesIndex>& reactants, double copies)
{
  double product = 1.0;
  for (std::size_t i = 0; i < reactants.size(); ++i) {
    const auto earlier = std::count(
        reactants.begin(), reactants.begin() + static_cast<std::ptrdiff_t>(i), reactants[i]);
    product *= copies - static_cast<double>(earlier);
  }
  return product;
}

TEST(Oracle, FactorsTimesAmountsCountTheEventsInABoxOfLabelledMolecules)
{
  constexpr std::size_t copies = 3;
  std::size_t num_events = 0;
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    Dice dice(80000 + seed);
    ModelShape shape;
    shape.has_keywords = false;
    const model::Model model = random_model(dice, shape);
    const auto network = network::expand(model, options(3));
    if (!network || network->species.size() > 4) continue;
    std::vector<graph::SiteGraph> box;
    for (const graph::SiteGraph& s : species_of(*network, model)) box.insert(box.end(), copies, s);
    for (std::size_t r = 0; r < model.rules.size(); ++r) {
      double expected = 0.0;
      for (const twin::Event& event : twin::events_in_box(model.rules[r], model, box)) {
        const bool is_small = std::all_of(event.products.begin(), event.products.end(),
                                          [](const auto& p) { return p.molecules.size() <= 3; });
        std::vector<graph::SiteGraph> rest;  // it changes something if a product is none of them
        for (const std::size_t c : event.complexes) rest.push_back(box[c]);
        for (const graph::SiteGraph& product : event.products) {
          const auto same = std::find_if(rest.begin(), rest.end(), [&product](const auto& s) {
            return twin::is_isomorphic(s, product);
          });
          if (same != rest.end()) rest.erase(same);
        }
        const bool is_change = !rest.empty() || event.products.size() > event.complexes.size();
        if (is_small && is_change) expected += 1.0;
      }
      double found = 0.0;
      for (const network::Reaction& reaction : network->reactions) {
        if (reaction.rule != model::RuleIndex(r)) continue;
        found += reaction.factor * ways_to_take(reaction.reactants, copies);
      }
      ASSERT_NEAR(found, expected, 1e-9) << "seed " << seed << " rule " << r << "\n"
                                         << print(model);
      num_events += static_cast<std::size_t>(expected);
    }
  }
  EXPECT_GT(num_events, 1000U);
}

}  // namespace
}  // namespace rascade::oracle
