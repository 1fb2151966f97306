// SPDX-License-Identifier: MIT
#include "oracle/compare.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "rascade/language/parse_model.hpp"
#include "rascade/language/print_model.hpp"

namespace rascade::oracle {
namespace {

using network::Network;
using network::SpeciesIndex;

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

std::size_t position_of(const std::string& rule, const model::Model& model)
{
  std::size_t r = 0;
  while (model.rules[r].name != rule) ++r;
  return r;
}

/// @param number  [n_species], what to call each
std::map<twin::ReactionKey, double> factors_of(const Network& network, const model::Model& model,
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
    const std::size_t rule = position_of(network.rule_names[r.rule], model);
    factors[{rule, renumber(r.reactants), renumber(r.products)}] += r.factor;
  }
  return factors;
}

}  // namespace

std::vector<graph::SiteGraph> species_of(const Network& network, const model::Model& model)
{
  model::Model types;
  types.molecule_types = model.molecule_types;
  std::string text = language::print_model(types);
  text.erase(text.rfind("end model"));
  text += "begin seed species\n";
  for (const network::NetworkSpecies& s : network.species) text += s.name + " 1\n";
  const auto parsed = language::parse_model(text + "end seed species\nend model\n", "species");
  if (!parsed) throw std::runtime_error(to_string(parsed.diagnostics()));
  std::vector<graph::SiteGraph> species;
  for (const model::SeedSpecies& seed : parsed->seeds) {
    species.push_back(twin::to_graph(seed.pattern, *parsed));
  }
  return species;
}

twin::Network as_twin(const Network& network, const model::Model& model)
{
  std::vector<std::size_t> number(network.species.size());
  for (std::size_t s = 0; s < number.size(); ++s) number[s] = s;
  return {species_of(network, model), factors_of(network, model, number)};
}

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
  std::map<twin::ReactionKey, double> rest = factors_of(fast, model, number);
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

}  // namespace rascade::oracle
