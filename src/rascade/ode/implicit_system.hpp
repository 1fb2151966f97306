// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "rascade/ode/incomplete_lu.hpp"
#include "rascade/ode/linear_method.hpp"
#include "rascade/ode/sundials.hpp"
#include "rascade/simulate/rate_system.hpp"

namespace rascade::ode {

/// The systems (I - gamma J) x = b of implicit steps, for CVODES. Stays where it was made.
class ImplicitSystem {
 public:
  ImplicitSystem(const simulate::Sparsity& pattern, LinearMethod method, N_Vector like,
                 SUNContext context);
  ImplicitSystem(const ImplicitSystem&) = delete;
  ImplicitSystem& operator=(const ImplicitSystem&) = delete;

  [[nodiscard]] LinearMethod method() const { return method_; }
  [[nodiscard]] SUNLinearSolver solver() const { return solver_.get(); }
  [[nodiscard]] SUNMatrix matrix() const { return matrix_.get(); }  // null for Krylov
  [[nodiscard]] const simulate::Sparsity& pattern() const { return pattern_; }

  /// Where the caller writes the values of J, [n_nonzeros]: CVODES' matrix, or our own.
  [[nodiscard]] std::span<double> values(SUNMatrix matrix);
  /// What is not a number becomes zero: the slope of a root at zero is infinite, and Newton's method
  /// gets by with an approximate Jacobian.
  static void keep_finite(std::span<double> values);

  /// For the Krylov method, with the values as last written.
  [[nodiscard]] std::span<double> values() { return jacobian_; }
  void precondition(double gamma);
  /// Dearer rough factors, with which fewer iterations do.
  void refine() { take_factors(IncompleteLu::Fill::first_level); }
  [[nodiscard]] bool is_refined() const { return fill_ == IncompleteLu::Fill::first_level; }
  void solve_roughly(std::span<const double> b, std::span<double> x) { factors_->solve(b, x); }
  void multiply(std::span<const double> x, std::span<double> out) const;

  /// Forgets what earlier systems were like.
  void forget();

 private:
  void take_factors(IncompleteLu::Fill fill);

  simulate::Sparsity pattern_;
  LinearMethod method_;
  OwnedMatrix matrix_;
  OwnedLinearSolver solver_;
  std::vector<double> jacobian_;
  IncompleteLu::Fill fill_ = IncompleteLu::Fill::none;
  std::optional<IncompleteLu> factors_;
};

/// out = J x for the Jacobian's values.
void multiply(const simulate::Sparsity& sparsity, std::span<const double> values,
              std::span<const double> x, std::span<double> out);

}  // namespace rascade::ode
