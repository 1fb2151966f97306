// SPDX-License-Identifier: MIT
#include "rascade/simulate/sparse_rows.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace rascade::simulate {

SparseRows SparseRows::from(std::vector<Triplet> triplets, std::size_t num_rows)
{
  std::stable_sort(triplets.begin(), triplets.end(), [](const Triplet& a, const Triplet& b) {
    return std::tie(a.row, a.column) < std::tie(b.row, b.column);
  });
  SparseRows rows;
  rows.starts.assign(num_rows + 1, 0);
  for (std::size_t i = 0; i < triplets.size(); ++i) {
    const Triplet& t = triplets[i];
    if (i > 0 && triplets[i - 1].row == t.row && triplets[i - 1].column == t.column) {
      rows.coefficients.back() += t.coefficient;
      continue;
    }
    rows.columns.push_back(static_cast<std::uint32_t>(t.column));
    rows.coefficients.push_back(t.coefficient);
    ++rows.starts[t.row + 1];
  }
  for (std::size_t row = 0; row < num_rows; ++row) rows.starts[row + 1] += rows.starts[row];
  return rows;
}

SparseRows SparseRows::transposed(std::size_t num_columns) const
{
  std::vector<Triplet> triplets;
  for (std::size_t i = 0; i < num_rows(); ++i) {
    for (std::uint32_t k = starts[i]; k < starts[i + 1]; ++k) {
      triplets.push_back({columns[k], i, coefficients[k]});
    }
  }
  return from(std::move(triplets), num_columns);
}

}  // namespace rascade::simulate
