// SPDX-License-Identifier: MIT
#include "rascade/random/mass_function.hpp"

#include <gtest/gtest.h>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <cmath>

namespace rascade::random {
namespace {

TEST(LogPoissonMass, AgreesWithBoost)
{
  for (const double mean : {10.0, 33.3, 250.0}) {
    const boost::math::poisson twin(mean);
    for (const double k : {0.0, 1.0, 9.0, 15.0, 16.0, 17.0, 33.0, 200.0, 260.0}) {
      const double mass = boost::math::pdf(twin, k);
      EXPECT_NEAR(std::exp(log_poisson_mass(k, mean)), mass, 1e-11 * mass) << k << ' ' << mean;
    }
  }
}

TEST(LogBinomialMass, AgreesWithBoost)
{
  for (const double p : {0.05, 0.3, 0.5}) {
    const boost::math::binomial twin(200.0, p);
    for (const double k : {0.0, 1.0, 10.0, 59.0, 60.0, 100.0, 199.0, 200.0}) {
      const double mass = boost::math::pdf(twin, k);
      EXPECT_NEAR(std::exp(log_binomial_mass(k, 200.0, p)), mass, 1e-11 * mass) << k << ' ' << p;
    }
  }
}

// Neighbours differ by exactly mean/(k+1), at counts where k log k alone has lost the difference.
TEST(LogMasses, KeepTheirDigitsAtHugeCounts)
{
  const double mean = 1e13, k = 1e13 + 2e6;
  const double step = log_poisson_mass(k + 1, mean) - log_poisson_mass(k, mean);
  EXPECT_NEAR(step, std::log1p((mean - k - 1) / (k + 1)), 1e-12);
  const double n = 4e13, p = 0.25;
  const double ratio = (n - k) / (k + 1) * p / (1 - p);
  EXPECT_NEAR(log_binomial_mass(k + 1, n, p) - log_binomial_mass(k, n, p), std::log(ratio), 1e-12);
}

}  // namespace
}  // namespace rascade::random
