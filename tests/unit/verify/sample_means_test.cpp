// SPDX-License-Identifier: MIT
#include "rascade/verify/sample_means.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "rascade/ssa/simulator.hpp"
#include "unit/simulate/build_network.hpp"

namespace rascade::verify {
namespace {

network::Network decay()
{
  simulate::NetworkBuilder b;
  const std::size_t a = b.species("A", 50.0);
  b.observable("A", {{a, 1.0}}).observable("pairs", {{a, 2.0}});
  b.reaction({a}, {}, 1.0);
  return b.network();
}

SampleMeans sample(const SamplePlan& plan)
{
  const network::Network network = decay();
  auto system = simulate::RateSystem::compile(network, {});
  return sample_means(network, *system, std::vector<double>{50.0}, plan);
}

TEST(SampleMeans, HaveTheErrorOfTheExactDistribution)
{
  const SampleMeans found = sample({.times = {0.0, 0.7}, .runs = 2000});
  const double p = std::exp(-0.7);
  const double error = std::sqrt(50.0 * p * (1.0 - p) / 2000.0);
  EXPECT_EQ(found.mean[0], 50.0);
  EXPECT_EQ(found.standard_error[0], 0.0);
  EXPECT_NEAR(found.mean[2], 50.0 * p, 5.0 * error);
  EXPECT_NEAR(found.standard_error[2] / error, 1.0, 5.0 / std::sqrt(2.0 * 2000.0));
  EXPECT_DOUBLE_EQ(found.mean[3], 2.0 * found.mean[2]);
  EXPECT_NEAR(static_cast<double>(found.events), 2000.0 * (50.0 - found.mean[2]), 1e-6);
}

TEST(SampleMeans, DoNotDependOnThreads)
{
  const SampleMeans one = sample({.times = {0.0, 0.3, 0.7}, .runs = 101, .threads = 1});
  const SampleMeans three = sample({.times = {0.0, 0.3, 0.7}, .runs = 101, .threads = 3});
  EXPECT_EQ(one.mean, three.mean);
  EXPECT_EQ(one.standard_error, three.standard_error);
}

TEST(SampleMeans, EndWhenTooMuchHappens)
{
  EXPECT_THROW(sample({.times = {0.0, 9.0}, .runs = 3, .most_events = 20}), ssa::StochasticFailed);
  EXPECT_NO_THROW(sample({.times = {0.0, 9.0}, .runs = 3, .most_events = 50}));
}

}  // namespace
}  // namespace rascade::verify
