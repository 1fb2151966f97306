// SPDX-License-Identifier: MIT
#pragma once

#include <nvector/nvector_serial.h>
#include <sundials/sundials_context.h>
#include <sundials/sundials_linearsolver.h>
#include <sundials/sundials_matrix.h>

#include <cstddef>
#include <memory>
#include <span>
#include <type_traits>

#include "rascade/simulate/rate_system.hpp"

namespace rascade::ode {

template <auto Free>
struct FreeWith {
  template <class T>
  void operator()(T* p) const
  {
    Free(p);
  }
};
template <class Handle, auto Free>
using Owned = std::unique_ptr<std::remove_pointer_t<Handle>, FreeWith<Free>>;

void free_context(SUNContext context);
void free_cvode(void* memory);

using OwnedContext = Owned<SUNContext, free_context>;
using OwnedVector = Owned<N_Vector, N_VDestroy>;
using OwnedMatrix = Owned<SUNMatrix, SUNMatDestroy>;
using OwnedLinearSolver = Owned<SUNLinearSolver, SUNLinSolFree>;
struct FreeCvode {
  void operator()(void* memory) const { free_cvode(memory); }
};
using OwnedCvode = std::unique_ptr<void, FreeCvode>;

[[nodiscard]] SUNContext make_context();

[[nodiscard]] std::span<double> values_of(N_Vector vector);

/// Zeros. Throws std::bad_alloc.
[[nodiscard]] OwnedVector make_vector(std::size_t size, SUNContext context);

/// A square sparse matrix with the pattern given, values zero.
[[nodiscard]] OwnedMatrix make_matrix(const simulate::Sparsity& sparsity, SUNContext context);

/// KLU with the AMD ordering for that matrix.
[[nodiscard]] OwnedLinearSolver make_klu(N_Vector vector, SUNMatrix matrix, SUNContext context);

/// Writes the pattern (CVODES clears it before each Jacobian).
void set_pattern(const simulate::Sparsity& sparsity, SUNMatrix matrix);

/// Forgets the factors' pivots.
void forget_factors(SUNLinearSolver solver, SUNMatrix matrix);

}  // namespace rascade::ode
