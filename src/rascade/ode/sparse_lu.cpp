// SPDX-License-Identifier: MIT
#include "rascade/ode/sparse_lu.hpp"

#include <sunlinsol/sunlinsol_klu.h>
#include <sunmatrix/sunmatrix_sparse.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <limits>
#include <new>
#include <utility>

namespace rascade::ode {
namespace {

/// Of a matrix that has been factored.
double estimate_condition(SUNLinearSolver solver, SUNMatrix matrix)
{
  klu_l_common* const common = SUNLinSol_KLUGetCommon(solver);
  klu_l_numeric* const numeric = SUNLinSol_KLUGetNumeric(solver);
  const auto done = klu_l_condest(SM_INDEXPTRS_S(matrix), SM_DATA_S(matrix),
                                  SUNLinSol_KLUGetSymbolic(solver), numeric, common);
  return done == 1 && std::isfinite(common->condest) ? common->condest
                                                     : std::numeric_limits<double>::infinity();
}

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
  const bool is_finite = std::all_of(columns.coefficients.begin(), columns.coefficients.end(),
                                     [](double v) { return std::isfinite(v); });
  const bool is_factored = is_finite && SUNLinSolSetup(solver_.get(), matrix_.get()) == 0;
  condition_ = is_factored ? estimate_condition(solver_.get(), matrix_.get())
                           : std::numeric_limits<double>::infinity();
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

void SparseLu::solve(std::span<double> x)
{
  assert(std::isfinite(condition_));
  const std::span<double> values = values_of(vector_.get());
  std::copy(x.begin(), x.end(), values.begin());
  SUNLinSolSolve(solver_.get(), matrix_.get(), vector_.get(), vector_.get(), 0.0);
  std::copy(values.begin(), values.end(), x.begin());
}

}  // namespace rascade::ode
