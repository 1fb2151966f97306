// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "rascade/ode/sensitivity.hpp"
#include "rascade/ode/solver.hpp"
#include "rascade/simulate/conservation.hpp"
#include "rascade/simulate/slope_system.hpp"

namespace rascade::ode {

/// A checked problem and what all phases share.
struct Sensitivities::Prepared {
  SensitivityProblem problem;
  simulate::SlopeSystem slopes;
  simulate::ParameterPoint base;
  std::vector<simulate::ParameterPoint> points;    // [n_phases]
  std::vector<double> start;                       // [n_species], molecules
  simulate::SparseRows start_slopes;               // [n_species x n_unknowns]
  std::vector<double> scales;                      // [n_unknowns], their sizes; one for zero
  std::vector<std::vector<std::size_t>> measured;  // [n_phases], measurements by time

  [[nodiscard]] std::size_t num_species() const { return start.size(); }
  [[nodiscard]] std::size_t num_unknowns() const { return problem.unknowns.size(); }
};

/// The number that a step sets, adds or multiplies by, and what it owes to each unknown.
[[nodiscard]] double step_value(const Sensitivities::Prepared& prepared, const AmountStep& step);
[[nodiscard]] double step_slope(const Sensitivities::Prepared& prepared, const AmountStep& step,
                                std::size_t unknown);
/// What a step by this number makes of an amount.
[[nodiscard]] double amount_after(AmountStep::Kind kind, double value, double amount);

/// The inputs of a phase at time t. [n_inputs]
[[nodiscard]] std::vector<double> inputs_of(const Sensitivities::Prepared& prepared,
                                            const Phase& phase, double t);

/// A solver and the slopes for one phase's parameters.
struct Stage {
  /// @param solves  linear systems a step
  Stage(const Sensitivities::Prepared& prepared, std::size_t phase, double solves)
      : solver({prepared.problem.system, prepared.points[phase].values},
               prepared.problem.tolerances,
               choose_lasting_method(prepared.problem.system.jacobian_sparsity(), solves)),
        slopes(prepared.slopes, prepared.points[phase])
  {
  }

  Solver solver;
  simulate::SlopeEvaluator slopes;
};

}  // namespace rascade::ode
