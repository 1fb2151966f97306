// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "rascade/graph/match.hpp"
#include "rascade/graph/site_graph.hpp"
#include "rascade/model/model.hpp"
#include "rascade/network/pattern_graph.hpp"

namespace rascade::network {

/// What a rule does. Slots count its molecules (or sites): those of the reactant patterns as
/// written, one pattern after the other, then those it makes, sites in the order of their type.
struct Transformation {
  struct StateChange {
    std::uint32_t site;  // slot
    std::int32_t state;
  };
  struct Move {
    std::uint32_t molecule;     // slot
    std::int32_t compartment;
    bool takes_along = false;   // what is bound to it in its compartment and not in the pattern
  };
  struct SpeciesMove {
    std::uint32_t reactant;     // position
    std::int32_t from, to;
  };
  std::vector<StateChange> states;
  std::vector<std::uint32_t> cuts;  // site slots, one end of each bond
  std::vector<std::pair<std::uint32_t, std::uint32_t>> joins;  // site slots
  std::vector<std::uint32_t> removed_molecules;                // molecule slots
  std::vector<std::uint32_t> removed_species;                  // positions of reactants
  graph::SiteGraph made;                                       // all sites free
  std::vector<Move> moves;
  std::vector<SpeciesMove> species_moves;
  std::vector<std::int32_t> product_of;  // [molecule slots], product pattern; -1: removed
  std::size_t num_products = 0;
  std::vector<std::int32_t> product_places;  // [n_products], demanded compartment or nowhere
  bool may_split = false;  // species beyond the product patterns may come out
};

/// The parts of one reactant pattern that the rule acts on, as positions in its Embedding. Two
/// matches that agree here are one and the same event.
struct Centre {
  std::vector<std::uint32_t> sites;
  std::vector<std::uint32_t> molecules;
  bool is_whole_species = false;

  [[nodiscard]] bool is_empty() const
  {
    return sites.empty() && molecules.empty() && !is_whole_species;
  }
};

/// What a tag of the rule names: a reactant, and a molecule of its pattern unless the whole species.
struct TagTarget {
  std::uint32_t reactant = 0;
  std::int32_t molecule = -1;  // position in the pattern
};

struct CompiledRule {
  std::vector<graph::Matcher> reactants;
  std::vector<Centre> centres;  // [n_reactants]
  std::map<std::string, TagTarget> tags;
  Transformation change;
  double weight = 1.0;  // of one event: below 1 if the rule's symmetry finds each more than once
};

/// Molecules of one tag correspond, then those of one type with the same sites in the order written;
/// others are removed or made.
[[nodiscard]] CompiledRule compile_rule(const model::Rule& rule, const MoleculeKinds& kinds);

}  // namespace rascade::network
