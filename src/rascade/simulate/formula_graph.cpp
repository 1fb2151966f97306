// SPDX-License-Identifier: MIT
#include "rascade/simulate/formula_graph.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <optional>

#include "rascade/simulate/confluent_ratio.hpp"

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
    case Op::sin: return std::sin(x);
    case Op::cos: return std::cos(x);
    case Op::tan: return std::tan(x);
    case Op::asin: return std::asin(x);
    case Op::acos: return std::acos(x);
    case Op::atan: return std::atan(x);
    case Op::sinh: return std::sinh(x);
    case Op::cosh: return std::cosh(x);
    case Op::tanh: return std::tanh(x);
    case Op::asinh: return std::asinh(x);
    case Op::acosh: return std::acosh(x);
    case Op::atanh: return std::atanh(x);
    case Op::floor: return std::floor(x);
    case Op::ceil: return std::ceil(x);
    case Op::rint: return std::floor(x + 0.5);
    case Op::sign: return x > 0.0 ? 1.0 : (x < 0.0 ? -1.0 : 0.0);
    case Op::mratio: return confluent_ratio(x, y, z);
    case Op::table:
    case Op::table_slope:
    case Op::species:
    case Op::constant:
    case Op::parameter:
    case Op::input:
    case Op::observable:
    case Op::time: break;
  }
  assert(false && "leaves and tables are not computed from numbers alone");
  return 0.0;
}

std::size_t num_args(Op op)
{
  switch (op) {
    case Op::constant:
    case Op::parameter:
    case Op::input:
    case Op::observable:
    case Op::species:
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
    case Op::mratio:
      return 3;
    default:
      return op >= Op::sin ? 1 : 2;
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

NodeIndex FormulaGraph::make_table(Op op, std::size_t which, NodeIndex at)
{
  return insert({.op = op,
                 .args = {at},
                 .which = static_cast<std::uint32_t>(which),
                 .value = 0.0});
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
