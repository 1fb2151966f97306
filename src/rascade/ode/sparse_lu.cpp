// SPDX-License-Identifier: MIT
#include "rascade/ode/sparse_lu.hpp"

#include <sunlinsol/sunlinsol_klu.h>
#include <sunmatrix/sunmatrix_sparse.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <new>
#include <utility>

namespace rascade::ode {
namespace {

/// A diagonal entry is the pivot if no entry below it is larger by more than this. KLU's own 0.001
/// keeps factors sparser, and loses digits of stiff networks.
constexpr double pivoting = 0.1;

/// Of the solution that is known: unlike numbers, lest rows of zero sum hide what is lost.
double known(std::size_t i) { return 1.0 + 0.5 * static_cast<double>(i % 7); }

bool is_odd(const std::int64_t* permutation, std::size_t size)
{
  std::vector<bool> seen(size, false);
  bool odd = false;
  for (std::size_t i = 0; i < size; ++i) {
    if (seen[i]) continue;
    std::size_t length = 0;
    for (std::size_t k = i; !seen[k]; k = static_cast<std::size_t>(permutation[k])) {
      seen[k] = true;
      ++length;
    }
    odd = odd != (length % 2 == 0);
  }
  return odd;
}

}  // namespace

SparseLu::SparseLu(std::vector<simulate::Triplet> entries, std::size_t size, SUNContext context)
    : vector_(N_VNew_Serial(static_cast<sunindextype>(size), context))
{
  if (!vector_) throw std::bad_alloc();
  for (simulate::Triplet& entry : entries) std::swap(entry.row, entry.column);
  const simulate::SparseRows columns = simulate::SparseRows::from(std::move(entries), size);
  const simulate::Sparsity sparsity{{columns.starts.begin(), columns.starts.end()},
                                    {columns.columns.begin(), columns.columns.end()}};
  matrix_ = make_matrix(sparsity, context);
  std::copy(columns.coefficients.begin(), columns.coefficients.end(), SM_DATA_S(matrix_.get()));
  solver_ = make_klu(vector_.get(), matrix_.get(), context);
  SUNLinSolInitialize(solver_.get());
  SUNLinSol_KLUGetCommon(solver_.get())->tol = pivoting;
  const bool is_finite = std::all_of(columns.coefficients.begin(), columns.coefficients.end(),
                                     [](double v) { return std::isfinite(v); });
  const bool is_factored = is_finite && SUNLinSolSetup(solver_.get(), matrix_.get()) == 0;
  if (is_factored) error_ = try_known(columns);
}

double SparseLu::try_known(const simulate::SparseRows& columns)
{
  std::vector<double> x(columns.num_rows(), 0.0);
  for (std::size_t j = 0; j < columns.num_rows(); ++j) {
    for (std::uint32_t k = columns.starts[j]; k < columns.starts[j + 1]; ++k) {
      x[columns.columns[k]] += columns.coefficients[k] * known(j);
    }
  }
  solve(x);
  double error = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double of_it = std::abs(x[i] / known(i) - 1.0);
    if (!(of_it <= error)) error = of_it;
  }
  return std::isfinite(error) ? error : std::numeric_limits<double>::infinity();
}

/// KLU: P R^-1 A Q = L U by blocks, with R > 0 and ones on the diagonal of L.
bool SparseLu::is_determinant_negative() const
{
  const klu_l_numeric* const numeric = SUNLinSol_KLUGetNumeric(solver_.get());
  const klu_l_symbolic* const symbolic = SUNLinSol_KLUGetSymbolic(solver_.get());
  const auto n = static_cast<std::size_t>(symbolic->n);
  bool negative = is_odd(numeric->Pnum, n) != is_odd(symbolic->Q, n);
  const auto* const pivots = static_cast<const double*>(numeric->Udiag);
  for (std::size_t i = 0; i < n; ++i) negative = negative != (pivots[i] < 0.0);
  return negative;
}

/// Twice, the second time for what is left: that gives back digits lost in the factors.
void SparseLu::solve(std::span<double> x)
{
  const std::vector<double> b(x.begin(), x.end());
  std::vector<double> left(b);
  std::fill(x.begin(), x.end(), 0.0);
  for (int pass = 0; pass < 2; ++pass) {
    const std::span<double> values = values_of(vector_.get());
    std::copy(left.begin(), left.end(), values.begin());
    SUNLinSolSolve(solver_.get(), matrix_.get(), vector_.get(), vector_.get(), 0.0);
    for (std::size_t i = 0; i < x.size(); ++i) x[i] += values[i];
    if (pass == 0) subtract_product(x, b, left);
  }
}

/// left = b - A x.
void SparseLu::subtract_product(std::span<const double> x, std::span<const double> b,
                                std::span<double> left) const
{
  std::copy(b.begin(), b.end(), left.begin());
  const sunindextype* const starts = SM_INDEXPTRS_S(matrix_.get());
  for (std::size_t j = 0; j < x.size(); ++j) {
    for (sunindextype k = starts[j]; k < starts[j + 1]; ++k) {
      const auto row = static_cast<std::size_t>(SM_INDEXVALS_S(matrix_.get())[k]);
      left[row] -= SM_DATA_S(matrix_.get())[k] * x[j];
    }
  }
}

}  // namespace rascade::ode
