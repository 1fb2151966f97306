// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rascade/simulate/rate_program.hpp"
#include "rascade/simulate/slope_system.hpp"

namespace rascade::simulate {

/// d(rate of `reaction`)/d(parameter) = factor * amounts of the reactants * slots[slope].
struct RateSlope {
  std::uint32_t reaction;
  std::uint32_t parameter;
  std::uint32_t slope;
};

/// d(formula `of`)/d(parameter or observable `by`) = slots[slope].
struct Partial {
  std::uint32_t of;
  std::uint32_t by;
  std::uint32_t slope;
};

struct SlopeSystem::Program {
  RateSystem system;
  std::vector<Unknown> unknowns;
  std::vector<bool> moving;  // [n_parameters], those that depend on an unknown

  struct Settings {
    std::vector<double> slots;
    std::vector<Instruction> steps;
    std::vector<Partial> parameters;  // by parameters; ascending
    std::vector<Partial> amounts;     // of species by parameters
  } settings;

  std::vector<double> slots;
  std::vector<LeafSlot> parameters;
  std::vector<LeafSlot> inputs;
  std::vector<LeafSlot> times;
  std::vector<Instruction> fixed;
  Formulas::Pass rates;
  std::vector<RateSlope> rate_slopes;
  SparseRows changes;  // [n_reactions x n_species]
  Formulas::Pass outputs;
  std::vector<Partial> by_observable;  // of functions; ascending
  std::vector<Partial> by_parameter;   // of functions; ascending
};

/// E0607 for every law and function that jumps, except at times that no unknown moves.
void find_jumps(const RateSystem::Program& program, const std::vector<bool>& moving,
                std::span<const OutputIndex> outputs, std::vector<Diagnostic>& diagnostics);

}  // namespace rascade::simulate
