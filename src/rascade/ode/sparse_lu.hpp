// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "rascade/ode/solver.hpp"
#include "rascade/simulate/sparse_rows.hpp"

namespace rascade::ode {

/// A square sparse matrix factored by KLU, for a few right-hand sides.
class SparseLu {
 public:
  /// Entries at equal places are added up.
  SparseLu(std::vector<simulate::Triplet> entries, std::size_t size, SUNContext context);

  /// The estimated condition number, rows scaled to equal size; infinite if singular.
  [[nodiscard]] double condition() const { return condition_; }

  /// The sign of the determinant. @pre condition() is finite
  [[nodiscard]] bool is_determinant_negative() const;

  /// Makes the right-hand side the solution. @pre condition() is finite
  void solve(std::span<double> x);

 private:
  OwnedVector vector_;
  OwnedMatrix matrix_;
  OwnedLinearSolver solver_;
  double condition_ = 0.0;
};

}  // namespace rascade::ode
