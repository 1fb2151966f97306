// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <unordered_map>
#include <vector>

#include "rascade/graph/site_graph.hpp"
#include "rascade/network/network.hpp"

namespace rascade::network {

/// Species in order of discovery, each once. References to graphs hold until the next addition.
class SpeciesTable {
 public:
  /// The species isomorphic to the graph; added if there is none yet.
  SpeciesIndex add(const graph::SiteGraph& graph);

  [[nodiscard]] std::size_t size() const { return graphs_.size(); }

  /// In canonical form.
  [[nodiscard]] const graph::SiteGraph& operator[](SpeciesIndex i) const { return graphs_[i]; }

 private:
  std::vector<graph::SiteGraph> graphs_;
  std::unordered_map<std::size_t, std::vector<SpeciesIndex>> by_hash_;
};

}  // namespace rascade::network
