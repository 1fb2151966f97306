// SPDX-License-Identifier: MIT
#include "rascade/ode/incomplete_lu.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "rascade/simulate/sparse_rows.hpp"

namespace rascade::ode {
namespace {

using simulate::Sparsity;

constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

/// Species in many reactions come last: their rows meet all others, and eliminating them early
/// costs much and gains nothing.
std::vector<std::uint32_t> ascending_degrees(const Sparsity& pattern)
{
  const std::size_t n = pattern.starts.size() - 1;
  std::vector<std::int64_t> degrees(n);
  for (std::size_t j = 0; j < n; ++j) degrees[j] = pattern.starts[j + 1] - pattern.starts[j];
  for (const std::int64_t row : pattern.rows) ++degrees[static_cast<std::size_t>(row)];
  std::vector<std::uint32_t> order(n);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return degrees[a] < degrees[b]; });
  return order;
}

}  // namespace

IncompleteLu::IncompleteLu(const Sparsity& pattern, Fill fill)
    : order_(ascending_degrees(pattern)),
      columns_(pattern.rows.size()),
      sources_(pattern.rows.size()),
      inverse_pivots_(order_.size()),
      places_(order_.size(), nowhere),
      work_(order_.size())
{
  place_rows(pattern);
  if (fill == Fill::first_level) add_first_level();
  entries_.resize(columns_.size());
}

/// The columns are visited in their new order, so that each row's come out ascending.
void IncompleteLu::place_rows(const Sparsity& pattern)
{
  std::vector<std::uint32_t> position(size());
  for (std::uint32_t k = 0; k < size(); ++k) position[order_[k]] = k;
  starts_.assign(size() + 1, 0);
  for (const std::int64_t row : pattern.rows) {
    ++starts_[position[static_cast<std::size_t>(row)] + 1];
  }
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  diagonals_.resize(size());
  for (std::uint32_t column = 0; column < size(); ++column) {
    const std::size_t j = order_[column];
    for (std::int64_t k = pattern.starts[j]; k < pattern.starts[j + 1]; ++k) {
      const std::uint32_t row = position[static_cast<std::size_t>(
          pattern.rows[static_cast<std::size_t>(k)])];
      const std::uint32_t place = next[row]++;
      columns_[place] = column;
      sources_[place] = static_cast<std::uint32_t>(k);
      if (row == column) diagonals_[row] = place;
    }
  }
}

/// Row by row, what elimination with entries of the pattern makes of entries of the pattern.
void IncompleteLu::add_first_level()
{
  std::vector<std::uint32_t> starts{0}, columns, sources;
  std::vector<std::uint32_t> row_columns;
  for (std::uint32_t row = 0; row < size(); ++row) {
    row_columns.assign(columns_.begin() + starts_[row], columns_.begin() + starts_[row + 1]);
    for (std::uint32_t e = starts_[row]; e < starts_[row + 1]; ++e) places_[columns_[e]] = e;
    for (std::uint32_t e = starts_[row]; e < diagonals_[row]; ++e) {
      const std::uint32_t above = columns_[e];
      row_columns.insert(row_columns.end(), columns_.begin() + diagonals_[above] + 1,
                         columns_.begin() + starts_[above + 1]);
    }
    std::sort(row_columns.begin(), row_columns.end());
    row_columns.erase(std::unique(row_columns.begin(), row_columns.end()), row_columns.end());
    for (const std::uint32_t column : row_columns) {
      const std::uint32_t place = places_[column];
      columns.push_back(column);
      sources.push_back(place != nowhere ? sources_[place] : nowhere);
    }
    for (std::uint32_t e = starts_[row]; e < starts_[row + 1]; ++e) places_[columns_[e]] = nowhere;
    starts.push_back(static_cast<std::uint32_t>(columns.size()));
  }
  starts_ = std::move(starts);
  columns_ = std::move(columns);
  sources_ = std::move(sources);
  for (std::uint32_t row = 0; row < size(); ++row) {
    const auto first = columns_.begin() + starts_[row];
    const auto diagonal = std::lower_bound(first, columns_.begin() + starts_[row + 1], row);
    diagonals_[row] = static_cast<std::uint32_t>(diagonal - columns_.begin());
  }
}

void IncompleteLu::factor(std::span<const double> values, double gamma)
{
  for (std::size_t e = 0; e < entries_.size(); ++e) {
    entries_[e] = sources_[e] != nowhere ? -gamma * values[sources_[e]] : 0.0;
  }
  for (std::uint32_t row = 0; row < size(); ++row) {
    entries_[diagonals_[row]] += 1.0;
    eliminate(row);
  }
}

void IncompleteLu::eliminate(std::uint32_t row)
{
  for (std::uint32_t e = starts_[row]; e < starts_[row + 1]; ++e) places_[columns_[e]] = e;
  for (std::uint32_t e = starts_[row]; e < diagonals_[row]; ++e) {
    const std::uint32_t above = columns_[e];
    const double multiplier = entries_[e] *= inverse_pivots_[above];
    if (multiplier == 0.0) continue;
    for (std::uint32_t u = diagonals_[above] + 1; u < starts_[above + 1]; ++u) {
      const std::uint32_t place = places_[columns_[u]];
      if (place != nowhere) entries_[place] -= multiplier * entries_[u];
    }
  }
  for (std::uint32_t e = starts_[row]; e < starts_[row + 1]; ++e) places_[columns_[e]] = nowhere;
  // A rough inverse may skip what cannot be divided by.
  const double pivot = entries_[diagonals_[row]];
  inverse_pivots_[row] = pivot == 0.0 ? 1.0 : 1.0 / pivot;
}

void IncompleteLu::solve(std::span<const double> b, std::span<double> x)
{
  const double* const entries = entries_.data();
  const std::uint32_t* const columns = columns_.data();
  for (std::size_t row = 0; row < size(); ++row) {
    work_[row] = b[order_[row]] - simulate::sparse_dot(entries, columns, starts_[row],
                                                       diagonals_[row], work_.data());
  }
  for (std::size_t row = size(); row-- > 0;) {
    const double sum = simulate::sparse_dot(entries, columns, diagonals_[row] + 1U,
                                            starts_[row + 1], work_.data());
    work_[row] = (work_[row] - sum) * inverse_pivots_[row];
  }
  for (std::size_t row = 0; row < size(); ++row) x[order_[row]] = work_[row];
}

}  // namespace rascade::ode
