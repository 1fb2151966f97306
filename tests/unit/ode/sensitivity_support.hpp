// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "rascade/ode/sensitivity.hpp"
#include "unit/simulate/build_network.hpp"

namespace rascade::ode {

using simulate::RateSystem;
using simulate::Unknown;

inline RateSystem system_of(const simulate::NetworkBuilder& builder,
                            const std::vector<std::string>& inputs = {})
{
  Checked<RateSystem> system = RateSystem::compile(builder.network(), inputs);
  EXPECT_TRUE(system) << to_string(system.diagnostics());
  return *std::move(system);
}

inline Unknown parameter(const RateSystem& system, const std::string& name)
{
  return {Unknown::Kind::parameter, system.find_parameter(name).value()};
}

inline Unknown initial_amount(std::size_t species)
{
  return {Unknown::Kind::initial_amount, species};
}

inline Sensitivities prepared(const SensitivityProblem& problem)
{
  Checked<Sensitivities> result = Sensitivities::prepare(problem);
  EXPECT_TRUE(result) << to_string(result.diagnostics());
  return *std::move(result);
}

/// The same experiment with one unknown at another size.
inline SensitivityProblem moved(SensitivityProblem problem, const Unknown& unknown, double by)
{
  if (unknown.kind == Unknown::Kind::initial_amount) {
    for (Phase& phase : problem.phases) {
      if (phase.after) continue;
      phase.steps.insert(phase.steps.begin(),
                         {AmountStep::Kind::add, unknown.which, by, std::nullopt});
    }
    return problem;
  }
  const std::vector<double> values = problem.system.parameter_values(problem.base);
  const simulate::ParameterIndex p(unknown.which);
  std::erase_if(problem.base, [&](const simulate::Override& o) { return o.parameter == p; });
  problem.base.push_back({p, values[p] + by});
  return problem;
}

/// Slopes of all measurements by one unknown: central differences of fourth order over a step that
/// is large against the solver's errors.
inline std::vector<double> differences(const SensitivityProblem& problem, std::size_t u,
                                       double step)
{
  const auto at = [&](double factor) {
    return prepared(moved(problem, problem.unknowns[u], factor * step)).values();
  };
  const std::vector<double> a = at(-2), b = at(-1), c = at(1), d = at(2);
  std::vector<double> slopes(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    slopes[i] = (a[i] - 8 * b[i] + 8 * c[i] - d[i]) / (12 * step);
  }
  return slopes;
}

/// The size of an unknown; one for zero.
inline double size_of(const SensitivityProblem& problem, const Unknown& unknown)
{
  const std::vector<double> values = problem.system.parameter_values(problem.base);
  const double size = unknown.kind == Unknown::Kind::parameter
                          ? values[unknown.which]
                          : problem.system.initial_amounts(values)[unknown.which];
  return size == 0.0 ? 1.0 : std::abs(size);
}

/// Forward slopes and adjoint slopes against differences. Slopes are compared in units of the
/// measured value and the unknown's size; `tolerance` is of the largest of them or one.
inline void expect_slopes_hold(const SensitivityProblem& problem, double tolerance,
                               double relative_step = 1e-2)
{
  const Sensitivities sensitivities = prepared(problem);
  const SensitivityTrajectory forward = sensitivities.forward();
  const std::size_t count = problem.unknowns.size();
  std::vector<std::vector<double>> adjoint;
  for (std::size_t m = 0; m < forward.values.size(); ++m) {
    const Gradient gradient = sensitivities.gradient(
        [m](std::span<const double> values, std::span<double> slopes) {
          slopes[m] = 1.0;
          return values[m];
        },
        Method::adjoint);
    EXPECT_NEAR(gradient.values[m], forward.values[m],
                10 * tolerance * (1.0 + std::abs(forward.values[m])));
    adjoint.push_back(gradient.slopes);
  }
  for (std::size_t u = 0; u < count; ++u) {
    const double size = size_of(problem, problem.unknowns[u]);
    const std::vector<double> expected = differences(problem, u, relative_step * size);
    for (std::size_t m = 0; m < forward.values.size(); ++m) {
      const double allowed =
          tolerance * std::max({1.0, std::abs(forward.values[m]), std::abs(expected[m] * size)}) /
          size;
      EXPECT_NEAR(forward.slopes[m * count + u], expected[m], allowed)
          << "forward, measurement " << m << ", unknown " << u;
      EXPECT_NEAR(adjoint[m][u], expected[m], allowed)
          << "adjoint, measurement " << m << ", unknown " << u;
      EXPECT_NEAR(adjoint[m][u], forward.slopes[m * count + u], allowed)
          << "adjoint against forward, measurement " << m << ", unknown " << u;
    }
  }
}

}  // namespace rascade::ode
