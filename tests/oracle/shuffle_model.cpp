// SPDX-License-Identifier: MIT
#include <numeric>
#include <string>

#include "oracle/random_model.hpp"

namespace rascade::oracle {
namespace {

using model::ComponentPattern;
using model::MoleculePattern;
using model::Pattern;

bool has_same_sites(const MoleculePattern& a, const MoleculePattern& b)
{
  if (a.components.size() != b.components.size()) return false;
  for (std::size_t s = 0; s < a.components.size(); ++s) {
    if (a.components[s].component != b.components[s].component) return false;
  }
  return a.type == b.type;
}

/// Names what is the same on both sides when molecules are taken in the order written.
void add_tags(model::Rule& rule)
{
  int next = 0;
  for (Pattern& product : rule.products) {
    for (MoleculePattern& after : product.molecules) {
      MoleculePattern* same = nullptr;
      for (Pattern& reactant : rule.reactants) {
        for (MoleculePattern& before : reactant.molecules) {
          if (same == nullptr && before.tag.empty() && has_same_sites(before, after))
            same = &before;
        }
      }
      if (same == nullptr) continue;
      after.tag = same->tag = "m" + std::to_string(next++);
      for (std::size_t s = 0; s < after.components.size(); ++s) {
        after.components[s].tag = same->components[s].tag = "s" + std::to_string(s);
      }
    }
  }
}

/// new_place[old place], at random.
std::vector<std::uint32_t> permutation(std::size_t size, Dice& dice)
{
  std::vector<std::uint32_t> places(size);
  std::iota(places.begin(), places.end(), 0U);
  dice.shuffle(places);
  return places;
}

/// New places of types, and of the sites in each (by old type).
struct Places {
  std::vector<std::uint32_t> types;
  std::vector<std::vector<std::uint32_t>> sites;
};

void shuffle_pattern(Pattern& pattern, const Places& places, Dice& dice)
{
  for (MoleculePattern& molecule : pattern.molecules) {
    for (ComponentPattern& site : molecule.components) {
      site.component = places.sites[molecule.type][site.component];
    }
    molecule.type = model::MoleculeTypeIndex(places.types[molecule.type]);
    dice.shuffle(molecule.components);
  }
  dice.shuffle(pattern.molecules);
}

}  // namespace

model::Model shuffled(const model::Model& model, Dice& dice)
{
  model::Model result = model;
  Places places{permutation(model.molecule_types.size(), dice), {}};
  for (std::size_t t = 0; t < model.molecule_types.size(); ++t) {
    const std::vector<model::ComponentType>& sites = model.molecule_types[t].components;
    places.sites.push_back(permutation(sites.size(), dice));
    model::MoleculeType& type = result.molecule_types[places.types[t]];
    type = model.molecule_types[t];
    for (std::size_t s = 0; s < sites.size(); ++s) type.components[places.sites[t][s]] = sites[s];
  }
  for (model::SeedSpecies& seed : result.seeds) shuffle_pattern(seed.pattern, places, dice);
  for (model::Rule& rule : result.rules) {
    add_tags(rule);
    for (std::vector<Pattern>* side : {&rule.reactants, &rule.products}) {
      for (Pattern& pattern : *side) shuffle_pattern(pattern, places, dice);
      dice.shuffle(*side);
    }
  }
  dice.shuffle(result.seeds);
  dice.shuffle(result.rules);
  return result;
}

}  // namespace rascade::oracle
