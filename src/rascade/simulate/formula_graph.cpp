// SPDX-License-Identifier: MIT
#include "rascade/simulate/formula_graph.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <optional>

namespace rascade::simulate {
namespace {

/// The argument an operation comes down to when another one is neutral, if it does.
std::optional<NodeIndex> neutral(const FormulaGraph& graph, Op op, NodeIndex a, NodeIndex b)
{
  switch (op) {
    case Op::add:
      if (graph.is_constant(a, 0.0)) return b;
      if (graph.is_constant(b, 0.0)) return a;
      return std::nullopt;
    case Op::subtract:
      if (graph.is_constant(b, 0.0)) return a;
      return std::nullopt;
    case Op::multiply:
      if (graph.is_constant(a, 1.0) || graph.is_constant(b, 0.0)) return b;
      if (graph.is_constant(b, 1.0) || graph.is_constant(a, 0.0)) return a;
      return std::nullopt;
    case Op::divide:
      if (graph.is_constant(b, 1.0) || graph.is_constant(a, 0.0)) return a;
      return std::nullopt;
    case Op::power:
      if (graph.is_constant(b, 1.0)) return a;
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

}  // namespace

double apply(Op op, double x, double y, double z)
{
  switch (op) {
    case Op::add: return x + y;
    case Op::subtract: return x - y;
    case Op::multiply: return x * y;
    case Op::divide: return x / y;
    case Op::power: return std::pow(x, y);
    case Op::negate: return -x;
    case Op::exp: return std::exp(x);
    case Op::ln: return std::log(x);
    case Op::log10: return std::log10(x);
    case Op::log2: return std::log2(x);
    case Op::sqrt: return std::sqrt(x);
    case Op::abs: return std::abs(x);
    case Op::min: return y < x ? y : x;
    case Op::max: return x < y ? y : x;
    case Op::less: return x < y ? 1.0 : 0.0;
    case Op::less_equal: return x <= y ? 1.0 : 0.0;
    case Op::equal: return x == y ? 1.0 : 0.0;
    case Op::not_equal: return x != y ? 1.0 : 0.0;
    case Op::both: return x != 0.0 && y != 0.0 ? 1.0 : 0.0;
    case Op::either: return x != 0.0 || y != 0.0 ? 1.0 : 0.0;
    case Op::negation: return x == 0.0 ? 1.0 : 0.0;
    case Op::choose: return x != 0.0 ? y : z;
    case Op::constant:
    case Op::parameter:
    case Op::input:
    case Op::observable:
    case Op::time: break;
  }
  assert(false && "leaves are not computed");
  return 0.0;
}

std::size_t num_args(Op op)
{
  switch (op) {
    case Op::constant:
    case Op::parameter:
    case Op::input:
    case Op::observable:
    case Op::time:
      return 0;
    case Op::negate:
    case Op::exp:
    case Op::ln:
    case Op::log10:
    case Op::log2:
    case Op::sqrt:
    case Op::abs:
    case Op::negation:
      return 1;
    case Op::choose:
      return 3;
    default:
      return 2;
  }
}

NodeIndex FormulaGraph::constant(double value)
{
  return insert({.op = Op::constant, .args = {}, .which = 0, .value = value});
}

NodeIndex FormulaGraph::leaf(Op op, std::size_t which)
{
  assert(is_leaf(op) && op != Op::constant);
  return insert(
      {.op = op, .args = {}, .which = static_cast<std::uint32_t>(which), .value = 0.0});
}

NodeIndex FormulaGraph::make(Op op, NodeIndex a, NodeIndex b, NodeIndex c)
{
  const Node node{.op = op, .args = {a, b, c}, .which = 0, .value = 0.0};
  if (all_constant(node)) {
    return constant(apply(op, nodes_[a].value, nodes_[b].value, nodes_[c].value));
  }
  if (const std::optional<NodeIndex> simpler = neutral(*this, op, a, b)) return *simpler;
  if (op == Op::choose && b == c) return b;
  // A square is by far the commonest power, and the library function is ten times slower.
  if (op == Op::power && is_constant(b, 2.0)) return make(Op::multiply, a, a);
  return insert(node);
}

bool FormulaGraph::is_constant(NodeIndex node, double value) const
{
  return nodes_[node].op == Op::constant && nodes_[node].value == value;
}

bool FormulaGraph::all_constant(const Node& node) const
{
  return std::all_of(node.args.begin(), node.args.begin() + static_cast<int>(num_args(node.op)),
                     [&](NodeIndex arg) { return nodes_[arg].op == Op::constant; });
}

NodeIndex FormulaGraph::insert(const Node& node)
{
  const Key key{node.op, node.args, node.which, std::bit_cast<std::uint64_t>(node.value)};
  const auto [place, is_new] = known_.try_emplace(key, NodeIndex(nodes_.size()));
  if (is_new) nodes_.push_back(node);
  return place->second;
}

}  // namespace rascade::simulate
