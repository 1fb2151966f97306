// SPDX-License-Identifier: MIT
#include "rascade/ode/linear_method.hpp"

#include <klu.h>

#include <cstdint>

namespace rascade::ode {
namespace {

using simulate::Sparsity;

/// Of systems as they come from networks; measured in docs/adr/0010.
constexpr double factorisations_a_step = 0.15;
constexpr double usual_iterations = 4.0;        // a solve
constexpr double sure_iterations = 20.0;        // a solve: hardly ever more

/// Costs in reads of an entry of a sparse matrix: an operation of KLU's factorisation takes half of
/// one, a solve reads the factors twice over, an iteration multiplies and preconditions.
constexpr double cost_of_operation = 0.5;
constexpr double reads_of_factors = 2.0;
constexpr double reads_of_jacobian = 8.0;

/// Iterations a solve at which both methods cost the same; zero if factors cannot be predicted.
double even_iterations(const Sparsity& pattern, double solves)
{
  klu_l_common common;
  klu_l_defaults(&common);
  Sparsity copy = pattern;  // KLU takes no pointers to constants
  const auto n = static_cast<std::int64_t>(pattern.starts.size()) - 1;
  klu_l_symbolic* symbolic = klu_l_analyze(n, copy.starts.data(), copy.rows.data(), &common);
  if (symbolic == nullptr) return 0.0;
  const double factoring = factorisations_a_step * cost_of_operation * symbolic->est_flops;
  const double solving = reads_of_factors * (symbolic->lnz + symbolic->unz);
  klu_l_free_symbolic(&symbolic, &common);
  const double iterating = reads_of_jacobian * static_cast<double>(pattern.rows.size());
  return (factoring / solves + solving) / iterating;
}

}  // namespace

LinearChoice choose_linear_method(const Sparsity& pattern)
{
  const double even = even_iterations(pattern, 1.0);
  if (even > usual_iterations) return {LinearMethod::krylov, even};
  return {};
}

LinearChoice choose_lasting_method(const Sparsity& pattern, double solves)
{
  if (even_iterations(pattern, solves) > sure_iterations) return {LinearMethod::krylov};
  return {};
}

}  // namespace rascade::ode
