// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rascade::simulate {

struct Triplet {
  std::size_t row;
  std::size_t column;
  double coefficient;
};

/// A constant sparse matrix, row by row.
struct SparseRows {
  std::vector<std::uint32_t> starts;   // [n_rows + 1]
  std::vector<std::uint32_t> columns;  // ascending within a row
  std::vector<double> coefficients;

  /// Equal places are added up.
  [[nodiscard]] static SparseRows from(std::vector<Triplet> triplets, std::size_t num_rows);

  [[nodiscard]] SparseRows transposed(std::size_t num_columns) const;

  [[nodiscard]] std::size_t num_rows() const { return starts.size() - 1; }

  /// The product of row `row` and `x`.
  [[nodiscard]] double dot(std::size_t row, const double* x) const
  {
    double sum = 0.0;
    for (std::uint32_t i = starts[row]; i < starts[row + 1]; ++i) {
      sum += coefficients[i] * x[columns[i]];
    }
    return sum;
  }

  /// out = this * x. out [n_rows].
  void multiply(const double* x, std::span<double> out) const
  {
    for (std::size_t row = 0; row < num_rows(); ++row) out[row] = dot(row, x);
  }
};

}  // namespace rascade::simulate
