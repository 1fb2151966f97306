// SPDX-License-Identifier: MIT
#include "rascade/ode/sundials.hpp"

#include <cvodes/cvodes.h>
#include <sunlinsol/sunlinsol_klu.h>
#include <sunmatrix/sunmatrix_sparse.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <new>

namespace rascade::ode {
namespace {

using simulate::Sparsity;

static_assert(std::is_same_v<sunindextype, std::int64_t>);
static_assert(std::is_same_v<realtype, double>);

constexpr int amd_ordering = 0;

}  // namespace

SUNContext make_context()
{
  SUNContext context = nullptr;
  if (SUNContext_Create(nullptr, &context) != 0) throw std::bad_alloc();
  return context;
}

void free_context(SUNContext context) { SUNContext_Free(&context); }

void free_cvode(void* memory) { CVodeFree(&memory); }

std::span<double> values_of(N_Vector vector)
{
  return {NV_DATA_S(vector), static_cast<std::size_t>(NV_LENGTH_S(vector))};
}

OwnedVector make_vector(std::size_t size, SUNContext context)
{
  OwnedVector vector(N_VNew_Serial(static_cast<sunindextype>(size), context));
  if (!vector) throw std::bad_alloc();
  N_VConst(0.0, vector.get());
  return vector;
}

OwnedMatrix make_matrix(const Sparsity& sparsity, SUNContext context)
{
  const auto n = static_cast<sunindextype>(sparsity.starts.size() - 1);
  const auto nonzeros = static_cast<sunindextype>(sparsity.rows.size());
  OwnedMatrix matrix(SUNSparseMatrix(n, n, nonzeros, CSC_MAT, context));
  if (!matrix) throw std::bad_alloc();
  set_pattern(sparsity, matrix.get());
  return matrix;
}

OwnedLinearSolver make_klu(N_Vector vector, SUNMatrix matrix, SUNContext context)
{
  OwnedLinearSolver solver(SUNLinSol_KLU(vector, matrix, context));
  if (!solver) throw std::bad_alloc();
  SUNLinSol_KLUSetOrdering(solver.get(), amd_ordering);
  return solver;
}

void set_pattern(const Sparsity& sparsity, SUNMatrix matrix)
{
  std::copy(sparsity.starts.begin(), sparsity.starts.end(), SM_INDEXPTRS_S(matrix));
  std::copy(sparsity.rows.begin(), sparsity.rows.end(), SM_INDEXVALS_S(matrix));
}

void forget_factors(SUNLinearSolver solver, SUNMatrix matrix)
{
  SUNLinSol_KLUReInit(solver, matrix, SM_NNZ_S(matrix), SUNKLU_REINIT_PARTIAL);
  SUNLinSol_KLUSetOrdering(solver, amd_ordering);
}

}  // namespace rascade::ode
