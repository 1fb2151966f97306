// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "rascade/simulate/rate_system.hpp"

namespace rascade::ode {

/// Roughly the factors of I - gamma J: Gaussian elimination that keeps only entries of the pattern of
/// J, or also those that these make (ILU(0) and ILU(1); Saad, Iterative Methods for Sparse Linear
/// Systems, 10.3), rows with few entries first. Preconditions Krylov methods where exact factors
/// would fill up.
class IncompleteLu {
 public:
  enum class Fill {
    none,         // ILU(0)
    first_level,  // ILU(1)
  };

  /// @param pattern  of J, with its diagonal
  IncompleteLu(const simulate::Sparsity& pattern, Fill fill);

  /// @param values  of J, [n_nonzeros] in the order of the pattern
  void factor(std::span<const double> values, double gamma);

  /// x = the rough inverse of I - gamma J, times b. Spans [n].
  void solve(std::span<const double> b, std::span<double> x);

 private:
  [[nodiscard]] std::size_t size() const { return inverse_pivots_.size(); }
  void place_rows(const simulate::Sparsity& pattern);
  void add_first_level();
  void eliminate(std::uint32_t row);

  std::vector<std::uint32_t> order_;      // [n], of the row eliminated k-th
  std::vector<std::uint32_t> starts_;     // [n + 1], into the arrays of entries
  std::vector<std::uint32_t> diagonals_;  // [n], place of each row's diagonal
  std::vector<std::uint32_t> columns_;    // [n_entries], ascending within a row
  std::vector<std::uint32_t> sources_;    // [n_entries], places in the pattern given, or nowhere
  std::vector<double> entries_;           // [n_entries]; left of the diagonal L, right of it U
  std::vector<double> inverse_pivots_;    // [n]
  std::vector<std::uint32_t> places_;     // [n], of the present row's columns
  std::vector<double> work_;              // [n]
};

}  // namespace rascade::ode
