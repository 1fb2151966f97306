// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rascade::graph {

/// An undirected graph: a colour on each node, a label on each end of each edge. Loops and parallel
/// edges are allowed. Colours and labels mean what the caller wants.
struct LabelledGraph {
  struct Edge {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint64_t label_a = 0;  // at the end of a
    std::uint64_t label_b = 0;
  };

  std::vector<std::uint32_t> colour;  // [n_nodes]
  std::vector<Edge> edges;

  [[nodiscard]] std::size_t num_nodes() const { return colour.size(); }
};

/// An edge with its nodes replaced by their places in some order, the lesser end first.
struct PlacedEdge {
  std::uint32_t low = 0;
  std::uint64_t label_low = 0;
  std::uint32_t high = 0;
  std::uint64_t label_high = 0;

  friend auto operator<=>(const PlacedEdge&, const PlacedEdge&) = default;
};

/// The edges as seen when node v stands at place[v], in ascending order.
///
/// @param place  [n_nodes], a permutation
[[nodiscard]] std::vector<PlacedEdge> placed_edges(const LabelledGraph& graph,
                                                   std::span<const std::uint32_t> place);

}  // namespace rascade::graph
