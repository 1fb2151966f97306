// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "rascade/network/network.hpp"
#include "rascade/simulate/rate_system.hpp"
#include "rascade/simulate/resolve_formula.hpp"
#include "rascade/simulate/sparse_rows.hpp"
#include "rascade/simulate/tape.hpp"

namespace rascade::simulate {

/// Parameters and the amounts at the start, which depend on nothing else.
struct Settings {
  std::vector<double> slots;                    // constants filled in
  std::vector<std::vector<Instruction>> steps;  // [n_parameters], in order of evaluation
  std::vector<NodeIndex> results;               // [n_parameters], where the formula's value is
  std::vector<NodeIndex> leaves;                // [n_parameters], where others read the value
  std::vector<Instruction> amounts;
  std::vector<NodeIndex> amount_results;        // [n_species]
  FormulaGraph graph;                           // what a slot holds
};

/// Formulas have a corner or a jump where the time passes what `slot` holds, or a point of the table.
struct TimeBreak {
  bool is_table = false;
  std::uint32_t which = 0;  // a slot, or a table
};

/// Functions and rate laws. A pass reads what it needs and no more.
struct Formulas {
  struct Pass {
    std::vector<LeafSlot> observables;
    std::vector<LeafSlot> species;  // of laws that are not elementary
    std::vector<Instruction> instructions;
  };
  std::vector<double> slots;            // constants filled in
  std::vector<LeafSlot> parameters;
  std::vector<LeafSlot> inputs;
  std::vector<LeafSlot> times;          // at most one
  std::vector<Instruction> fixed;       // whatever depends on parameters only: run once
  Pass rates;                           // rate laws
  Pass slopes;                          // rate laws and their derivatives
  Pass outputs;                         // functions
  std::vector<TimeBreak> breaks;
  std::vector<NodeIndex> functions;     // [n_functions]
};

/// d(rate of `reaction`)/d(amount of one reactant) = k * amounts of the other reactants.
struct ReactantSlope {
  std::uint32_t reaction;
  std::uint32_t other;  // n_species if there is none
};

/// d(rate of `reaction`)/d(observable or amount) = factor * amounts of the reactants * slots[slope].
struct LawSlope {
  std::uint32_t reaction;
  std::uint32_t slope;
};

/// A factor of an entry beyond the two that every entry has room for.
struct FurtherFactor {
  std::uint32_t entry;
  std::uint32_t species;
};

/// Reactions as flat arrays. A law that is not elementary holds the whole rate; its reaction has no
/// reactants here. Amounts are padded with a one at [n_species], the missing reactant.
///
/// Jacobian = entries * [reactant slopes; amount slopes; through], with through = changes by
/// observable: row i of `through` is what one more of an observable does to one species.
struct Kinetics {
  std::vector<std::uint32_t> first;      // [n_reactions]
  std::vector<std::uint32_t> second;     // [n_reactions]
  std::vector<FurtherFactor> further;    // third and later reactants; entry = reaction
  std::vector<double> factors;           // [n_reactions]
  std::vector<std::uint32_t> scales;     // [n_reactions], slots
  std::vector<std::uint32_t> laws;       // [n_reactions], slots
  std::vector<std::uint32_t> varying;    // reactions whose law changes during a run, ascending
  SparseRows change;                     // [n_species x n_reactions]

  std::vector<ReactantSlope> reactant_slopes;
  std::vector<FurtherFactor> further_slopes;  // entry = reactant slope
  std::vector<LawSlope> amount_slopes;   // by the amount of one species
  std::vector<LawSlope> law_slopes;      // by an observable
  SparseRows through;                    // [n_through x n_law_slopes]
  SparseRows entries;                    // [n_nonzeros x n_slopes]
  Sparsity sparsity;
};

/// What reactions are called in messages.
struct ReactionTexts {
  std::vector<std::uint32_t> starts{0};  // [2 n_reactions + 1], into `species`
  std::vector<std::uint32_t> species;    // the reactants of a reaction, then its products
  std::vector<std::uint32_t> laws;       // [n_reactions], into law_texts
  std::vector<std::uint32_t> rules;      // [n_reactions], into rule_names
  std::vector<std::string> law_texts;
  std::vector<std::string> rule_names;
};

struct RateSystem::Program {
  std::vector<std::string> parameter_names;
  std::vector<std::string> species_names;
  std::vector<std::string> output_names;
  std::vector<std::string> input_names;
  std::size_t num_observables = 0;
  Settings settings;
  Formulas formulas;
  std::vector<model::Table> tables;
  SparseRows observables;  // [n_observables x n_species]
  Kinetics kinetics;
  ReactionTexts reactions;
  FormulaGraph graph;      // of the formulas; what a slot holds
  std::vector<bool> is_fixed;  // [n_species], those whose amount never changes
  mutable std::once_flag laws_are_found;
  mutable std::vector<ConservationLaw> laws;
};

/// What the rate laws come down to: where their values are, and what they depend on. A law that is
/// not elementary is one of its own for each reaction, for it names the reactants.
struct LawNodes {
  struct Slope {
    std::size_t which;  // observable or species
    NodeIndex node;
  };
  struct Law {
    NodeIndex value;
    bool varying = false;
    std::vector<Slope> by_observable;  // those not identically zero
    std::vector<Slope> by_amount;
  };
  std::vector<Law> laws;
  std::vector<std::size_t> of_reaction;  // [n_reactions], into laws
  std::vector<NodeIndex> scales;         // [n_reactions]
};

/// Adds the laws of all reactions to the graph. Reports E0606 for arguments or tables that cannot be.
[[nodiscard]] LawNodes compile_laws(const network::Network& network, const Scope& scope,
                                    FormulaGraph& graph, std::vector<Diagnostic>& diagnostics);

/// What has to be run for these nodes whenever an amount, an input or the time has changed.
[[nodiscard]] Formulas::Pass make_pass(const FormulaGraph& graph,
                                       std::span<const NodeIndex> roots);

[[nodiscard]] Kinetics compile_kinetics(const network::Network& network, const LawNodes& laws);

}  // namespace rascade::simulate
