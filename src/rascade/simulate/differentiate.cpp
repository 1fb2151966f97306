// SPDX-License-Identifier: MIT
#include "rascade/simulate/differentiate.hpp"

#include <algorithm>
#include <numbers>
#include <unordered_set>

namespace rascade::simulate {

std::vector<Variable> leaves_of(const FormulaGraph& graph, NodeIndex root,
                                std::initializer_list<Op> kinds)
{
  std::vector<Variable> leaves;
  std::unordered_set<std::size_t> seen{root};
  std::vector<NodeIndex> open{root};
  while (!open.empty()) {
    const Node& node = graph.nodes()[open.back()];
    open.pop_back();
    if (std::find(kinds.begin(), kinds.end(), node.op) != kinds.end()) {
      leaves.push_back({node.op, node.which});
    }
    for (std::size_t i = 0; i < num_args(node.op); ++i) {
      if (seen.insert(node.args[i]).second) open.push_back(node.args[i]);
    }
  }
  std::sort(leaves.begin(), leaves.end());
  return leaves;
}

NodeIndex Differentiator::derivative(NodeIndex node, const Variable& variable)
{
  const std::pair<NodeIndex, Variable> key{node, variable};
  if (const auto found = known_.find(key); found != known_.end()) return found->second;
  const NodeIndex result = compute(node, variable);
  known_.emplace(key, result);
  return result;
}

NodeIndex Differentiator::compute(NodeIndex self, const Variable& variable)
{
  const Node node = graph_.nodes()[self];  // a copy: the graph grows below
  if (is_leaf(node.op)) {
    const bool same = node.op == variable.op && node.which == variable.which;
    return graph_.constant(same ? 1.0 : 0.0);
  }
  if (node.op == Op::choose) {
    const NodeIndex yes = derivative(node.args[1], variable);
    const NodeIndex no = derivative(node.args[2], variable);
    return graph_.make(Op::choose, node.args[0], yes, no);
  }
  const NodeIndex zero = graph_.constant(0.0);
  const NodeIndex da = derivative(node.args[0], variable);
  const NodeIndex db = num_args(node.op) > 1 ? derivative(node.args[1], variable) : zero;
  if (node.op == Op::mratio) {
    return of_mratio(node, self, {da, db, derivative(node.args[2], variable)});
  }
  return da == zero && db == zero ? zero : chain(node, self, da, db);
}

NodeIndex Differentiator::chain(const Node& node, NodeIndex self, NodeIndex da, NodeIndex db)
{
  const NodeIndex a = node.args[0];
  const NodeIndex b = node.args[1];
  const auto times = [&](NodeIndex x, NodeIndex y) { return graph_.make(Op::multiply, x, y); };
  const auto over = [&](NodeIndex x, NodeIndex y) { return graph_.make(Op::divide, x, y); };
  switch (node.op) {
    case Op::add:
    case Op::subtract:
      return graph_.make(node.op, da, db);
    case Op::multiply:
      return graph_.make(Op::add, times(da, b), times(a, db));
    case Op::divide:
      return over(graph_.make(Op::subtract, da, times(self, db)), b);
    case Op::power:
      return of_power(node, self, da, db);
    case Op::negate:
      return graph_.make(Op::negate, da);
    case Op::exp:
      return times(self, da);
    case Op::ln:
      return over(da, a);
    case Op::log10:
      return over(da, times(a, graph_.constant(std::numbers::ln10)));
    case Op::log2:
      return over(da, times(a, graph_.constant(std::numbers::ln2)));
    case Op::sqrt:
      return over(da, times(graph_.constant(2.0), self));
    case Op::abs:
      return graph_.make(Op::choose, graph_.make(Op::less, a, graph_.constant(0.0)),
                         graph_.make(Op::negate, da), da);
    case Op::min:
      return graph_.make(Op::choose, graph_.make(Op::less, b, a), db, da);
    case Op::max:
      return graph_.make(Op::choose, graph_.make(Op::less, a, b), db, da);
    default:
      return times(of_function(node, self), da);
  }
}

/// The slope of a function of one argument; zero where it moves in steps.
NodeIndex Differentiator::of_function(const Node& node, NodeIndex self)
{
  const NodeIndex a = node.args[0];
  const NodeIndex one = graph_.constant(1.0);
  const auto make = [&](Op op, NodeIndex x, NodeIndex y = {}) { return graph_.make(op, x, y); };
  const NodeIndex square = make(Op::multiply, a, a);
  switch (node.op) {
    case Op::sin: return make(Op::cos, a);
    case Op::cos: return make(Op::negate, make(Op::sin, a));
    case Op::tan: return make(Op::add, one, make(Op::multiply, self, self));
    case Op::asin: return make(Op::divide, one, make(Op::sqrt, make(Op::subtract, one, square)));
    case Op::acos:
      return make(Op::divide, graph_.constant(-1.0),
                  make(Op::sqrt, make(Op::subtract, one, square)));
    case Op::atan: return make(Op::divide, one, make(Op::add, one, square));
    case Op::sinh: return make(Op::cosh, a);
    case Op::cosh: return make(Op::sinh, a);
    case Op::tanh: return make(Op::subtract, one, make(Op::multiply, self, self));
    case Op::asinh: return make(Op::divide, one, make(Op::sqrt, make(Op::add, square, one)));
    case Op::acosh: return make(Op::divide, one, make(Op::sqrt, make(Op::subtract, square, one)));
    case Op::atanh: return make(Op::divide, one, make(Op::subtract, one, square));
    case Op::table: return graph_.make_table(Op::table_slope, node.which, a);
    default: return graph_.constant(0.0);
  }
}

/// R = M(a+1, b+1, z)/M(a, b, z). From dM(a, b, z)/dz = a/b M(a+1, b+1, z) follows
/// dR/dz = R ((a+1)/(b+1) R(a+1, b+1, z) - a/b R).
NodeIndex Differentiator::of_mratio(const Node& node, NodeIndex self,
                                    const std::array<NodeIndex, 3>& slopes)
{
  const NodeIndex one = graph_.constant(1.0);
  const auto make = [&](Op op, NodeIndex x, NodeIndex y) { return graph_.make(op, x, y); };
  const NodeIndex a = node.args[0], b = node.args[1];
  const NodeIndex a1 = make(Op::add, a, one), b1 = make(Op::add, b, one);
  const NodeIndex next = graph_.make(Op::mratio, a1, b1, node.args[2]);
  const NodeIndex gain = make(Op::multiply, make(Op::divide, a1, b1), next);
  const NodeIndex loss = make(Op::multiply, make(Op::divide, a, b), self);
  const NodeIndex by_z = make(Op::multiply, self, make(Op::subtract, gain, loss));
  NodeIndex sum = make(Op::multiply, by_z, slopes[2]);
  for (std::size_t arg = 0; arg < 2; ++arg) {
    if (graph_.is_constant(slopes[arg], 0.0)) continue;
    sum = make(Op::add, sum, make(Op::multiply, difference(node, arg), slopes[arg]));
  }
  return sum;
}

/// The central difference by one argument, which moves by a millionth of itself.
NodeIndex Differentiator::difference(const Node& node, std::size_t arg)
{
  const NodeIndex x = node.args[arg];
  const NodeIndex size = graph_.make(Op::add, graph_.make(Op::abs, x), graph_.constant(1.0));
  const NodeIndex step = graph_.make(Op::multiply, size, graph_.constant(1e-6));
  std::array<NodeIndex, 3> above = node.args, below = node.args;
  above[arg] = graph_.make(Op::add, x, step);
  below[arg] = graph_.make(Op::subtract, x, step);
  const NodeIndex rise = graph_.make(Op::subtract,
                                     graph_.make(node.op, above[0], above[1], above[2]),
                                     graph_.make(node.op, below[0], below[1], below[2]));
  return graph_.make(Op::divide, rise, graph_.make(Op::add, step, step));
}

/// d(a^b) = b a^(b - 1) da + a^b ln(a) db; the second term only if the exponent varies, and zero
/// where a^b is: the power wins against the logarithm.
NodeIndex Differentiator::of_power(const Node& node, NodeIndex self, NodeIndex da, NodeIndex db)
{
  const NodeIndex a = node.args[0];
  const NodeIndex b = node.args[1];
  const NodeIndex less_one = graph_.make(Op::subtract, b, graph_.constant(1.0));
  const NodeIndex slope = graph_.make(Op::multiply, b, graph_.make(Op::power, a, less_one));
  const NodeIndex through_base = graph_.make(Op::multiply, slope, da);
  if (graph_.is_constant(db, 0.0)) return through_base;
  const NodeIndex growth = graph_.make(
      Op::choose, self, graph_.make(Op::multiply, self, graph_.make(Op::ln, a)), self);
  return graph_.make(Op::add, through_base, graph_.make(Op::multiply, growth, db));
}

}  // namespace rascade::simulate
