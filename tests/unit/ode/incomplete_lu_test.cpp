// SPDX-License-Identifier: MIT
#include "rascade/ode/incomplete_lu.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace rascade::ode {
namespace {

using simulate::Sparsity;

/// Columns of a matrix whose rows i and j meet if |i - j| <= 1, or at the corners if `ring`.
Sparsity band(std::int64_t n, bool ring)
{
  Sparsity pattern;
  pattern.starts.push_back(0);
  for (std::int64_t j = 0; j < n; ++j) {
    for (std::int64_t i = 0; i < n; ++i) {
      const std::int64_t apart = i > j ? i - j : j - i;
      if (apart <= 1 || (ring && apart == n - 1)) pattern.rows.push_back(i);
    }
    pattern.starts.push_back(static_cast<std::int64_t>(pattern.rows.size()));
  }
  return pattern;
}

/// b = (I - gamma J) x
std::vector<double> apply(const Sparsity& pattern, const std::vector<double>& values, double gamma,
                          const std::vector<double>& x)
{
  std::vector<double> b = x;
  for (std::size_t j = 0; j < x.size(); ++j) {
    for (auto k = static_cast<std::size_t>(pattern.starts[j]);
         k < static_cast<std::size_t>(pattern.starts[j + 1]); ++k) {
      b[static_cast<std::size_t>(pattern.rows[k])] -= gamma * values[k] * x[j];
    }
  }
  return b;
}

std::vector<double> numbers(std::size_t count)
{
  std::vector<double> values;
  for (std::size_t i = 0; i < count; ++i) values.push_back(1.0 + static_cast<double>(i * 7 % 11));
  return values;
}

TEST(IncompleteLu, IsExactWhereNothingFillsUp)
{
  const Sparsity pattern = band(30, false);
  const std::vector<double> values = numbers(pattern.rows.size()), x = numbers(30);
  IncompleteLu factors(pattern, IncompleteLu::Fill::none);
  for (const double gamma : {-0.01, -1.0, 0.02}) {
    factors.factor(values, gamma);
    std::vector<double> found(x.size());
    factors.solve(apply(pattern, values, gamma, x), found);
    for (std::size_t i = 0; i < x.size(); ++i) EXPECT_NEAR(found[i], x[i], 1e-11) << i;
  }
}

TEST(IncompleteLu, IsExactWhereTheFirstLevelIsAllThatFillsUp)
{
  // A ring of four: eliminating two opposite rows fills the place of the other two's meeting.
  const Sparsity pattern = band(4, true);
  const std::vector<double> values = numbers(pattern.rows.size()), x = numbers(4);
  IncompleteLu factors(pattern, IncompleteLu::Fill::first_level);
  factors.factor(values, -0.5);
  std::vector<double> found(x.size());
  factors.solve(apply(pattern, values, -0.5, x), found);
  for (std::size_t i = 0; i < x.size(); ++i) EXPECT_NEAR(found[i], x[i], 1e-11) << i;
}

TEST(IncompleteLu, AgreesWithTheMatrixOnItsPattern)
{
  // The characterisation of ILU(0): (L U)_ij = a_ij wherever a_ij may differ from zero. On a ring
  // eliminated in any order, fill appears; solving with the factors inverts L U, not A.
  const Sparsity pattern = band(6, true);
  const std::vector<double> values = numbers(pattern.rows.size());
  IncompleteLu factors(pattern, IncompleteLu::Fill::none);
  factors.factor(values, -0.5);
  // The inverse of L U, column by column, inverted again by elimination.
  const std::size_t n = 6;
  std::vector<std::vector<double>> inverse(n, std::vector<double>(n)), product(inverse);
  for (std::size_t j = 0; j < n; ++j) {
    std::vector<double> unit(n, 0.0), column(n);
    unit[j] = 1.0;
    factors.solve(unit, column);
    for (std::size_t i = 0; i < n; ++i) inverse[i][j] = column[i];
    product[j][j] = 1.0;
  }
  for (std::size_t p = 0; p < n; ++p) {
    const double pivot = inverse[p][p];
    for (std::size_t j = 0; j < n; ++j) {
      inverse[p][j] /= pivot;
      product[p][j] /= pivot;
    }
    for (std::size_t i = 0; i < n; ++i) {
      if (i == p) continue;
      const double factor = inverse[i][p];
      for (std::size_t j = 0; j < n; ++j) {
        inverse[i][j] -= factor * inverse[p][j];
        product[i][j] -= factor * product[p][j];
      }
    }
  }
  for (std::size_t j = 0; j < n; ++j) {
    std::vector<double> unit(n, 0.0);
    unit[j] = 1.0;
    const std::vector<double> column = apply(pattern, values, -0.5, unit);
    for (auto k = static_cast<std::size_t>(pattern.starts[j]);
         k < static_cast<std::size_t>(pattern.starts[j + 1]); ++k) {
      const auto i = static_cast<std::size_t>(pattern.rows[k]);
      EXPECT_NEAR(product[i][j], column[i], 1e-11) << i << ", " << j;
    }
  }
}

}  // namespace
}  // namespace rascade::ode
