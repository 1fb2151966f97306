// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "rascade/ode/integrator.hpp"
#include "unit/ode/make_integrator.hpp"

namespace rascade::ode {
namespace {

using simulate::IntegrationFailed;
using simulate::power;

TEST(SteadyState, BirthBalancesDeath)
{
  NetworkBuilder builder;
  builder.parameter("k", 0.0);
  const std::size_t x = builder.species("X");
  builder.reaction({}, {x}, "k").reaction({x}, {}, 2e-4);
  Integrator integrator = integrator_of(builder, {"k"}, {});
  for (const double birth : {0.0, 0.5, 40.0}) {
    const std::vector<double> y = integrator.steady_state(std::vector{7.0}, std::vector{birth});
    EXPECT_NEAR(y[0], birth / 2e-4, 1e-3 + 1e-6 * birth / 2e-4);
  }
}

TEST(SteadyState, InputsLeftOutAreZero)
{
  NetworkBuilder builder;
  builder.parameter("k", 5.0);
  const std::size_t x = builder.species("X");
  builder.reaction({}, {x}, "k").reaction({x}, {}, 1e-2);
  Integrator integrator = integrator_of(builder, {"k"}, {});
  EXPECT_NEAR(integrator.steady_state(std::vector{7.0})[0], 0.0, 1e-3);
}

TEST(SteadyState, KeepsWhatIsConserved)
{
  NetworkBuilder builder;
  const std::size_t a = builder.species("A"), b = builder.species("B"), ab = builder.species("AB");
  builder.reaction({a, b}, {ab}, 1e-5).reaction({ab}, {a, b}, 0.02);
  Integrator integrator = integrator_of(builder, {}, {});
  const std::vector<double> y = integrator.steady_state(std::vector{1e5, 4e4, 10.0});
  EXPECT_NEAR(y[0] + y[2], 1e5 + 10.0, 0.05);
  EXPECT_NEAR(y[1] + y[2], 4e4 + 10.0, 0.05);
  // K_d = koff / kon = 2000 molecules; the complex solves c^2 - (a + b + K_d) c + a b = 0.
  const double total_a = 1e5 + 10.0, total_b = 4e4 + 10.0, sum = total_a + total_b + 2000.0;
  const double exact = (sum - std::sqrt(sum * sum - 4 * total_a * total_b)) / 2;
  EXPECT_NEAR(y[2], exact, 1e-5 * exact);
}

/// Goldbeter & Koshland 1981: a protein modified and restored by two saturated enzymes.
double goldbeter_koshland(double v1, double v2, double j1, double j2)
{
  const double b = v2 - v1 + v2 * j1 + v1 * j2;
  return 2 * v1 * j2 / (b + std::sqrt(b * b - 4 * (v2 - v1) * v1 * j2));
}

TEST(SteadyState, SaturatedCycleIsTheGoldbeterKoshlandFunction)
{
  NetworkBuilder builder;
  builder.parameter("v1", 0.0);
  const std::size_t w = builder.seen_species("W"), m = builder.seen_species("M");
  builder.reaction({w}, {m}, Formula("v1") / (Formula("W") + 50.0));
  builder.reaction({m}, {w}, 10.0 / (Formula("M") + 20.0));
  Integrator integrator = integrator_of(builder, {"v1"}, {});
  for (const double v1 : {2.0, 8.0, 9.5, 10.0, 10.5, 12.0, 30.0}) {
    const std::vector<double> y =
        integrator.steady_state(std::vector{1000.0, 0.0}, std::vector{v1});
    const double exact = 1000.0 * goldbeter_koshland(v1, 10.0, 0.05, 0.02);
    EXPECT_NEAR(y[1], exact, 1e-4 * exact) << "v1 = " << v1;
  }
}

TEST(SteadyState, ABistableSwitchStaysOnTheSideItStartedOn)
{
  NetworkBuilder builder;
  const std::size_t x = builder.seen_species("X");
  const Formula square = power("X", 2.0);
  builder.reaction({}, {x}, 0.02 + square / (1e4 + square)).reaction({x}, {}, 4e-3);
  Integrator integrator = integrator_of(builder, {}, {});
  const double low = integrator.steady_state(std::vector{0.0})[0];
  const double high = integrator.steady_state(std::vector{1000.0})[0];
  EXPECT_LT(low, 20.0);
  EXPECT_GT(high, 150.0);
  for (const double y : {low, high}) {
    const double slope = 0.02 + y * y / (1e4 + y * y) - 4e-3 * y;
    EXPECT_NEAR(slope * 1e8, 0.0, 1e-2);
  }
}

TEST(SteadyState, ASlowSwitchDoesNotRestOnTheThreshold)
{
  // Growth and loss balance near 41, unstably; Newton's method alone would find that point.
  NetworkBuilder builder;
  const std::size_t x = builder.seen_species("X");
  const Formula square = power("X", 2.0);
  builder.reaction({}, {x}, 2e-6 + 1e-4 * square / (1e4 + square)).reaction({x}, {}, 4e-7);
  Integrator integrator = integrator_of(builder, {}, {});
  EXPECT_LT(integrator.steady_state(std::vector{38.0}, {}, 1e9)[0], 20.0);
  EXPECT_GT(integrator.steady_state(std::vector{44.0}, {}, 1e9)[0], 150.0);
}

TEST(SteadyState, WaitsForSlowSpecies)
{
  NetworkBuilder builder;
  const std::size_t fast = builder.species("fast"), slow = builder.species("slow");
  builder.reaction({}, {fast}, 1e3).reaction({fast}, {}, 10.0);
  builder.reaction({fast}, {fast, slow}, 1e-6).reaction({slow}, {}, 1e-6);
  const std::vector<double> y =
      integrator_of(builder, {}, {}).steady_state(std::vector{0.0, 0.0});
  EXPECT_NEAR(y[0], 100.0, 1e-3);
  EXPECT_NEAR(y[1], 100.0, 1e-3);
}

TEST(SteadyState, IsFoundLongBeforeItIsReached)
{
  // Exchange that takes years at one place: integration alone would have to go all the way.
  NetworkBuilder builder;
  const std::size_t a = builder.species("A"), b = builder.species("B"), c = builder.species("C");
  builder.reaction({a}, {b}, 1.0).reaction({b}, {a}, 2.0);
  builder.reaction({b}, {c}, 1e-9).reaction({c}, {b}, 3e-9);
  Integrator integrator = integrator_of(builder, {}, {.relative = 1e-8, .absolute = 1e-8});
  const std::vector<double> y = integrator.steady_state(std::vector{60.0, 0.0, 9.0}, {}, 1e12);
  // 2 : 1 : 1/3 of 69 molecules.
  EXPECT_NEAR(y[a], 41.4, 1e-9);
  EXPECT_NEAR(y[b], 20.7, 1e-9);
  EXPECT_NEAR(y[c], 6.9, 1e-9);
}

TEST(SteadyState, KeepsSumsToRoundingHoweverStiff)
{
  // Rates over twelve orders of magnitude, amounts over six.
  NetworkBuilder builder;
  const std::size_t a = builder.species("A"), b = builder.species("B"), ab = builder.species("AB");
  const std::size_t d = builder.species("D");
  builder.reaction({a, b}, {ab}, 1e3).reaction({ab}, {a, b}, 1e6);
  builder.reaction({ab}, {d}, 1e-6).reaction({d}, {a, b}, 1e-5);
  const std::vector<double> start{1e6, 1.0, 0.0, 0.0};
  const std::vector<double> y =
      integrator_of(builder, {}, {.relative = 1e-8, .absolute = 1e-10}).steady_state(start, {}, 1e10);
  EXPECT_NEAR(y[a] + y[ab] + y[d], 1e6, 1e-8);
  EXPECT_NEAR(y[b] + y[ab] + y[d], 1.0, 1e-14);
  EXPECT_NEAR(y[d], 0.1 * y[ab], 1e-14);
}

TEST(SteadyState, ThereIsNoneOfUnboundedGrowth)
{
  NetworkBuilder builder;
  builder.species("still");
  const std::size_t x = builder.species("X");
  builder.reaction({}, {x}, 1.0);
  try {
    (void)integrator_of(builder, {}, {}).steady_state(std::vector{1.0, 1.0}, {}, 1e7);
    FAIL() << "X grows for ever";
  } catch (const IntegrationFailed& failure) {
    EXPECT_EQ(failure.species, "X");
    EXPECT_DOUBLE_EQ(failure.time, 1e7);
  }
}

TEST(SteadyState, SameArgumentsGiveTheSameBits)
{
  NetworkBuilder builder;
  const std::size_t a = builder.species("A"), b = builder.species("B");
  builder.reaction({a, a}, {b}, 1e-4, 0.5).reaction({b}, {a, a}, 0.3);
  Integrator integrator = integrator_of(builder, {}, {});
  const std::vector<double> start{5e3, 10.0};
  const std::vector<double> first = integrator.steady_state(start);
  (void)integrator.steady_state(std::vector{1.0, 1.0});
  EXPECT_EQ(first, integrator.steady_state(start));
}

}  // namespace
}  // namespace rascade::ode
