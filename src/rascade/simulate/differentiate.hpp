// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <utility>

#include "rascade/simulate/formula_graph.hpp"

namespace rascade::simulate {

/// Derivatives of formulas with respect to observables, as further nodes of the same graph.
///
/// Comparisons and logic have derivative zero; min, max, abs and if that of the branch taken.
class Differentiator {
 public:
  explicit Differentiator(FormulaGraph& graph) : graph_(graph) {}

  NodeIndex derivative(NodeIndex node, std::size_t observable);

 private:
  NodeIndex compute(NodeIndex node, std::size_t observable);
  NodeIndex chain(const Node& node, NodeIndex self, NodeIndex da, NodeIndex db);
  NodeIndex of_power(const Node& node, NodeIndex self, NodeIndex da, NodeIndex db);

  FormulaGraph& graph_;
  std::map<std::pair<NodeIndex, std::size_t>, NodeIndex> known_;
};

}  // namespace rascade::simulate
