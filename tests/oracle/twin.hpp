// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <tuple>
#include <vector>

#include "rascade/graph/match.hpp"
#include "rascade/graph/site_graph.hpp"
#include "rascade/model/model.hpp"

/// What the rule compiler does, slowly and straight from the definitions, to judge it by. Shares
/// nothing with it but the structures it reads.
namespace rascade::twin {

using graph::Embedding;
using graph::SiteGraph;
using graph::SitePattern;

/// Every choice of different molecules and, in them, different sites that is as the pattern says.
[[nodiscard]] std::vector<Embedding> embeddings(const SitePattern& pattern, const SiteGraph& graph);

/// A pattern that demands every bond, free site and state the graph has.
[[nodiscard]] SitePattern exactly(const SiteGraph& graph);

/// Is there any renumbering of molecules and sites that turns one into the other?
[[nodiscard]] bool is_isomorphic(const SiteGraph& a, const SiteGraph& b);

[[nodiscard]] SitePattern to_pattern(const model::Pattern& pattern, const model::Model& model);
/// @pre every site is listed
[[nodiscard]] SiteGraph to_graph(const model::Pattern& species, const model::Model& model);

/// The least molecule that bonds lead to from each. [n_molecules]
[[nodiscard]] std::vector<std::size_t> part_numbers(const SiteGraph& graph);

/// The molecules of one part number, a graph of their own.
[[nodiscard]] SiteGraph cut_out(const SiteGraph& graph, const std::vector<std::size_t>& part,
                                std::size_t number);

/// Something a rule can do in a box of labelled molecules.
struct Event {
  std::vector<std::size_t> complexes;  // used up, ascending; numbers of connected parts of the box
  std::vector<SiteGraph> products;
  double weight = 1.0;
};

/// All different events: two are the same if they give the parts of the reaction centre (the sites
/// that change, the molecules or species that go) and the choice of complexes to the same labelled
/// things, perhaps after a symmetry of the rule.
///
/// Rules that match once (all reactants then must) take one event for each choice of complexes, and
/// as BioNetGen does, still divide it by the ways in which the rule's symmetry shows it.
[[nodiscard]] std::vector<Event> events_in_box(const model::Rule& rule, const model::Model& model,
                                               const std::vector<SiteGraph>& complexes);

/// The number of symmetries of a rule: permutations of its molecules and sites that change neither
/// how it looks before nor after.
[[nodiscard]] std::size_t count_symmetries(const model::Rule& rule, const model::Model& model);

/// Rule, reactants and products, the latter two ascending.
using ReactionKey = std::tuple<std::size_t, std::vector<std::size_t>, std::vector<std::size_t>>;

struct Network {
  std::vector<SiteGraph> species;
  std::map<ReactionKey, double> factors;
  bool is_clear = true;  // false: which match a rule that matches once takes makes a difference
};

/// Position of the species, appended if it is new.
std::size_t find_or_add(std::vector<SiteGraph>& species, const SiteGraph& graph);

/// Applies every rule to every choice of species until nothing new comes out. The factor of a
/// reaction is the number of events in a box of just its reactants, over the number of ways to
/// choose them that n (n-1) … counts instead of 1.
///
/// @param max_molecules  events that make larger species are left out
[[nodiscard]] Network expand(const model::Model& model, std::size_t max_molecules);

}  // namespace rascade::twin
