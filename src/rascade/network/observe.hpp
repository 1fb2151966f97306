// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "rascade/graph/match.hpp"
#include "rascade/model/model.hpp"
#include "rascade/network/pattern_graph.hpp"

namespace rascade::network {

/// Counts one observable in species.
class Observer {
 public:
  Observer(const model::Observable& observable, const model::Options& options,
           const MoleculeKinds& kinds);

  /// What one molecule of the species adds to the observable. `place`: the species' compartment.
  [[nodiscard]] double weight(const graph::SiteGraph& species, std::int32_t place,
                              graph::Matcher::Scratch& scratch,
                              std::vector<std::uint32_t>& rows) const;

  /// The matches that lay the patterns' first molecule on this one.
  [[nodiscard]] double weight_at(const graph::SiteGraph& species, std::uint32_t molecule,
                                 graph::Matcher::Scratch& scratch,
                                 std::vector<std::uint32_t>& rows) const;

 private:
  struct Item {
    graph::Matcher matcher;
    std::int32_t place;  // demanded of the species, or nowhere
    std::optional<model::Quantifier> quantifier;
    bool match_once;
    double of_match;     // what one match counts
  };

  bool is_counting_matches_;
  bool is_once_;  // the first pattern that fits is enough
  std::vector<Item> items_;
};

}  // namespace rascade::network
