// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "rascade/ode/sensitivity_problem.hpp"
#include "rascade/ode/stretches.hpp"

namespace rascade::ode {

/// Slopes of an objective: by the amounts at one time, and by the unknowns as far as gathered
/// later.
struct Adjoint {
  std::vector<double> by_amount;   // [n_species]
  std::vector<double> by_unknown;  // [n_unknowns]
};

/// A smooth stretch, integrated forwards with checkpoints and then backwards,
///
///     dl/dt = -J^T l,   slopes by unknowns += integral of l^T df/dp,
///
/// l being the objective's slopes by the amounts. CVODES keeps the amounts of one segment between
/// checkpoints at a time and repeats the forward run for each earlier one. Stays where it was made.
class AdjointStretch {
 public:
  AdjointStretch(const Sensitivities::Prepared& prepared, std::size_t phase,
                 const Stretch& stretch);
  AdjointStretch(const AdjointStretch&) = delete;
  AdjointStretch& operator=(const AdjointStretch&) = delete;

  [[nodiscard]] const Stretch& stretch() const { return stretch_; }

  /// Forwards: first to the times within the stretch that are measured, ascending, then to its end.
  void begin(std::span<const double> amounts);
  std::span<const double> advance(double t);

  /// Backwards from `from` to `to`, s, both within the stretch. Throws IntegrationFailed.
  void go_back(double from, double to, Adjoint& adjoint);

  [[nodiscard]] Stage& stage() { return stage_; }
  /// Solver steps so far, backward ones included.
  [[nodiscard]] long steps_taken() const { return stage_.solver.steps_taken() + backward_steps_; }

 private:
  static int rhs(double t, N_Vector y, N_Vector l, N_Vector dldt, void* self);
  static int jacobian(double t, N_Vector y, N_Vector l, N_Vector dldt, SUNMatrix matrix, void* self,
                      N_Vector, N_Vector, N_Vector);
  static int integrand(double t, N_Vector y, N_Vector l, N_Vector out, void* self);

  void set_up_backward(double t);
  void set_tolerances();
  void look(double t, N_Vector y);

  const Sensitivities::Prepared& prepared_;
  const Phase& phase_;
  Stretch stretch_;
  Stage stage_;
  std::vector<double> sizes_;  // [n_species], amounts at the end
  std::vector<double> jacobian_;
  std::vector<std::size_t> places_;  // of the transposed Jacobian's entries in the Jacobian's
  simulate::Sparsity transposed_;
  OwnedVector weights_;   // [n_species]
  OwnedVector integral_;  // [n_unknowns], times the unknowns' sizes
  OwnedMatrix matrix_;
  OwnedLinearSolver linear_solver_;
  int which_ = -1;  // CVODES' number of the backward problem
  long backward_steps_ = 0;
};

}  // namespace rascade::ode
