// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "rascade/graph/site_graph.hpp"

namespace rascade::graph {

/// What to look for in a SiteGraph: molecules with some of their sites, laid out as there. A
/// molecule without a place may be anywhere.
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
  /// Working memory of a search, kept from one to the next; one for each thread.
  struct Scratch {
    std::vector<std::uint32_t> image;  // as a row
    std::vector<std::uint8_t> molecule_taken, site_taken;
  };

  explicit Matcher(SitePattern pattern);

  /// Every embedding, in a fixed order. Parts of the pattern that no bond connects may lie anywhere
  /// in the graph, apart from each other.
  [[nodiscard]] std::vector<Embedding> embeddings(const SiteGraph& graph) const;

  /// The same as rows of `row_size()` numbers, appended to `rows`: first the graph's molecules, then
  /// its sites. Returns how many; stops at `most`.
  std::size_t find(const SiteGraph& graph, Scratch& scratch, std::vector<std::uint32_t>& rows,
                   std::size_t most = std::numeric_limits<std::size_t>::max()) const;

  /// As `find`, with one of the pattern's molecules on a certain one of the graph's.
  std::size_t find_at(const SiteGraph& graph, std::uint32_t pattern_molecule, std::uint32_t molecule,
                      Scratch& scratch, std::vector<std::uint32_t>& rows) const;

  [[nodiscard]] std::size_t row_size() const
  {
    return pattern_.molecules.size() + pattern_.sites.size();
  }
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
  std::vector<std::pair<std::uint32_t, std::uint32_t>> needed_;  // molecules of each type
};

}  // namespace rascade::graph
