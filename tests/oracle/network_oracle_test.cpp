// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <optional>

#include "oracle/random_model.hpp"
#include "oracle/twin.hpp"
#include "rascade/language/parse_model.hpp"
#include "rascade/language/print_model.hpp"
#include "rascade/network/expand.hpp"
#include "rascade/network/print_net.hpp"

namespace rascade::oracle {
namespace {

using network::Network;
using network::SpeciesIndex;

network::ExpansionOptions options(std::size_t max_molecules)
{
  network::ExpansionOptions result;
  result.limits.max_molecules = max_molecules;
  result.limits.max_species = 60;
  return result;
}

/// The engine's species as graphs, read back from their names.
std::vector<graph::SiteGraph> species_of(const Network& network, const model::Model& model)
{
  model::Model types;
  types.molecule_types = model.molecule_types;
  std::string text = language::print_model(types);
  text.erase(text.rfind("end model"));
  text += "begin seed species\n";
  for (const network::NetworkSpecies& s : network.species) text += s.name + " 1\n";
  const auto parsed = language::parse_model(text + "end seed species\nend model\n", "species");
  EXPECT_TRUE(parsed) << to_string(parsed.diagnostics());
  std::vector<graph::SiteGraph> species;
  for (const model::SeedSpecies& seed : parsed->seeds) {
    species.push_back(twin::to_graph(seed.pattern, *parsed));
  }
  return species;
}

std::string text_of(const twin::ReactionKey& key, double factor,
                    const std::vector<std::string>& names)
{
  const auto& [rule, reactants, products] = key;
  std::string text = "rule " + std::to_string(rule) + ":";
  for (const std::size_t s : reactants) text += " " + names[s];
  text += " ->";
  for (const std::size_t s : products) text += " " + names[s];
  return text + " x " + std::to_string(factor) + "\n";
}

/// Reactions with the twin's numbers of species.
std::map<twin::ReactionKey, double> factors_of(const Network& network,
                                               const std::vector<std::size_t>& number)
{
  std::map<twin::ReactionKey, double> factors;
  const auto renumber = [&](const std::vector<SpeciesIndex>& side) {
    std::vector<std::size_t> result;
    for (const SpeciesIndex s : side) result.push_back(number[s]);
    std::sort(result.begin(), result.end());
    return result;
  };
  for (const network::Reaction& r : network.reactions) {
    factors[{r.rule.value, renumber(r.reactants), renumber(r.products)}] += r.factor;
  }
  return factors;
}

/// What is in one network and not, or not so, in the other; empty if they are the same.
std::string differences(const Network& fast, const twin::Network& slow, const model::Model& model)
{
  const std::vector<graph::SiteGraph> species = species_of(fast, model);
  std::vector<graph::SiteGraph> all = slow.species;
  std::vector<std::size_t> number;
  for (const graph::SiteGraph& s : species) number.push_back(twin::find_or_add(all, s));
  std::vector<std::string> names(all.size(), "(missing)");
  for (std::size_t s = 0; s < number.size(); ++s) names[number[s]] = fast.species[s].name;
  std::string text;
  if (all.size() != slow.species.size()) text += "species that the twin has not\n";
  if (species.size() != all.size()) text += "species missing or twice\n";
  std::map<twin::ReactionKey, double> rest = factors_of(fast, number);
  for (const auto& [key, factor] : slow.factors) {
    const auto there = rest.find(key);
    const double found = there == rest.end() ? 0.0 : there->second;
    if (std::abs(found - factor) > 1e-12 * factor) {
      text += "twin " + text_of(key, factor, names) + "  not x " + std::to_string(found) + "\n";
    }
    if (there != rest.end()) rest.erase(there);
  }
  for (const auto& [key, factor] : rest) text += "engine only: " + text_of(key, factor, names);
  return text;
}

std::string print(const model::Model& model)
{
  std::string text = language::print_model(model);
  for (const model::Rule& rule : model.rules) {
    if (!rule.reactants.empty() && rule.reactants[0].match_once) text += rule.name + " MatchOnce\n";
  }
  return text;
}

TEST(Oracle, NetworksAreTheTwins)
{
  std::size_t num_done = 0;
  std::size_t num_reactions = 0;
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
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
  EXPECT_GT(num_done, 1000U);
  EXPECT_GT(num_reactions, 10000U);
}

}  // namespace
}  // namespace rascade::oracle
