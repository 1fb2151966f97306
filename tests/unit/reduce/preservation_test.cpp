// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "rascade/ode/integrator.hpp"
#include "rascade/reduce/lump_forward.hpp"
#include "rascade/reduce/reduce_network.hpp"
#include "rascade/simulate/rate_system.hpp"
#include "unit/network/model_text.hpp"
#include "unit/simulate/build_network.hpp"

namespace rascade::reduce {
namespace {

using network::Network;
using simulate::Formula;
using simulate::NetworkBuilder;

simulate::RateSystem compile(const Network& network)
{
  auto system = simulate::RateSystem::compile(network, {});
  if (!system) throw std::runtime_error(to_string(system.diagnostics()));
  return *system;
}

/// Outputs at ten times, the parameter `which` scaled.
std::vector<double> outputs_of(const Network& network, std::size_t which = 0, double scale = 1.0)
{
  const simulate::RateSystem system = compile(network);
  std::vector<double> parameters = system.parameter_values({});
  parameters[which] *= scale;
  ode::Integrator integrator(simulate::Evaluator(system, parameters), {1e-11, 1e-11});
  std::vector<double> times;
  for (int i = 0; i <= 10; ++i) times.push_back(0.2 * i);
  return integrator.integrate(system.initial_amounts(parameters), times).outputs;
}

void expect_close(const std::vector<double>& a, const std::vector<double>& b, double tolerance)
{
  ASSERT_EQ(a.size(), b.size());
  double largest = 1e-2;  // slopes of nothing are noise of the integrations
  for (const double v : a) largest = std::max(largest, std::abs(v));
  for (std::size_t i = 0; i < a.size(); ++i) EXPECT_NEAR(a[i], b[i], tolerance * largest) << i;
}

/// Networks that look alike after an exchange of two pairs of species; functions and saturating
/// laws included.
class SymmetricNetwork {
 public:
  explicit SymmetricNetwork(std::uint32_t seed) : engine_(seed) {}

  Network make()
  {
    NetworkBuilder builder;
    builder.parameter("k", 0.7).parameter("l", 1.3).parameter("n", 2.0);
    for (std::size_t s = 0; s < size; ++s) {
      builder.species("S" + std::to_string(s), below(3) == 0 ? Formula(0.0) : Formula("n"));
    }
    builder.observable("pair", {{0, 1.0}, {1, 1.0}}).observable("last", {{size - 1, 1.0}});
    builder.function("f", Formula("k") / (1.0 + Formula("pair")));
    for (std::size_t r = 0; r < 6; ++r) {
      const std::vector<std::size_t> reactants = some(below(3)), products = some(below(3));
      const char* const law = std::vector<const char*>{"k", "l", "f"}[below(3)];
      builder.reaction(reactants, products, law);
      builder.reaction(exchanged(reactants), exchanged(products), law);
    }
    Network network = builder.network();
    saturate(network);
    for (const std::size_t s : {std::size_t{0}, std::size_t{2}}) network.species[s + 1].amount = network.species[s].amount;
    return network;
  }

 private:
  static constexpr std::size_t size = 6;

  std::size_t below(std::size_t n) { return engine_() % n; }

  std::vector<std::size_t> some(std::size_t count)
  {
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < count; ++i) chosen.push_back(below(size));
    return chosen;
  }

  static std::vector<std::size_t> exchanged(std::vector<std::size_t> species)
  {
    for (std::size_t& s : species) s = s < 4 ? (s ^ 1U) : s;
    return species;
  }

  /// One reaction and its mirror image get another law if they have reactants.
  static void saturate(Network& network)
  {
    for (std::size_t r = 0; r < 2; ++r) {
      const network::Reaction& reaction = network.reactions[r];
      if (reaction.reactants.empty()) return;
      model::RateLaw& law = network.rate_laws[reaction.law];
      law.kind = model::RateLaw::Kind::Sat;
      law.args.push_back(Formula("l").tree);
    }
  }

  std::mt19937 engine_;
};

TEST(ReduceNetwork, PreservesObservablesOfRandomNetworks)
{
  std::size_t smaller = 0;
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    const Network full = SymmetricNetwork(seed).make();
    const Network reduced = reduce_network(full).reduction.network;
    if (reduced.species.size() < full.species.size()) ++smaller;
    std::vector<double> expected;
    try {
      expected = outputs_of(full);
    } catch (const simulate::IntegrationFailed&) {
      continue;  // it goes to infinity
    }
    expect_close(outputs_of(reduced), expected, 1e-7);
  }
  EXPECT_GT(smaller, 150U);
}

TEST(ReduceNetwork, PreservesDerivativesByParameters)
{
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    const Network full = SymmetricNetwork(seed).make();
    const Network reduced = reduce_network(full).reduction.network;
    for (std::size_t p = 0; p < 3; ++p) {
      SCOPED_TRACE(testing::Message() << seed << " " << p);
      try {
        const std::vector<double> above = outputs_of(full, p, 1.01), below = outputs_of(full, p, 0.99);
        const std::vector<double> up = outputs_of(reduced, p, 1.01), down = outputs_of(reduced, p, 0.99);
        std::vector<double> slope, reduced_slope;
        for (std::size_t i = 0; i < above.size(); ++i) {
          slope.push_back((above[i] - below[i]) / 0.02);
          reduced_slope.push_back((up[i] - down[i]) / 0.02);
        }
        expect_close(reduced_slope, slope, 1e-5);
      } catch (const simulate::IntegrationFailed&) {
      }
    }
  }
}

