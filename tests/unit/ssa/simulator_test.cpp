// SPDX-License-Identifier: MIT
#include "rascade/ssa/simulator.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "unit/simulate/build_network.hpp"

namespace rascade::ssa {
namespace {

using simulate::Formula;
using simulate::NetworkBuilder;

struct Sample {
  double mean = 0.0;
  double variance = 0.0;
  double mean_error = 0.0;      // one standard error
  double variance_error = 0.0;
};

Simulator simulator_of(const network::Network& network)
{
  auto system = simulate::RateSystem::compile(network, {});
  if (!system) throw std::runtime_error(to_string(system.diagnostics()));
  return Simulator(network, *system, system->parameter_values({}));
}

/// The amount of one species at the end of many runs, seeds 1, 2, 3 …
Sample sample(const network::Network& network, const std::vector<double>& amounts, double end,
              std::size_t species, int runs)
{
  Simulator simulator = simulator_of(network);
  const std::vector<double> times{0.0, end};
  std::vector<double> values;
  for (int seed = 1; seed <= runs; ++seed) {
    const auto last = simulator.run(amounts, times, static_cast<std::uint64_t>(seed), {});
    values.push_back(last[species]);
  }
  Sample s;
  const double n = runs;
  for (const double v : values) s.mean += v / n;
  double fourth = 0.0;
  for (const double v : values) {
    s.variance += (v - s.mean) * (v - s.mean) / (n - 1.0);
    fourth += std::pow(v - s.mean, 4.0) / n;
  }
  s.mean_error = std::sqrt(s.variance / n);
  s.variance_error = std::sqrt((fourth - s.variance * s.variance) / n);
  return s;
}

void expect_moments(const Sample& s, double mean, double variance)
{
  EXPECT_NEAR(s.mean, mean, 5.0 * s.mean_error);
  EXPECT_NEAR(s.variance, variance, 5.0 * s.variance_error);
}

TEST(Ssa, BirthAndDeathArePoissonDistributed)
{
  NetworkBuilder b;
  const std::size_t a = b.species("A");
  b.reaction({}, {a}, 20.0).reaction({a}, {}, 2.0);
  // From nothing the number is Poisson distributed at all times, mean b/d (1 - exp(-d t)).
  const double mean = 10.0 * (1.0 - std::exp(-2.0 * 0.4));
  expect_moments(sample(b.network(), {0.0}, 0.4, a, 4000), mean, mean);
}

TEST(Ssa, DecayIsBinomial)
{
  NetworkBuilder b;
  const std::size_t a = b.species("A");
  b.reaction({a}, {}, 1.0);
  const double p = std::exp(-0.7);
  expect_moments(sample(b.network(), {50.0}, 0.7, a, 4000), 50.0 * p, 50.0 * p * (1.0 - p));
}

/// A + A <-> D with 4 molecules of A has three states, so the stationary law is a short sum:
/// p(d) proportional to the product of forward over backward rates, forward k n (n - 1)/2.
TEST(Ssa, PairsOfOneSpeciesAreCountedOnce)
{
  NetworkBuilder b;
  const std::size_t a = b.species("A"), d = b.species("D");
  b.reaction({a, a}, {d}, 3.0, 0.5).reaction({d}, {a, a}, 2.0);
  const double one = 3.0 * 6.0 / 2.0, two = one * (3.0 * 1.0) / (2.0 * 2.0);
  const double sum = 1.0 + one + two;
  const double mean = (one + 2.0 * two) / sum, square = (one + 4.0 * two) / sum;
  expect_moments(sample(b.network(), {4.0, 0.0}, 20.0, d, 4000), mean, square - mean * mean);
}

/// Means of 2 A <-> D on the way to equilibrium, from its master equation: with n(A) + 2 n(D) = 20
/// there are 11 states, so that p(t) = p(0) exp(Q t) is a sum over powers of I + Q/r (Jensen).
double mean_of_master_equation(double forward, double backward, double t)
{
  constexpr int states = 11;
  const auto bind = [&](int d) { return forward * 0.5 * (20 - 2 * d) * (19 - 2 * d); };
  const auto split = [&](int d) { return backward * d; };
  const double fastest = bind(0) + split(states - 1);
  std::vector<double> p(states, 0.0), sum(states, 0.0);
  p[0] = 1.0;
  double weight = std::exp(-fastest * t);
  for (int power = 0; power < 2000; ++power) {
    std::vector<double> next(states, 0.0);
    for (int d = 0; d < states; ++d) {
      sum[static_cast<std::size_t>(d)] += weight * p[static_cast<std::size_t>(d)];
      const double up = bind(d) / fastest, down = split(d) / fastest;
      const double from = p[static_cast<std::size_t>(d)];
      next[static_cast<std::size_t>(d)] += from * (1.0 - up - down);
      if (d + 1 < states) next[static_cast<std::size_t>(d + 1)] += from * up;
      if (d > 0) next[static_cast<std::size_t>(d - 1)] += from * down;
    }
    p = std::move(next);
    weight *= fastest * t / (power + 1);
  }
  double mean = 0.0;
  for (int d = 0; d < states; ++d) mean += d * sum[static_cast<std::size_t>(d)];
  return mean;
}

TEST(Ssa, DimersFollowTheMasterEquation)
{
  NetworkBuilder b;
  const std::size_t a = b.species("A"), d = b.species("D");
  b.reaction({a, a}, {d}, 0.03, 0.5).reaction({d}, {a, a}, 0.4);
  for (const double t : {0.1, 0.5, 2.0}) {
    const Sample s = sample(b.network(), {20.0, 0.0}, t, d, 4000);
    EXPECT_NEAR(s.mean, mean_of_master_equation(0.03, 0.4, t), 5.0 * s.mean_error) << t;
  }
}

TEST(Ssa, HubsGiveEveryReactionItsRate)
{
  // A hub H with partners B and C, a pair of like molecules and three at once; one event each.
  NetworkBuilder b;
  std::vector<std::size_t> s;
  for (const char* name : {"H", "B", "C", "P1", "P2", "P3", "P4", "P5"}) s.push_back(b.species(name));
  b.reaction({s[0], s[1]}, {s[3]}, 1.0).reaction({s[0], s[2]}, {s[4]}, 2.0);
  b.reaction({s[0], s[0]}, {s[5]}, 0.5).reaction({s[0], s[1], s[1]}, {s[6]}, 0.25);
  b.reaction({s[0]}, {s[7]}, 3.0);
  // From H 3, B 4, C 5: rates 12, 30, 3, 9, 9, together 63. The first event is after 1/63 on
  // average and of each kind in proportion; ends soon enough that there is hardly a second.
  const std::vector<double> start{3.0, 4.0, 5.0, 0.0, 0.0, 0.0, 0.0, 0.0};
  const std::vector<double> rates{12.0, 30.0, 3.0, 9.0, 9.0};
  const double t = 1e-4;
  for (std::size_t i = 0; i < rates.size(); ++i) {
    const Sample kind = sample(b.network(), start, t, s[3 + i], 200000);
    EXPECT_NEAR(kind.mean, rates[i] * t, 5.0 * std::sqrt(rates[i] * t / 200000.0)) << i;
  }
}

/// A production that an observable switches: dm/dt follows the function after every event.
TEST(Ssa, FunctionsFollowTheirObservables)
{
  NetworkBuilder b;
  b.parameter("k", 2.0);
  const std::size_t a = b.seen_species("A");
  b.function("f", Formula("k") * Formula("A"));
  b.reaction({}, {a}, Formula("f"));  // the Yule process, written with a function
  const double p = std::exp(-2.0 * 0.5);
  // From 3: negative binomial, mean n/p, variance n (1 - p)/p^2.
  expect_moments(sample(b.network(), {3.0}, 0.5, a, 4000), 3.0 / p, 3.0 * (1.0 - p) / (p * p));
}

TEST(Ssa, StepsInTimeAreExact)
{
  NetworkBuilder b;
  const std::size_t a = b.species("A");
  b.reaction({}, {a}, simulate::call("if", {simulate::compare("<", "time", 1.0), 0.0, 8.0}));
  expect_moments(sample(b.network(), {0.0}, 2.0, a, 4000), 8.0, 8.0);
}

TEST(Ssa, FixedSpeciesKeepTheirAmount)
{
  NetworkBuilder b;
  const std::size_t source = b.species("S", 5.0, true), a = b.species("A");
  b.reaction({source}, {a}, 1.0);
  const Sample s = sample(b.network(), {5.0, 0.0}, 2.0, source, 5);
  EXPECT_EQ(s.mean, 5.0);
  expect_moments(sample(b.network(), {5.0, 0.0}, 2.0, a, 4000), 10.0, 10.0);
}

TEST(Ssa, TheSameSeedGivesTheSameRun)
{
  NetworkBuilder b;
  const std::size_t a = b.species("A");
  b.reaction({}, {a}, 50.0).reaction({a}, {}, 1.0);
  const auto run = [&](std::uint64_t seed) {
    std::vector<double> seen;
    Simulator simulator = simulator_of(b.network());
    simulator.run(std::vector{0.0}, std::vector{0.0, 1.0, 2.0, 3.0}, seed,
                  [&](std::size_t, std::span<const double> y) {
                    seen.push_back(y[0]);
                    return true;
                  });
    return seen;
  };
  EXPECT_EQ(run(7), run(7));
  EXPECT_NE(run(7), run(8));
}

}  // namespace
}  // namespace rascade::ssa
