// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "rascade/graph/site_graph.hpp"

namespace rascade::graph {

/// What to look for in a SiteGraph: molecules with some of their sites, laid out as there.
struct SitePattern {
  enum class Link : std::uint8_t { unbound, bound, any_bond, either };

  struct Site {
    std::uint32_t kind = 0;
    std::int32_t state = -1;  // -1: any
    Link link = Link::unbound;
    std::uint32_t molecule = 0;                  // into `molecules`
    std::uint32_t partner = SiteGraph::unbound;  // into `sites`; of Link::bound only
  };

  std::vector<SiteGraph::Molecule> molecules;
  std::vector<Site> sites;
};

/// Where a pattern lies in a graph: different molecules in different ones, likewise sites.
struct Embedding {
  std::vector<std::uint32_t> molecules;  // [pattern's molecules], into the graph's
  std::vector<std::uint32_t> sites;      // [pattern's sites], into the graph's
};

/// Finds a pattern in many graphs. Immutable.
class Matcher {
 public:
  explicit Matcher(SitePattern pattern);

  /// Every embedding, in a fixed order. Parts of the pattern that no bond connects may lie anywhere
  /// in the graph, apart from each other.
  [[nodiscard]] std::vector<Embedding> embeddings(const SiteGraph& graph) const;

  [[nodiscard]] const SitePattern& pattern() const { return pattern_; }

 private:
  /// A molecule to be placed, at the far end of a bond of a site placed before if there is one.
  struct Step {
    std::uint32_t molecule;
    std::uint32_t from_site;  // SiteGraph::unbound: anywhere
  };
  class Run;

  SitePattern pattern_;
  std::vector<Step> steps_;
};

}  // namespace rascade::graph
