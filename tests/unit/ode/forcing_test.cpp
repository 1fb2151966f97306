// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "rascade/ode/integrator.hpp"
#include "unit/ode/make_integrator.hpp"

namespace rascade::ode {
namespace {

using simulate::Forcing;

constexpr double day = 86400.0;  // s
constexpr double loss = 1e-4;    // 1/s
constexpr double make = 2.0;     // molecules/s for one unit of the drive

/// dX/dt = make * drive(t) - loss * X
NetworkBuilder driven()
{
  NetworkBuilder builder;
  builder.parameter("drive", 0.0);
  const std::size_t x = builder.seen_species("X");
  builder.function("twice", Formula("drive") * 2.0);
  builder.reaction({}, {x}, Formula("drive") * make).reaction({x}, {}, loss);
  return builder;
}

/// A dose a day that wears off with rate k: sum of exp(-k (t - t_dose)) over doses given.
double bolus(double t, double k, int doses)
{
  double sum = 0.0;
  for (int d = 0; d < doses; ++d) {
    if (t >= d * day) sum += std::exp(-k * (t - d * day));
  }
  return sum;
}

/// The response to that: each dose adds make (exp(-loss s) - exp(-k s)) / (k - loss).
double response(double t, double k, int doses)
{
  double sum = 0.0;
  for (int d = 0; d < doses; ++d) {
    const double s = t - d * day;
    if (s > 0) sum += make * (std::exp(-loss * s) - std::exp(-k * s)) / (k - loss);
  }
  return sum;
}

TEST(Forcing, DailyDosesAddUp)
{
  constexpr double k = 3e-5;
  Integrator integrator = integrator_of(driven(), {"drive"});
  const Forcing forcing{[](double t, std::span<double> in) { in[0] = bolus(t, k, 3); },
                        {0.0, day, 2 * day}};
  std::vector<double> times;
  for (int i = 0; i <= 36; ++i) times.push_back(i * 7200.0);
  const Trajectory run = integrator.integrate(std::vector{0.0}, times, forcing);
  for (std::size_t i = 0; i < times.size(); ++i) {
    EXPECT_NEAR(run.row(i)[0], response(times[i], k, 3), 2e-3) << "t = " << times[i];
  }
}

TEST(Forcing, AtABreakTheOutputsSeeTheNewInput)
{
  Integrator integrator = integrator_of(driven(), {"drive"});
  const Forcing forcing{[](double t, std::span<double> in) { in[0] = t < 10.0 ? 1.0 : 5.0; },
                        {10.0}};
  const std::vector<double> times{0.0, 10.0, 20.0};
  const Trajectory run = integrator.integrate(std::vector{0.0}, times, forcing);
  EXPECT_EQ(run.row(0)[1], 2.0);
  EXPECT_EQ(run.row(1)[1], 10.0);
  // Until the break one unit has acted, and no more: a solver that looks past it sees five.
  EXPECT_NEAR(run.row(1)[0], make * (1.0 - std::exp(-loss * 10.0)) / loss, 1e-6);
  const double late = make * (1.0 - std::exp(-loss * 10.0)) / loss;
  EXPECT_NEAR(run.row(2)[0], late * std::exp(-loss * 10.0) + 5.0 * late, 1e-5);
}

TEST(Forcing, AnInfusionEndsWhereItEnds)
{
  // From 5 to 25 s; outputs fall on both ends, beside them and in between.
  const auto drive = [](double t) { return t >= 5.0 && t < 25.0 ? 3.0 : 0.0; };
  const Forcing forcing{[&](double t, std::span<double> in) { in[0] = drive(t); }, {5.0, 25.0}};
  const std::vector<double> times{0.0, 4.5, 5.0, 15.0, 25.0, 25.5, 1e4};
  Integrator integrator = integrator_of(driven(), {"drive"});
  const Trajectory run = integrator.integrate(std::vector{0.0}, times, forcing);
  const auto filled = [](double length) { return 3.0 * make * -std::expm1(-loss * length) / loss; };
  for (std::size_t i = 0; i < times.size(); ++i) {
    const double t = times[i];
    const double late = std::max(0.0, t - 25.0);
    const double exact = filled(std::clamp(t - 5.0, 0.0, 20.0)) * std::exp(-loss * late);
    EXPECT_NEAR(run.row(i)[0], exact, 1e-5) << "t = " << t;
    EXPECT_EQ(run.row(i)[1], 2.0 * drive(t)) << "t = " << t;
  }
}

TEST(Forcing, AStepOfTheTimeInAFormulaActsWhereItIs)
{
  // dX/dt = 7 from t = 3.3 on, and nothing before: at the step and beside it to rounding.
  NetworkBuilder builder;
  const std::size_t x = builder.seen_species("X");
  builder.reaction({}, {x}, Formula(7.0) * simulate::compare(">=", "time", 3.3));
  const std::vector<double> times{0.0, 3.2, 3.3, 3.4, 1e3};
  const Trajectory run = integrator_of(builder).integrate(std::vector{1.0}, times);
  for (std::size_t i = 0; i < times.size(); ++i) {
    const double exact = 1.0 + 7.0 * std::max(0.0, times[i] - 3.3);
    EXPECT_NEAR(run.row(i)[0], exact, 1e-8 * exact) << "t = " << times[i];
  }
}

TEST(Forcing, ABreakAtTheEndDoesNotActBefore)
{
  // So late that the last step of the solver ends on the break to the last bit.
  constexpr double start = 1e6, end = 1e6 + 10.0;
  const std::vector<double> times{start, end};
  Integrator integrator = integrator_of(driven(), {"drive"});
  const Forcing calm{[](double, std::span<double> in) { in[0] = 0.0; }, {}};
  (void)integrator.integrate(std::vector{0.0}, times, calm);
  const long calm_steps = integrator.steps_taken();
  const Forcing jump{[](double t, std::span<double> in) { in[0] = t < end ? 0.0 : 1e6; }, {end}};
  const Trajectory run = integrator.integrate(std::vector{0.0}, times, jump);
  EXPECT_EQ(run.row(1)[0], 0.0);
  // A solver that sees the jump ahead creeps up to it in ever smaller steps.
  EXPECT_EQ(integrator.steps_taken(), 2 * calm_steps);
}

TEST(Forcing, ALatePulseIsNotSteppedOver)
{
  // Nothing at all until noon, then a pulse of two hours.
  const auto pulse = [](double t) {
    const double s = (t - 0.5 * day) / 3600.0;
    return std::exp(-s * s);
  };
  Integrator integrator = integrator_of(driven(), {"drive"}, {});
  const Forcing forcing{[&](double t, std::span<double> in) { in[0] = pulse(t); }, {}};
  const Trajectory run = integrator.integrate(std::vector{0.0}, std::vector{0.0, day}, forcing);
  double exact = 0.0;  // by the trapezoidal rule, which is spectrally accurate for a pulse
  for (double t = 0.25 * day; t < 0.75 * day; t += 60.0) {
    exact += 60.0 * make * pulse(t) * std::exp(-loss * (day - t));
  }
  EXPECT_NEAR(run.row(1)[0], exact, 1e-3 * exact);
}

TEST(Forcing, ASlowRiseFromRestIsNotSteppedOver)
{
  // Absorbed and gone within three hours of a day; X is at rest at the start.
  const auto input = [](double t) { return std::exp(-1e-3 * t) - std::exp(-2e-3 * t); };
  Integrator integrator = integrator_of(driven(), {"drive"}, {});
  const Forcing forcing{[&](double t, std::span<double> in) { in[0] = input(t); }, {0.0}};
  const Trajectory run = integrator.integrate(std::vector{0.0}, std::vector{0.0, day}, forcing);
  const auto part = [](double k) {
    return make * (std::exp(-loss * day) - std::exp(-k * day)) / (k - loss);
  };
  const double exact = part(1e-3) - part(2e-3);
  EXPECT_NEAR(run.row(1)[0], exact, 1e-3 * exact + 0.1);
}

TEST(Forcing, WithoutOneInputsAreZero)
{
  Integrator integrator = integrator_of(driven(), {"drive"});
  const Forcing forcing{[](double, std::span<double> in) { in[0] = 9.0; }, {}};
  (void)integrator.integrate(std::vector{0.0}, std::vector{0.0, 1e4}, forcing);
  const Trajectory run = integrator.integrate(std::vector{0.0}, std::vector{0.0, 1e4});
  EXPECT_EQ(run.row(1)[0], 0.0);
}

TEST(Forcing, OutputTimesDoNotChangeTheSolution)
{
  constexpr double k = 3e-5;
  Integrator integrator = integrator_of(driven(), {"drive"});
  const Forcing forcing{[](double t, std::span<double> in) { in[0] = bolus(t, k, 2); },
                        {0.0, day}};
  const Trajectory few = integrator.integrate(std::vector{0.0}, std::vector{0.0, 2 * day}, forcing);
  std::vector<double> times;
  for (int i = 0; i <= 100; ++i) times.push_back(2 * day * i / 100.0);
  const Trajectory many = integrator.integrate(std::vector{0.0}, times, forcing);
  EXPECT_EQ(few.final_amounts, many.final_amounts);
}

}  // namespace
}  // namespace rascade::ode
