// SPDX-License-Identifier: MIT
#include "rascade/ode/implicit_system.hpp"

#include <sunlinsol/sunlinsol_spgmr.h>
#include <sunmatrix/sunmatrix_sparse.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <new>

namespace rascade::ode {
namespace {

using simulate::Sparsity;

/// Directions kept before GMRES gives up and asks for a shorter step.
constexpr int most_directions = 30;

}  // namespace

ImplicitSystem::ImplicitSystem(const Sparsity& pattern, LinearMethod method, N_Vector like,
                               SUNContext context)
    : pattern_(pattern), method_(method)
{
  if (method_ == LinearMethod::direct) {
    matrix_ = make_matrix(pattern_, context);
    solver_ = make_klu(like, matrix_.get(), context);
    return;
  }
  solver_.reset(SUNLinSol_SPGMR(like, SUN_PREC_RIGHT, most_directions, context));
  if (!solver_) throw std::bad_alloc();
  jacobian_.resize(pattern_.rows.size());
  take_factors(IncompleteLu::Fill::none);
}

std::span<double> ImplicitSystem::values(SUNMatrix matrix)
{
  set_pattern(pattern_, matrix);
  return {SM_DATA_S(matrix), pattern_.rows.size()};
}

void ImplicitSystem::keep_finite(std::span<double> values)
{
  for (double& v : values) v = std::isfinite(v) ? v : 0.0;
}

void ImplicitSystem::precondition(double gamma)
{
  keep_finite(jacobian_);
  factors_->factor(jacobian_, gamma);
}

void ImplicitSystem::multiply(std::span<const double> x, std::span<double> out) const
{
  ode::multiply(pattern_, jacobian_, x, out);
}

void ImplicitSystem::take_factors(IncompleteLu::Fill fill)
{
  fill_ = fill;
  factors_.emplace(pattern_, fill);
}

void ImplicitSystem::forget()
{
  if (matrix_) forget_factors(solver_.get(), matrix_.get());
  if (is_refined()) take_factors(IncompleteLu::Fill::none);
}

void multiply(const simulate::Sparsity& sparsity, std::span<const double> values,
              std::span<const double> x, std::span<double> out)
{
  std::fill(out.begin(), out.end(), 0.0);
  for (std::size_t j = 0; j < x.size(); ++j) {
    if (x[j] == 0.0) continue;
    for (std::int64_t k = sparsity.starts[j]; k < sparsity.starts[j + 1]; ++k) {
      const auto place = static_cast<std::size_t>(k);
      out[static_cast<std::size_t>(sparsity.rows[place])] += values[place] * x[j];
    }
  }
}

}  // namespace rascade::ode
