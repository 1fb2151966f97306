// SPDX-License-Identifier: MIT
#include "rascade/graph/labelled_graph.hpp"

#include <algorithm>
#include <tuple>

namespace rascade::graph {

std::vector<PlacedEdge> placed_edges(const LabelledGraph& graph,
                                     std::span<const std::uint32_t> place)
{
  std::vector<PlacedEdge> placed;
  placed.reserve(graph.edges.size());
  for (const LabelledGraph::Edge& edge : graph.edges) {
    PlacedEdge p{place[edge.a], edge.label_a, place[edge.b], edge.label_b};
    if (std::tie(p.high, p.label_high) < std::tie(p.low, p.label_low)) {
      std::swap(p.low, p.high);
      std::swap(p.label_low, p.label_high);
    }
    placed.push_back(p);
  }
  std::sort(placed.begin(), placed.end());
  return placed;
}

}  // namespace rascade::graph
