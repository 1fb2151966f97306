// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "rascade/graph/isomorphism.hpp"
#include "rascade/graph/site_graph.hpp"
#include "rascade/network/index_table.hpp"
#include "rascade/network/network.hpp"

namespace rascade::network {

/// Species in order of discovery, each once. References to graphs hold until the next addition.
class SpeciesTable {
 public:
  /// The species isomorphic to the graph, if it is known. Threads may ask at once, each with its own
  /// `test`, while nobody adds.
  [[nodiscard]] std::optional<SpeciesIndex> find(const graph::SiteGraph& graph,
                                                 const graph::Fingerprint& print,
                                                 graph::IsomorphismTest& test) const;

  /// The species isomorphic to the graph; added if there is none yet.
  SpeciesIndex add(const graph::SiteGraph& graph);
  SpeciesIndex add(const graph::SiteGraph& graph, const graph::Fingerprint& print);

  [[nodiscard]] std::size_t size() const { return graphs_.size(); }
  [[nodiscard]] std::size_t num_bytes() const { return num_bytes_ + index_.num_bytes(); }

  /// In canonical form.
  [[nodiscard]] const graph::SiteGraph& operator[](SpeciesIndex i) const { return graphs_[i]; }

 private:
  std::vector<graph::SiteGraph> graphs_;
  std::vector<std::vector<std::uint64_t>> colours_;  // [n_species][n_molecules]
  IndexTable index_;
  std::size_t num_bytes_ = 0;
  graph::IsomorphismTest test_;
  graph::Fingerprint print_;
};

}  // namespace rascade::network
