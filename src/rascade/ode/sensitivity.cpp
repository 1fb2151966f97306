// SPDX-License-Identifier: MIT
#include "rascade/ode/sensitivity.hpp"

#include <algorithm>
#include <set>

#include "rascade/ode/adjoint.hpp"
#include "rascade/ode/forward.hpp"
#include "rascade/ode/sensitivity_problem.hpp"

namespace rascade::ode {
namespace {

Gradient by_forward(const Sensitivities::Prepared& prepared, const Objective& objective)
{
  SensitivityTrajectory run = run_forward(prepared);
  Gradient gradient;
  gradient.method = Method::forward;
  gradient.steps = run.steps;
  std::vector<double> by_value(run.values.size(), 0.0);
  gradient.objective = objective(run.values, by_value);
  const std::size_t count = prepared.num_unknowns();
  gradient.slopes.assign(count, 0.0);
  for (std::size_t m = 0; m < by_value.size(); ++m) {
    for (std::size_t u = 0; u < count; ++u) {
      gradient.slopes[u] += by_value[m] * run.slopes[m * count + u];
    }
  }
  gradient.values = std::move(run.values);
  return gradient;
}

Gradient by_adjoint(const Sensitivities::Prepared& prepared, const Objective& objective)
{
  AdjointRun run(prepared);
  Gradient gradient;
  gradient.method = Method::adjoint;
  gradient.values.assign(run.values().begin(), run.values().end());
  std::vector<double> by_value(gradient.values.size(), 0.0);
  gradient.objective = objective(gradient.values, by_value);
  gradient.slopes = run.go_back(by_value);
  gradient.steps = run.steps_taken();
  return gradient;
}

/// The rule at `unknowns_per_start`.
bool is_cheaper_backwards(const Sensitivities::Prepared& prepared)
{
  std::size_t runs = 0, starts = 0;
  for (std::size_t i = 0; i < prepared.problem.phases.size(); ++i) {
    if (prepared.problem.phases[i].kind != Phase::Kind::run) continue;
    std::set<double> times;
    for (const std::size_t m : prepared.measured[i]) {
      times.insert(prepared.problem.measurements[m].time);
    }
    starts += std::max<std::size_t>(1, times.size());
    ++runs;
  }
  return prepared.num_unknowns() * runs > unknowns_per_start * starts;
}

}  // namespace

std::vector<double> Sensitivities::values() const
{
  const AdjointRun run(*prepared_);
  return {run.values().begin(), run.values().end()};
}

SensitivityTrajectory Sensitivities::forward() const { return run_forward(*prepared_); }

Gradient Sensitivities::gradient(const Objective& objective, Method method) const
{
  const bool is_adjoint = method == Method::adjoint ||
                          (method == Method::automatic && is_cheaper_backwards(*prepared_));
  return is_adjoint ? by_adjoint(*prepared_, objective) : by_forward(*prepared_, objective);
}

}  // namespace rascade::ode
