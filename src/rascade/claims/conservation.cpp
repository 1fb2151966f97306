// SPDX-License-Identifier: MIT
#include "rascade/claims/conservation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "rascade/simulate/rate_program.hpp"

namespace rascade::claims {
namespace {

using Rows = std::vector<std::vector<double>>;

constexpr double negligible = 1e-9;  // stoichiometric coefficients are small whole numbers

/// Gauss-Jordan elimination, columns in the given order; returns the pivot column of each row.
std::vector<std::size_t> reduce(Rows& rows, const std::vector<std::size_t>& column_order)
{
  std::vector<std::size_t> pivots;
  for (const std::size_t column : column_order) {
    const std::size_t top = pivots.size();
    if (top == rows.size()) break;
    std::size_t best = top;
    for (std::size_t i = top; i < rows.size(); ++i) {
      if (std::abs(rows[i][column]) > std::abs(rows[best][column])) best = i;
    }
    if (std::abs(rows[best][column]) < negligible) continue;
    std::swap(rows[top], rows[best]);
    const double pivot = rows[top][column];
    for (double& x : rows[top]) x /= pivot;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const double by = rows[i][column];
      if (i == top || std::abs(by) < negligible) continue;
      for (std::size_t j = 0; j < rows[i].size(); ++j) rows[i][j] -= by * rows[top][j];
    }
    pivots.push_back(column);
  }
  rows.resize(pivots.size());
  return pivots;
}

/// Changes by each reaction, [n_reactions][n_species].
Rows changes_of(const simulate::RateSystem& system)
{
  const simulate::SparseRows& change = system.program().kinetics.change;
  const std::size_t n = system.num_species();
  std::size_t reactions = 0;
  for (const std::uint32_t column : change.columns) {
    reactions = std::max(reactions, static_cast<std::size_t>(column) + 1);
  }
  Rows rows(reactions, std::vector<double>(n, 0.0));
  for (std::size_t species = 0; species < n; ++species) {
    for (std::uint32_t k = change.starts[species]; k < change.starts[species + 1]; ++k) {
      rows[change.columns[k]][species] = change.coefficients[k];
    }
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

/// Rows span what is orthogonal to every change: each free column is one vector.
Rows null_space(const Rows& reduced, const std::vector<std::size_t>& pivots, std::size_t n)
{
  std::vector<bool> is_pivot(n, false);
  for (const std::size_t p : pivots) is_pivot[p] = true;
  Rows basis;
  for (std::size_t free = 0; free < n; ++free) {
    if (is_pivot[free]) continue;
    std::vector<double> vector(n, 0.0);
    vector[free] = 1;
    for (std::size_t i = 0; i < pivots.size(); ++i) vector[pivots[i]] = -reduced[i][free];
    basis.push_back(std::move(vector));
  }
  return basis;
}

}  // namespace

std::vector<ConservedSum> conserved_sums(const simulate::RateSystem& system,
                                         std::span<const double> initial)
{
  const std::size_t n = system.num_species();
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  Rows changes = changes_of(system);
  const std::vector<std::size_t> moved = reduce(changes, order);
  Rows sums = null_space(changes, moved, n);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t i, std::size_t j) { return initial[i] > initial[j]; });
  const std::vector<std::size_t> dependent = reduce(sums, order);
  std::vector<ConservedSum> result;
  for (std::size_t i = 0; i < dependent.size(); ++i) {
    ConservedSum sum{dependent[i], {}};
    for (std::size_t j = 0; j < n; ++j) {
      if (j != dependent[i] && std::abs(sums[i][j]) > negligible) sum.others.push_back({j, sums[i][j]});
    }
    result.push_back(std::move(sum));
  }
  return result;
}

}  // namespace rascade::claims
