// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "rascade/ode/sensitivity_problem.hpp"
#include "rascade/ode/stretches.hpp"

namespace rascade::ode {

/// Amounts and their slopes by each unknown.
struct SlopedAmounts {
  std::vector<double> amounts;              // [n_species], molecules
  std::vector<std::vector<double>> slopes;  // [n_unknowns][n_species]
};

/// Integrates amounts together with their slopes,
///
///     ds/dt = J s + df/dp   for each unknown p,
///
/// by CVODES' staggered corrector: after each step of the amounts all slopes follow with the same
/// factors, and steps are as short as slopes need them. Stays where it was made.
class SlopeSolver {
 public:
  SlopeSolver(const Sensitivities::Prepared& prepared, Stage& stage);
  SlopeSolver(const SlopeSolver&) = delete;
  SlopeSolver& operator=(const SlopeSolver&) = delete;

  void begin(const Stretch& stretch, const simulate::Forcing& forcing, const SlopedAmounts& start);
  /// Integrates to t, s. Throws IntegrationFailed.
  void advance(double t, SlopedAmounts& result);

 private:
  static int rhs(int count, double t, N_Vector y, N_Vector dydt, N_Vector* slopes,
                 N_Vector* changes, void* solver, N_Vector, N_Vector);
  void set_tolerances();
  bool compute(double t, std::span<const double> y, N_Vector* slopes, N_Vector* changes);

  Stage& stage_;
  std::vector<double> sizes_;  // [n_unknowns]
  std::vector<double> jacobian_;
  std::vector<OwnedVector> owned_;  // [n_unknowns]
  std::vector<N_Vector> vectors_;
  bool is_set_up_ = false;
};

}  // namespace rascade::ode
