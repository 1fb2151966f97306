// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <unordered_set>

#include "rascade/simulate/slope_program.hpp"

namespace rascade::simulate {
namespace {

bool is_comparison(Op op) { return op >= Op::less && op <= Op::not_equal; }

bool is_yes_or_no(Op op) { return op >= Op::less && op <= Op::negation; }

/// Which nodes jump, or read one that does.
class JumpFinder {
 public:
  JumpFinder(const RateSystem::Program& program, const std::vector<bool>& moving)
      : graph_(program.graph), tables_(program.tables), varying_(varying_nodes(graph_))
  {
    for (const Node& node : graph_.nodes()) {
      bool moves = node.op == Op::parameter && moving[node.which];
      bool jumps = false;
      for (std::size_t i = 0; i < num_args(node.op); ++i) {
        moves = moves || moves_[node.args[i]];
        jumps = jumps || jumps_[node.args[i]];
      }
      moves_.push_back(moves);
      jumps_.push_back(jumps || jumps_itself(node));
    }
  }

  [[nodiscard]] bool jumps(NodeIndex node) const { return jumps_[node]; }

 private:
  [[nodiscard]] bool is_time(NodeIndex node) const { return graph_.nodes()[node].op == Op::time; }

  /// Read as yes or no: harmless if it is a comparison, which has been judged, or cannot change.
  [[nodiscard]] bool wavers(NodeIndex node) const
  {
    return varying_[node] && !is_yes_or_no(graph_.nodes()[node].op);
  }

  [[nodiscard]] bool jumps_itself(const Node& node) const
  {
    const NodeIndex a = node.args[0], b = node.args[1];
    if (is_comparison(node.op)) {
      if (!varying_[a] && !varying_[b]) return false;
      const bool at_a_time = (is_time(a) && !varying_[b]) || (is_time(b) && !varying_[a]);
      return !at_a_time || moves_[a] || moves_[b];
    }
    switch (node.op) {
      case Op::both:
      case Op::either:
        return wavers(a) || wavers(b);
      case Op::negation:
      case Op::choose:
        return wavers(a);
      case Op::floor:
      case Op::ceil:
      case Op::rint:
      case Op::sign:
        return varying_[a];
      case Op::table: {
        const bool in_steps = tables_[node.which].method == model::Table::Method::step;
        return in_steps && varying_[a] && !is_time(a);
      }
      default:
        return false;
    }
  }

  const FormulaGraph& graph_;
  const std::vector<model::Table>& tables_;
  std::vector<bool> varying_;
  std::vector<bool> moves_;
  std::vector<bool> jumps_;
};

Diagnostic jump(const std::string& what)
{
  return {
      Severity::error,
      "E0607",
      {},
      fmt::format("{} jumps where an amount, an input or a parameter asked about says so, which "
                  "slopes cannot follow",
                  what),
      "compare the time with what no such parameter moves, or use a smooth function"};
}

}  // namespace

void find_jumps(const RateSystem::Program& program, const std::vector<bool>& moving,
                std::span<const OutputIndex> outputs, std::vector<Diagnostic>& diagnostics)
{
  const JumpFinder finder(program, moving);
  std::unordered_set<std::uint32_t> seen;
  for (std::size_t r = 0; r < program.kinetics.laws.size(); ++r) {
    const std::uint32_t law = program.kinetics.laws[r];
    if (!seen.insert(law).second || !finder.jumps(NodeIndex(law))) continue;
    diagnostics.push_back(jump(fmt::format("the rate of reaction {}", r + 1)));
  }
  for (const OutputIndex output : outputs) {
    if (output < program.num_observables) continue;
    if (!finder.jumps(program.formulas.functions[output - program.num_observables])) continue;
    diagnostics.push_back(jump(fmt::format("function '{}'", program.output_names[output])));
  }
}

}  // namespace rascade::simulate
