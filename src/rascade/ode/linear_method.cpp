// SPDX-License-Identifier: MIT
#include "rascade/ode/linear_method.hpp"

#include <klu.h>

#include <cstdint>
#include <limits>

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

/// In reads of an entry.
struct Costs {
  double factor = 0.0;
  double solve = 0.0;      // with factors
  double iteration = 0.0;  // of GMRES

  [[nodiscard]] double direct_step(double solves) const
  {
    return factorisations_a_step * factor + solves * solve;
  }

  /// Iterations a solve at which both methods cost the same.
  [[nodiscard]] double even_iterations(double solves) const
  {
    return direct_step(solves) / (solves * iteration);
  }
};

/// As KLU predicts them; no costs if it cannot.
Costs predict(const Sparsity& pattern)
{
  klu_l_common common;
  klu_l_defaults(&common);
  Sparsity copy = pattern;  // KLU takes no pointers to constants
  const auto n = static_cast<std::int64_t>(pattern.starts.size()) - 1;
  klu_l_symbolic* symbolic = klu_l_analyze(n, copy.starts.data(), copy.rows.data(), &common);
  Costs costs;
  costs.iteration = reads_of_jacobian * static_cast<double>(pattern.rows.size());
  if (symbolic == nullptr) return costs;
  costs.factor = cost_of_operation * symbolic->est_flops;
  costs.solve = reads_of_factors * (symbolic->lnz + symbolic->unz);
  klu_l_free_symbolic(&symbolic, &common);
  return costs;
}

LinearChoice choose(const Costs& costs)
{
  const double even = costs.even_iterations(1.0);
  if (even > usual_iterations) {
    return {LinearMethod::krylov, even, costs.factor / (usual_iterations * costs.iteration)};
  }
  LinearChoice choice;
  choice.factor_steps = costs.factor / costs.direct_step(1.0);
  return choice;
}

}  // namespace

LinearChoice choose_linear_method(const Sparsity& pattern) { return choose(predict(pattern)); }

LinearChoice choose_lasting_method(const Sparsity& pattern, double solves)
{
  const Costs costs = predict(pattern);
  LinearChoice choice = choose(costs);
  choice.patience = std::numeric_limits<double>::infinity();
  if (costs.even_iterations(solves) <= sure_iterations) choice.method = LinearMethod::direct;
  return choice;
}

}  // namespace rascade::ode
