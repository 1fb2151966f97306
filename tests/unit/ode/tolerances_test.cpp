// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "rascade/simulate/trajectory.hpp"
#include "unit/ode/make_integrator.hpp"
#include "unit/ode/sensitivity_support.hpp"

namespace rascade::ode {
namespace {

constexpr double made = 1e-9, lost = 2.0;  // 1/s
constexpr double there = 1e3;              // molecules of A at the start
constexpr simulate::Tolerances coarse{.relative = 1e-7, .absolute = 1.0};

/// A -> B -> nothing: of B there are 5e-7 molecules at most.
NetworkBuilder chain()
{
  NetworkBuilder builder;
  builder.parameter("made", made).parameter("lost", lost);
  const std::size_t a = builder.seen_species("A", there), b = builder.seen_species("B", 0.0);
  builder.reaction({a}, {b}, "made").reaction({b}, {}, "lost");
  return builder;
}

simulate::Tolerances fine_for_b()
{
  simulate::Tolerances tolerances = coarse;
  tolerances.absolute_by_species = {1.0, 1e-16};
  return tolerances;
}

/// B = A0 made / (lost - made) (exp(-made t) - exp(-lost t)), and its slope by `lost`.
double amount_of_b(double t)
{
  return there * made / (lost - made) * (std::exp(-made * t) - std::exp(-lost * t));
}
double slope_by_lost(double t)
{
  return there * made / (lost - made) * t * std::exp(-lost * t) - amount_of_b(t) / (lost - made);
}

TEST(Tolerances, OneOfItsOwnMakesAScarceSpeciesExact)
{
  const std::vector<double> times{0.0, 0.3, 0.7, 3.0};
  const std::vector<double> start{there, 0.0};
  const Trajectory fine = integrator_of(chain(), {}, fine_for_b()).integrate(start, times);
  for (std::size_t i = 1; i < times.size(); ++i) {
    EXPECT_NEAR(fine.row(i)[1] / amount_of_b(times[i]), 1.0, 1e-4);
  }
  const Trajectory blind = integrator_of(chain(), {}, coarse).integrate(start, times);
  EXPECT_GT(std::abs(blind.row(1)[1] / amount_of_b(0.3) - 1.0), 1e-2) << "the rest shows nothing";
}

TEST(Tolerances, EqualOnesAreOneForAll)
{
  simulate::Tolerances each = coarse;
  each.absolute_by_species = {1.0, 1.0};
  const std::vector<double> times{0.0, 0.3, 3.0};
  const std::vector<double> start{there, 0.0};
  const Trajectory one = integrator_of(chain(), {}, coarse).integrate(start, times);
  const Trajectory all = integrator_of(chain(), {}, each).integrate(start, times);
  EXPECT_EQ(one.outputs, all.outputs);
}

TEST(Tolerances, SlopesFollowThem)
{
  SensitivityProblem problem;
  problem.system = system_of(chain());
  problem.unknowns = {parameter(problem.system, "lost")};
  problem.tolerances = fine_for_b();
  problem.phases = {{.end = 0.3}};
  problem.measurements = {{0, 0.3, *problem.system.find_output("B")}};
  const ode::Objective value = [](std::span<const double> values, std::span<double> slopes) {
    slopes[0] = 1.0;
    return values[0];
  };
  for (const Method method : {Method::forward, Method::adjoint}) {
    const Gradient gradient = prepared(problem).gradient(value, method);
    EXPECT_NEAR(gradient.objective / amount_of_b(0.3), 1.0, 1e-4);
    EXPECT_NEAR(gradient.slopes[0] / slope_by_lost(0.3), 1.0, 1e-3);
  }
}

}  // namespace
}  // namespace rascade::ode
