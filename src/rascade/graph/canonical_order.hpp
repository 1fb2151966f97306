// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "rascade/graph/labelled_graph.hpp"

namespace rascade::graph {

struct CanonicalOrder {
  std::vector<std::uint32_t> place;  // [n_nodes], where each node stands; colours ascend
  double num_automorphisms = 1.0;    // exact up to 2^53
};

/// An order of the nodes that depends on the graph's structure only: two graphs are isomorphic
/// (colours and labels included) if and only if, each in its canonical order, they have the same
/// sequence of colours and the same placed edges.
///
/// Individualisation and refinement [McKay2014]: nodes are told apart by what surrounds them; where
/// that leaves a choice, every choice not related to an earlier one by a symmetry is tried, and the
/// one with the least placed edges wins. An automorphism is a permutation of the nodes that
/// preserves colours, edges and labels; their number is the product of the orbits met on the way.
[[nodiscard]] CanonicalOrder canonical_order(const LabelledGraph& graph);

}  // namespace rascade::graph
