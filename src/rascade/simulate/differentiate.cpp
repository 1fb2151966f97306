// SPDX-License-Identifier: MIT
#include "rascade/simulate/differentiate.hpp"

#include <numbers>

namespace rascade::simulate {

NodeIndex Differentiator::derivative(NodeIndex node, std::size_t observable)
{
  const std::pair<NodeIndex, std::size_t> key{node, observable};
  if (const auto found = known_.find(key); found != known_.end()) return found->second;
  const NodeIndex result = compute(node, observable);
  known_.emplace(key, result);
  return result;
}

NodeIndex Differentiator::compute(NodeIndex self, std::size_t observable)
{
  const Node node = graph_.nodes()[self];  // a copy: the graph grows below
  if (is_leaf(node.op)) {
    const bool same = node.op == Op::observable && node.which == observable;
    return graph_.constant(same ? 1.0 : 0.0);
  }
  if (node.op == Op::choose) {
    const NodeIndex yes = derivative(node.args[1], observable);
    const NodeIndex no = derivative(node.args[2], observable);
    return graph_.make(Op::choose, node.args[0], yes, no);
  }
  const NodeIndex zero = graph_.constant(0.0);
  const NodeIndex da = derivative(node.args[0], observable);
  const NodeIndex db = num_args(node.op) > 1 ? derivative(node.args[1], observable) : zero;
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
      return graph_.constant(0.0);
  }
}

/// d(a^b) = b a^(b - 1) da + a^b ln(a) db; the second term only if the exponent varies.
NodeIndex Differentiator::of_power(const Node& node, NodeIndex self, NodeIndex da, NodeIndex db)
{
  const NodeIndex a = node.args[0];
  const NodeIndex b = node.args[1];
  const NodeIndex less_one = graph_.make(Op::subtract, b, graph_.constant(1.0));
  const NodeIndex slope = graph_.make(Op::multiply, b, graph_.make(Op::power, a, less_one));
  const NodeIndex through_base = graph_.make(Op::multiply, slope, da);
  if (graph_.is_constant(db, 0.0)) return through_base;
  const NodeIndex growth = graph_.make(Op::multiply, self, graph_.make(Op::ln, a));
  return graph_.make(Op::add, through_base, graph_.make(Op::multiply, growth, db));
}

}  // namespace rascade::simulate
