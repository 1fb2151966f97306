// SPDX-License-Identifier: MIT
#include "rascade/ode/integrator.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <Eigen/Dense>
#include <cmath>
#include <unsupported/Eigen/MatrixFunctions>

#include "unit/ode/make_integrator.hpp"

namespace rascade::ode {
namespace {

using simulate::call;
using simulate::IntegrationFailed;

TEST(Integrate, DecayIsExponential)
{
  NetworkBuilder builder;
  const std::size_t a = builder.seen_species("A");
  builder.reaction({a}, {}, 0.3);
  const std::vector<double> times{2.0, 3.0, 3.0, 12.0};
  const Trajectory run = integrator_of(builder).integrate(std::vector{1000.0}, times);
  ASSERT_EQ(run.times, times);
  for (std::size_t i = 0; i < times.size(); ++i) {
    EXPECT_NEAR(run.row(i)[0], 1000.0 * std::exp(-0.3 * (times[i] - 2.0)), 1e-4);
  }
  EXPECT_EQ(run.final_amounts, std::vector{run.row(3)[0]});
}

/// Robertson's problem as reactions: A -> B, 2B -> B + C, B + C -> A + C.
NetworkBuilder robertson()
{
  NetworkBuilder builder;
  const std::size_t a = builder.seen_species("A"), b = builder.seen_species("B");
  const std::size_t c = builder.seen_species("C");
  builder.reaction({a}, {b}, 0.04).reaction({b, b}, {b, c}, 3e7);
  builder.reaction({b, c}, {a, c}, 1e4);
  return builder;
}

TEST(Integrate, RobertsonAgreesWithThePublishedSolution)
{
  Integrator integrator =
      integrator_of(robertson(), {}, {.relative = 1e-8, .absolute = 1e-20, .max_steps = 200'000});
  const std::vector<double> times{0.0, 1e11};
  const Trajectory run = integrator.integrate(std::vector{1.0, 0.0, 0.0}, times);
  // Test Set for Initial Value Problem Solvers (Mazzia & Magherini 2008), problem ROBER, t = 1e11.
  EXPECT_NEAR(run.row(1)[0] / 0.2083340149701255e-7, 1.0, 1e-4);
  EXPECT_NEAR(run.row(1)[1] / 0.8333360770334713e-13, 1.0, 1e-4);
  EXPECT_NEAR(run.row(1)[2], 0.9999999791665050, 1e-8);
}

TEST(Integrate, LinearSystemIsTheMatrixExponential)
{
  NetworkBuilder builder;
  const std::size_t centre = builder.seen_species("centre"), edge = builder.seen_species("edge");
  builder.reaction({centre}, {edge}, 0.7).reaction({edge}, {centre}, 0.2);
  builder.reaction({centre}, {}, 0.05);
  Eigen::Matrix2d a;
  a << -0.75, 0.2, 0.7, -0.2;
  const std::vector<double> times{0.0, 0.1, 1.0, 10.0, 100.0};
  const Trajectory run = integrator_of(builder).integrate(std::vector{500.0, 20.0}, times);
  for (std::size_t i = 0; i < times.size(); ++i) {
    const Eigen::Vector2d exact = (a * times[i]).exp() * Eigen::Vector2d(500.0, 20.0);
    EXPECT_NEAR(run.row(i)[0], exact[0], 1e-5);
    EXPECT_NEAR(run.row(i)[1], exact[1], 1e-5);
  }
}

TEST(Integrate, MichaelisMentenObeysItsIntegratedLaw)
{
  NetworkBuilder builder;
  builder.parameter("vmax", 5.0).parameter("km", 40.0);
  const std::size_t s = builder.seen_species("S"), p = builder.seen_species("P");
  builder.reaction({s}, {p}, Formula("vmax") / (Formula("km") + "S"));
  const std::vector<double> times{0.0, 5.0, 20.0, 60.0};
  const Trajectory run = integrator_of(builder).integrate(std::vector{100.0, 0.0}, times);
  for (std::size_t i = 0; i < times.size(); ++i) {
    const double left = run.row(i)[0];
    // Integrating dS/dt = -vmax S / (km + S): km ln(S0/S) + S0 - S = vmax t.
    EXPECT_NEAR(40.0 * std::log(100.0 / left) + 100.0 - left, 5.0 * times[i], 1e-5);
    EXPECT_NEAR(left + run.row(i)[1], 100.0, 1e-9);
  }
}

TEST(Integrate, TighterTolerancesComeCloser)
{
  NetworkBuilder builder;
  const std::size_t a = builder.seen_species("A");
  builder.reaction({a}, {}, 1.0);
  double last = 1.0;
  for (const double tolerance : {1e-3, 1e-5, 1e-7, 1e-9}) {
    Integrator integrator =
        integrator_of(builder, {}, {.relative = tolerance, .absolute = tolerance});
    const Trajectory run = integrator.integrate(std::vector{1.0}, std::vector{0.0, 1.0});
    const double error = std::abs(run.row(1)[0] - std::exp(-1.0));
    EXPECT_LT(error, 100 * tolerance);
    EXPECT_LT(error, last);
    last = error;
  }
}

TEST(Integrate, ConservesBoundAndFreeMolecules)
{
  NetworkBuilder builder;
  const std::size_t a = builder.species("A"), b = builder.species("B"), ab = builder.species("AB");
  builder.reaction({a, b}, {ab}, 1e-3).reaction({ab}, {a, b}, 0.1);
  builder.observable("all A", {{a, 1.0}, {ab, 1.0}}).observable("all B", {{b, 1.0}, {ab, 1.0}});
  const std::vector<double> times{0.0, 1.0, 100.0, 1e6};
  const Trajectory run = integrator_of(builder).integrate(std::vector{1e4, 3e3, 0.0}, times);
  for (std::size_t i = 0; i < times.size(); ++i) {
    EXPECT_NEAR(run.row(i)[0], 1e4, 1e-6);
    EXPECT_NEAR(run.row(i)[1], 3e3, 1e-6);
  }
}

TEST(Integrate, NeverReportsNegativeAmounts)
{
  NetworkBuilder builder;
  const std::size_t a = builder.seen_species("A"), b = builder.seen_species("B");
  const std::size_t c = builder.seen_species("C");
  builder.reaction({a, b}, {c}, 1.0).reaction({c}, {}, 5.0);
  std::vector<double> times;
  for (int i = 0; i < 200; ++i) times.push_back(0.1 * i);
  Integrator integrator = integrator_of(builder, {}, {.relative = 1e-3, .absolute = 1e-1});
  const Trajectory run = integrator.integrate(std::vector{1000.0, 900.0, 0.0}, times);
  EXPECT_THAT(run.outputs, testing::Each(testing::Ge(0.0)));
  EXPECT_THAT(run.final_amounts, testing::Each(testing::Ge(0.0)));
}

TEST(Integrate, SameArgumentsGiveTheSameBitsWhateverRanBefore)
{
  const std::vector<double> times{0.0, 1.0, 40.0, 4e5};
  const std::vector<double> start{1.0, 0.0, 0.0};
  Integrator used = integrator_of(robertson());
  const Trajectory first = used.integrate(start, times);
  (void)used.integrate(std::vector{0.2, 0.1, 3.0}, std::vector{0.0, 1e3});
  (void)used.steady_state(std::vector{0.0, 0.0, 2.0});
  const Trajectory again = used.integrate(start, times);
  EXPECT_EQ(first.outputs, again.outputs);
  Integrator fresh = integrator_of(robertson());
  EXPECT_EQ(first.outputs, fresh.integrate(start, times).outputs);
}

TEST(Integrate, MoreTimesChangeNeitherValuesNorSteps)
{
  const std::vector<double> coarse{0.0, 0.25, 1.0, 40.0};
  std::vector<double> dense;
  for (int i = 0; i <= 16'000; ++i) dense.push_back(i / 400.0);
  const std::vector<double> start{1.0, 0.0, 0.0};
  Integrator integrator = integrator_of(robertson());
  const Trajectory few = integrator.integrate(start, coarse);
  const long steps = integrator.steps_taken();
  const Trajectory many = integrator.integrate(start, dense);
  EXPECT_EQ(integrator.steps_taken(), 2 * steps);
  EXPECT_LT(steps, 1000);
  for (std::size_t i = 0; i < coarse.size(); ++i) {
    const auto at = static_cast<std::size_t>(std::lround(coarse[i] * 400.0));
    ASSERT_EQ(dense[at], coarse[i]);
    EXPECT_THAT(many.row(at), testing::ElementsAreArray(few.row(i)));
  }
}

TEST(Integrate, FollowingSeesWhatIntegratingReturns)
{
  const std::vector<double> times{0.0, 0.25, 1.0, 40.0};
  const std::vector<double> start{1.0, 0.0, 0.0};
  Integrator integrator = integrator_of(robertson());
  const Trajectory run = integrator.integrate(start, times);
  std::vector<double> seen;  // species are the outputs
  integrator.follow(start, times, {}, [&](std::size_t, std::span<const double> amounts) {
    seen.insert(seen.end(), amounts.begin(), amounts.end());
    return true;
  });
  ASSERT_EQ(seen.size(), run.outputs.size());
  for (std::size_t i = 0; i < seen.size(); ++i) EXPECT_EQ(std::max(0.0, seen[i]), run.outputs[i]);
}

TEST(Integrate, OneTimeGivesTheStart)
{
  NetworkBuilder builder;
  builder.seen_species("A");
  const Trajectory run = integrator_of(builder).integrate(std::vector{3.0}, std::vector{5.0});
  EXPECT_EQ(run.outputs, std::vector{3.0});
  EXPECT_EQ(run.final_amounts, std::vector{3.0});
}

TEST(Integrate, StopsWhereTheSolutionEnds)
{
  NetworkBuilder builder;
  const std::size_t slow = builder.species("slow"), x = builder.species("X");
  builder.reaction({x, x}, {x, x, x}, 1.0).reaction({slow}, {}, 1e-3);
  Integrator integrator = integrator_of(builder);
  try {
    (void)integrator.integrate(std::vector{1.0, 1.0}, std::vector{0.0, 2.0});
    FAIL() << "x = 1 / (1 - t) does not reach t = 2";
  } catch (const IntegrationFailed& failure) {
    EXPECT_NEAR(failure.time, 1.0, 1e-3);
    EXPECT_EQ(failure.species, "X");
    EXPECT_THAT(failure.what(), testing::HasSubstr("fastest: X + X -> X + X + X"));
  }
}

TEST(Integrate, StopsWhereARateIsNotANumber)
{
  NetworkBuilder builder;
  const std::size_t a = builder.species("A");
  builder.reaction({}, {a}, call("ln", {3.0 - Formula("time")}));
  Integrator integrator = integrator_of(builder);
  try {
    (void)integrator.integrate(std::vector{1.0}, std::vector{0.0, 10.0});
    FAIL() << "there is no logarithm after 3 s";
  } catch (const IntegrationFailed& failure) {
    EXPECT_NEAR(failure.time, 3.0, 1e-2);
    EXPECT_EQ(failure.species, "A");
    EXPECT_THAT(failure.rate, testing::StartsWith("not a number: 0 -> A"));
    EXPECT_THAT(failure.rate, testing::HasSubstr("rate law ln(3 - time())"));
  }
}

TEST(Integrate, NamesTheRateOfSeveralThatIsNotANumber)
{
  NetworkBuilder builder;
  builder.parameter("k", 4.0);
  const std::size_t a = builder.seen_species("A"), b = builder.seen_species("B");
  builder.reaction({a}, {b}, "k").reaction({b}, {a}, 1.0);
  builder.reaction({}, {b}, Formula("k") / (Formula("A") - Formula("A")));
  try {
    (void)integrator_of(builder).integrate(std::vector{1.0, 0.0}, std::vector{0.0, 1.0});
    FAIL() << "k / 0 is no number";
  } catch (const IntegrationFailed& failure) {
    EXPECT_EQ(failure.time, 0.0);
    EXPECT_EQ(failure.species, "B");
    EXPECT_THAT(failure.rate, testing::HasSubstr("0 -> B, rate law k / (A - A), inf per s"));
  }
}

TEST(Integrate, StopsWhenTheStepsAreUsedUp)
{
  Integrator integrator =
      integrator_of(robertson(), {}, {.relative = 1e-8, .absolute = 1e-12, .max_steps = 20});
  EXPECT_THROW((void)integrator.integrate(std::vector{1.0, 0.0, 0.0}, std::vector{0.0, 1e6}),
               IntegrationFailed);
  EXPECT_LE(integrator.steps_taken(), 21);
}

TEST(Integrate, GoesOnAfterAFailure)
{
  NetworkBuilder builder;
  const std::size_t x = builder.seen_species("X");
  builder.reaction({x, x}, {x, x, x}, 1.0);
  Integrator integrator = integrator_of(builder);
  EXPECT_THROW((void)integrator.integrate(std::vector{1.0}, std::vector{0.0, 2.0}),
               IntegrationFailed);
  const Trajectory run = integrator.integrate(std::vector{1.0}, std::vector{0.0, 0.5});
  EXPECT_NEAR(run.row(1)[0], 2.0, 1e-6);
}

}  // namespace
}  // namespace rascade::ode
