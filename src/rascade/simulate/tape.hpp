// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rascade/model/model.hpp"
#include "rascade/simulate/formula_graph.hpp"

namespace rascade::simulate {

/// slots[out] = op(slots[a], slots[b], slots[c]); slots are numbered like the graph's nodes. Of a
/// table's, b is which table.
struct Instruction {
  Op op;
  std::uint32_t out, a, b, c;
};

/// A slot whose value comes from outside.
struct LeafSlot {
  std::uint32_t slot;
  std::uint32_t which;
};

/// Which nodes change while a run goes on: those that depend on an input, an amount or the time.
[[nodiscard]] std::vector<bool> varying_nodes(const FormulaGraph& graph);

/// Which nodes the roots need, themselves included.
[[nodiscard]] std::vector<bool> needed_nodes(const FormulaGraph& graph,
                                             std::span<const NodeIndex> roots);

/// Instructions for the chosen nodes from `first` on, in order of evaluation; leaves need none.
[[nodiscard]] std::vector<Instruction> instructions_for(const FormulaGraph& graph,
                                                        const std::vector<bool>& chosen,
                                                        std::size_t first = 0);

/// The slots of all leaves of one kind among the chosen nodes.
[[nodiscard]] std::vector<LeafSlot> leaf_slots(const FormulaGraph& graph, Op kind,
                                               const std::vector<bool>& chosen);

/// A value for every slot: constants have theirs, the others are zero.
[[nodiscard]] std::vector<double> initial_slots(const FormulaGraph& graph);

/// @param tables  those that the instructions read
void run(std::span<const Instruction> instructions, std::span<double> slots,
         std::span<const model::Table> tables);

}  // namespace rascade::simulate
