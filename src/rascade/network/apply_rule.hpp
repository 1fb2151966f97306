// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "rascade/graph/match.hpp"
#include "rascade/graph/site_graph.hpp"
#include "rascade/network/compile_rule.hpp"

namespace rascade::network {

/// A species and where a reactant pattern lies in it.
struct Match {
  const graph::SiteGraph* species;
  const graph::Embedding* embedding;
};

/// What comes out where the rule acts, one connected graph a species.
///
/// @param matches  [n_reactants]; each stands for a species of its own, even if two are the same
/// @return nothing if the parts that come out do not answer to the product patterns one to one
[[nodiscard]] std::optional<std::vector<graph::SiteGraph>> apply_rule(
    const Transformation& change, std::span<const Match> matches);

}  // namespace rascade::network
