// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "rascade/base/index.hpp"
#include "rascade/model/model.hpp"

namespace rascade::network {

using SpeciesIndex = Index<struct SpeciesTag>;
using ReactionIndex = Index<struct ReactionTag>;
using RateLawIndex = Index<struct RateLawTag>;

struct NetworkSpecies {
  std::string name;             // canonical BNGL text, e.g. "RAF(d!1),RAF(d!1)" written with dots
  model::Expression amount;     // molecules at the start, of parameters only; zero if not a seed
  bool fixed = false;           // amount never changes
  std::int32_t compartment = model::nowhere;  // into Network::compartments
};

inline constexpr std::int32_t no_scale = -1;

/// rate = factor * scale * law(t, parameters, observables, functions) * product of the reactants'
/// amounts (elementary laws; model::RateLaw says what the others do with the amounts).
/// `factor` holds the statistical factor: 0.5 for A + A (unordered pairs), the number of equivalent
/// ways the rule applies otherwise.
struct Reaction {
  // Ascending, but in the rule's order for laws that are not elementary; a species consumed twice
  // is listed twice.
  std::vector<SpeciesIndex> reactants;
  std::vector<SpeciesIndex> products;   // ascending
  RateLawIndex law;
  double factor = 1.0;
  std::int32_t scale = no_scale;        // into Network::scales
  model::RuleIndex rule;                // the rule it came from
};

struct NetworkObservable {
  std::string name;
  std::vector<std::pair<SpeciesIndex, double>> weights;  // ascending species
};

/// Species and reactions, still with symbolic parameters: one network serves every parameter draw.
struct Network {
  std::vector<model::Parameter> parameters;    // in order of evaluation
  std::vector<NetworkSpecies> species;         // seeds first, then in order of discovery
  std::vector<Reaction> reactions;             // in order of discovery
  std::vector<model::RateLaw> rate_laws;       // distinct ones; none is of kind arrhenius
  std::vector<model::Expression> scales;       // of reactions: 1/V and the like, of parameters only
  std::vector<NetworkObservable> observables;
  std::vector<model::Function> functions;      // in order of evaluation
  std::vector<model::Table> tables;
  std::vector<model::Compartment> compartments;
  std::vector<std::string> rule_names;
};

}  // namespace rascade::network
