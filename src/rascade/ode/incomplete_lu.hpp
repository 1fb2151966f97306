// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "rascade/simulate/rate_system.hpp"

namespace rascade::ode {

/// Roughly the factors of I - gamma J: Gaussian elimination that keeps no entry outside the pattern of
/// J, rows with few entries first (ILU(0); Saad, Iterative Methods for Sparse Linear Systems, 10.3).
/// Preconditions Krylov methods where exact factors would fill up.
class IncompleteLu {
 public:
  /// @param pattern  of J, with its diagonal
  explicit IncompleteLu(const simulate::Sparsity& pattern);

  /// @param values  of J, [n_nonzeros] in the order of the pattern
  void factor(std::span<const double> values, double gamma);

  /// x = the rough inverse of I - gamma J, times b. Spans [n].
  void solve(std::span<const double> b, std::span<double> x);

 private:
  [[nodiscard]] std::size_t size() const { return inverse_pivots_.size(); }
  void place_rows(const simulate::Sparsity& pattern);
  void eliminate(std::uint32_t row);

  std::vector<std::uint32_t> order_;      // [n], of the row eliminated k-th
  std::vector<std::uint32_t> starts_;     // [n + 1], into the arrays of entries
  std::vector<std::uint32_t> diagonals_;  // [n], place of each row's diagonal
  std::vector<std::uint32_t> columns_;    // [n_nonzeros], ascending within a row
  std::vector<std::uint32_t> sources_;    // [n_nonzeros], places in the pattern given
  std::vector<double> entries_;           // [n_nonzeros]; left of the diagonal L, right of it U
  std::vector<double> inverse_pivots_;    // [n]
  std::vector<std::uint32_t> places_;     // [n], of the present row's columns
  std::vector<double> work_;              // [n]
};

}  // namespace rascade::ode
