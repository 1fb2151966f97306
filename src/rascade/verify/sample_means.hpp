// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "rascade/network/network.hpp"
#include "rascade/simulate/rate_system.hpp"

namespace rascade::verify {

struct SamplePlan {
  std::vector<double> times;   // s, ascending; the first is the start
  std::size_t runs = 100;
  std::uint64_t seed = 1;
  std::size_t threads = 1;     // does not change results
  std::uint64_t most_events = 20'000'000;  // of one run
};

/// Of the observables over stochastic runs. [n_times x n_observables], row-major.
struct SampleMeans {
  std::vector<double> mean;
  std::vector<double> standard_error;  // of the mean
  std::uint64_t events = 0;
};

/// Runs the network so many times, run i on the random numbers of (seed, i).
/// Throws ssa::StochasticFailed.
[[nodiscard]] SampleMeans sample_means(const network::Network& network,
                                       const simulate::RateSystem& system,
                                       std::span<const double> amounts, const SamplePlan& plan);

}  // namespace rascade::verify