/// Outputs before and after the amounts of two species are set in the middle of a run.
std::vector<double> outputs_with_step(const Network& network, std::size_t one, std::size_t other)
{
  const simulate::RateSystem system = compile(network);
  const std::vector<double> parameters = system.parameter_values({});
  ode::Integrator integrator(simulate::Evaluator(system, parameters), {1e-11, 1e-11});
  std::vector<double> start = system.initial_amounts(parameters);
  start[one] = 0.25;
  const auto before = integrator.integrate(start, std::vector{0.0, 0.3, 0.6});
  std::vector<double> amounts = before.final_amounts;
  amounts[one] += 1.5;
  amounts[other] = 0.5;
  const auto after = integrator.integrate(amounts, std::vector{0.6, 0.8, 1.2});
  std::vector<double> all = before.outputs;
  all.insert(all.end(), after.outputs.begin(), after.outputs.end());
  return all;
}

TEST(ReduceNetwork, PreservesWhatFollowsWhenSettableAmountsAreSet)
{
  std::size_t smaller = 0;
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    SCOPED_TRACE(seed);
    const Network full = SymmetricNetwork(seed).make();
    const std::vector<std::size_t> settable{1, 4};
    const ReducedNetwork reduced = reduce_network(full, settable);
    const Network& now = reduced.reduction.network;
    if (now.species.size() < full.species.size()) ++smaller;
    const auto place = [&](std::size_t s) {
      return static_cast<std::size_t>(reduced.reduction.place[s]);
    };
    EXPECT_EQ(now.species[place(1)].name, full.species[1].name);
    EXPECT_EQ(now.observables.size(), full.observables.size());
    try {
      const std::vector<double> expected = outputs_with_step(full, 1, 4);
      expect_close(outputs_with_step(now, place(1), place(4)), expected, 1e-7);
    } catch (const simulate::IntegrationFailed&) {
    }
  }
  EXPECT_GT(smaller, 20U);
}

TEST(LumpForward, HasTheSameRatesToRounding)
{
  std::mt19937 engine(1);
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const Network full = SymmetricNetwork(seed).make();
    const Reduction reduction = lump_forward(full);
    std::vector<double> y(full.species.size()), slope(y.size());
    std::vector<double> z(reduction.network.species.size(), 0.0), sums(z.size(), 0.0);
    std::vector<double> reduced_slope(z.size());
    for (double& amount : y) amount = static_cast<double>(engine() % 1000) / 100.0;
    const auto add_up = [&](const std::vector<double>& from, std::vector<double>& to) {
      for (std::size_t s = 0; s < from.size(); ++s) {
        to[static_cast<std::size_t>(reduction.place[s])] += from[s];
      }
    };
    add_up(y, z);
    const simulate::RateSystem system = compile(full), reduced = compile(reduction.network);
    simulate::Evaluator(system, system.parameter_values({})).rhs(0.0, y, {}, slope);
    simulate::Evaluator(reduced, reduced.parameter_values({})).rhs(0.0, z, {}, reduced_slope);
    add_up(slope, sums);
    for (std::size_t s = 0; s < z.size(); ++s) EXPECT_NEAR(sums[s], reduced_slope[s], 1e-11) << seed;
  }
}

TEST(ReduceReversibly, LetsEveryAmountBeTold)
{
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    SCOPED_TRACE(seed);
    const Network full = SymmetricNetwork(seed).make();
    const Reduction reduction = reduce_reversibly(full).reduction;
    const std::vector<double> times{0.0, 1.0};
    const auto run = [&](const Network& network) {
      const simulate::RateSystem system = compile(network);
      const std::vector<double> parameters = system.parameter_values({});
      ode::Integrator integrator(simulate::Evaluator(system, parameters), {1e-11, 1e-11});
      return integrator.integrate(system.initial_amounts(parameters), times).final_amounts;
    };
    try {
      const std::vector<double> expected = run(full);
      expect_close(lift(reduction, run(reduction.network)), expected, 1e-7);
    } catch (const simulate::IntegrationFailed&) {
    }
  }
}

TEST(ReduceNetwork, PreservesABivalentReceptor)
{
  // A ligand with two like sites on one receptor each, written with unlike names.
  const Network full = network::expand_text(
      {.types = "L(a,b)\nR(l,y~u~p)",
       .seeds = "L(a,b) 50\nR(l,y~u) 80",
       .rules = "L(a) + R(l) <-> L(a!1).R(l!1) k,l\nL(b) + R(l) <-> L(b!1).R(l!1) k,l\n"
                "R(l!+,y~u) -> R(l!+,y~p) m\nR(y~p) -> R(y~u) l\n",
       .observables = "Molecules P R(y~p)\nSpecies D R.L.R",
       .parameters = "k 0.01\nl 0.5\nm 2\n"});
  const ReducedNetwork reduced = reduce_network(full);
  EXPECT_LT(reduced.reduction.network.species.size(), full.species.size());
  expect_close(outputs_of(reduced.reduction.network), outputs_of(full), 1e-9);
}

}  // namespace
}  // namespace rascade::reduce
