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

/// The sum of coefficients[i] * x[columns[i]] over [first, last). Four sums side by side: one alone
/// would wait for each addition.
[[nodiscard]] inline double sparse_dot(const double* coefficients, const std::uint32_t* columns,
                                       std::size_t first, std::size_t last, const double* x)
{
  double a = 0.0;
  double b = 0.0;
  double c = 0.0;
  double d = 0.0;
  std::size_t i = first;
  for (; i + 4 <= last; i += 4) {
    a += coefficients[i] * x[columns[i]];
    b += coefficients[i + 1] * x[columns[i + 1]];
    c += coefficients[i + 2] * x[columns[i + 2]];
    d += coefficients[i + 3] * x[columns[i + 3]];
  }
  for (; i < last; ++i) a += coefficients[i] * x[columns[i]];
  return (a + b) + (c + d);
}

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
    return sparse_dot(coefficients.data(), columns.data(), starts[row], starts[row + 1], x);
  }

  /// out = this * x. out [n_rows].
  void multiply(const double* x, std::span<double> out) const
  {
    for (std::size_t row = 0; row < num_rows(); ++row) out[row] = dot(row, x);
  }
};

}  // namespace rascade::simulate
