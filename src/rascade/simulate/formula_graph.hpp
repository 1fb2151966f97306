// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "rascade/base/index.hpp"

namespace rascade::simulate {

/// What a node computes. The first six are leaves: their values come from outside.
enum class Op : std::uint8_t {
  constant,
  parameter,
  input,
  observable,
  species,  // the amount of one
  time,
  add,
  subtract,
  multiply,
  divide,
  power,
  negate,
  exp,
  ln,
  log10,
  log2,
  sqrt,
  abs,
  min,
  max,
  less,
  less_equal,
  equal,
  not_equal,
  both,
  either,
  negation,
  choose,  // args[0] != 0 ? args[1] : args[2]
  sin,
  cos,
  tan,
  asin,
  acos,
  atan,
  sinh,
  cosh,
  tanh,
  asinh,
  acosh,
  atanh,
  floor,
  ceil,
  rint,         // to the nearest whole number, halves upwards
  sign,         // -1, 0 or 1
  mratio,       // confluent_ratio
  table,        // the table `which` at args[0]
  table_slope,  // its slope there
};

[[nodiscard]] constexpr bool is_leaf(Op op) { return op <= Op::time; }

[[nodiscard]] constexpr bool is_table(Op op) { return op >= Op::table; }

/// The value of a node that is neither a leaf nor a table's; arguments it does not have are ignored.
[[nodiscard]] double apply(Op op, double x, double y, double z);

using NodeIndex = Index<struct FormulaNodeTag>;

/// Arguments come before their users, so ascending order is an order of evaluation.
struct Node {
  Op op = Op::constant;
  std::array<NodeIndex, 3> args;  // those not needed are 0
  std::uint32_t which = 0;        // leaves and tables: which one of its kind
  double value = 0.0;             // constants
};

/// Formulas as one graph in which equal subformulas are one node.
class FormulaGraph {
 public:
  NodeIndex constant(double value);
  NodeIndex leaf(Op op, std::size_t which);
  /// A node or something simpler of equal value: constants are folded, x * 1 is x, x * 0 is 0.
  NodeIndex make(Op op, NodeIndex a, NodeIndex b = {}, NodeIndex c = {});
  /// Table `which`, or its slope, read at `at`.
  NodeIndex make_table(Op op, std::size_t which, NodeIndex at);

  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  [[nodiscard]] bool is_constant(NodeIndex node, double value) const;

 private:
  using Key = std::tuple<Op, std::array<NodeIndex, 3>, std::uint32_t, std::uint64_t>;

  NodeIndex insert(const Node& node);
  [[nodiscard]] bool all_constant(const Node& node) const;

  std::vector<Node> nodes_;
  std::map<Key, NodeIndex> known_;
};

/// How many arguments a node of this kind has.
[[nodiscard]] std::size_t num_args(Op op);

}  // namespace rascade::simulate
