// SPDX-License-Identifier: MIT
#include "rascade/simulate/tape.hpp"

#include <cstddef>

#include "rascade/simulate/read_table.hpp"

namespace rascade::simulate {

std::vector<bool> varying_nodes(const FormulaGraph& graph)
{
  std::vector<bool> varying;
  varying.reserve(graph.nodes().size());
  for (const Node& node : graph.nodes()) {
    bool varies = is_leaf(node.op) && node.op != Op::constant && node.op != Op::parameter;
    for (std::size_t i = 0; i < num_args(node.op); ++i) varies = varies || varying[node.args[i]];
    varying.push_back(varies);
  }
  return varying;
}

std::vector<bool> needed_nodes(const FormulaGraph& graph, std::span<const NodeIndex> roots)
{
  std::vector<bool> needed(graph.nodes().size(), false);
  for (const NodeIndex root : roots) needed[root] = true;
  for (std::size_t i = needed.size(); i-- > 0;) {
    const Node& node = graph.nodes()[i];
    for (std::size_t k = 0; needed[i] && k < num_args(node.op); ++k) needed[node.args[k]] = true;
  }
  return needed;
}

std::vector<Instruction> instructions_for(const FormulaGraph& graph,
                                          const std::vector<bool>& chosen, std::size_t first)
{
  std::vector<Instruction> instructions;
  for (std::size_t i = first; i < graph.nodes().size(); ++i) {
    const Node& node = graph.nodes()[i];
    if (!chosen[i] || is_leaf(node.op)) continue;
    const std::uint32_t second = is_table(node.op) ? node.which : node.args[1].value;
    instructions.push_back({node.op, static_cast<std::uint32_t>(i), node.args[0].value, second,
                            node.args[2].value});
  }
  return instructions;
}

std::vector<LeafSlot> leaf_slots(const FormulaGraph& graph, Op kind,
                                 const std::vector<bool>& chosen)
{
  std::vector<LeafSlot> slots;
  for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
    const Node& node = graph.nodes()[i];
    if (chosen[i] && node.op == kind) slots.push_back({static_cast<std::uint32_t>(i), node.which});
  }
  return slots;
}

std::vector<double> initial_slots(const FormulaGraph& graph)
{
  std::vector<double> slots;
  slots.reserve(graph.nodes().size());
  for (const Node& node : graph.nodes()) slots.push_back(node.value);
  return slots;
}

void run(std::span<const Instruction> instructions, std::span<double> slots,
         std::span<const model::Table> tables)
{
  double* const s = slots.data();
  for (const Instruction& i : instructions) {
    // The four that make up most of a formula are spared the call.
    switch (i.op) {
      case Op::add: s[i.out] = s[i.a] + s[i.b]; break;
      case Op::subtract: s[i.out] = s[i.a] - s[i.b]; break;
      case Op::multiply: s[i.out] = s[i.a] * s[i.b]; break;
      case Op::divide: s[i.out] = s[i.a] / s[i.b]; break;
      case Op::table: s[i.out] = value_at(tables[i.b], s[i.a]); break;
      case Op::table_slope: s[i.out] = slope_at(tables[i.b], s[i.a]); break;
      default: s[i.out] = apply(i.op, s[i.a], s[i.b], s[i.c]); break;
    }
  }
}

}  // namespace rascade::simulate
