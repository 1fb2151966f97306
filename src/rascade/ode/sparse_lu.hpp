// SPDX-License-Identifier: MIT
#pragma once

#include <limits>
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

  /// The largest relative error of a solution that is known, so of others like it: about one if the
  /// matrix is singular as far as rounding lets one see, infinite if it has no factors. A condition
  /// number would be far too careful: stiff networks have large ones, and are solved well.
  [[nodiscard]] double error() const { return error_; }

  /// The sign of the determinant. @pre error() is finite
  [[nodiscard]] bool is_determinant_negative() const;

  /// Makes the right-hand side the solution. @pre error() is finite
  void solve(std::span<double> x);

 private:
  [[nodiscard]] double try_known(const simulate::SparseRows& columns);
  void subtract_product(std::span<const double> x, std::span<const double> b,
                        std::span<double> left) const;

  OwnedVector vector_;
  OwnedMatrix matrix_;
  OwnedLinearSolver solver_;
  double error_ = std::numeric_limits<double>::infinity();
};

}  // namespace rascade::ode
