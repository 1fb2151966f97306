// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <initializer_list>
#include <map>
#include <utility>
#include <vector>

#include "rascade/simulate/formula_graph.hpp"

namespace rascade::simulate {

/// A leaf that formulas are differentiated by: an observable, the amount of a species, a parameter.
struct Variable {
  Op op = Op::observable;
  std::size_t which = 0;
  friend auto operator<=>(const Variable&, const Variable&) = default;
};

/// The leaves of these kinds that a formula reads, ascending.
[[nodiscard]] std::vector<Variable> leaves_of(const FormulaGraph& graph, NodeIndex root,
                                              std::initializer_list<Op> kinds);

/// Derivatives of formulas with respect to what varies with the amounts or to a parameter, as further
/// nodes of the same graph.
///
/// Comparisons, logic and rounding have derivative zero; min, max, abs, if and tables that of the
/// branch taken. By the first two arguments of mratio they are differences: nothing is known.
class Differentiator {
 public:
  explicit Differentiator(FormulaGraph& graph) : graph_(graph) {}

  NodeIndex derivative(NodeIndex node, const Variable& variable);

 private:
  NodeIndex compute(NodeIndex node, const Variable& variable);
  NodeIndex chain(const Node& node, NodeIndex self, NodeIndex da, NodeIndex db);
  NodeIndex of_function(const Node& node, NodeIndex self);
  NodeIndex of_mratio(const Node& node, NodeIndex self, const std::array<NodeIndex, 3>& slopes);
  NodeIndex difference(const Node& node, std::size_t arg);
  NodeIndex of_power(const Node& node, NodeIndex self, NodeIndex da, NodeIndex db);

  FormulaGraph& graph_;
  std::map<std::pair<NodeIndex, Variable>, NodeIndex> known_;
};

}  // namespace rascade::simulate
