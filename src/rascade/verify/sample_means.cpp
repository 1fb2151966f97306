// SPDX-License-Identifier: MIT
#include "rascade/verify/sample_means.hpp"

#include <algorithm>
#include <cmath>
#include <exception>

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include "rascade/random/stream.hpp"
#include "rascade/ssa/simulator.hpp"

namespace rascade::verify {
namespace {

class Sampler {
 public:
  Sampler(const network::Network& network, const simulate::RateSystem& system,
          std::span<const double> amounts, const SamplePlan& plan)
      : network_(network),
        system_(system),
        parameters_(system.parameter_values({})),
        amounts_(amounts),
        plan_(plan),
        row_(plan.times.size() * network.observables.size()),
        values_(plan.runs * row_),
        events_(plan.runs, 0)
  {
  }

  SampleMeans run()
  {
    tbb::task_arena arena(static_cast<int>(plan_.threads));
    arena.execute([this] {
      tbb::parallel_for(tbb::blocked_range<std::size_t>(0, plan_.runs), [this](const auto& some) {
        ssa::Simulator simulator(network_, system_, parameters_);
        for (std::size_t i = some.begin(); i < some.end(); ++i) run_one(simulator, i);
      });
    });
    return summarise();
  }

 private:
  void run_one(ssa::Simulator& simulator, std::size_t i)
  {
    random::Stream own(plan_.seed, {static_cast<std::uint32_t>(i)});
    const std::uint64_t high = own.bits();
    const std::uint64_t before = simulator.events();
    simulator.limit_events(before + plan_.most_events);
    (void)simulator.run(amounts_, plan_.times, high << 32 | own.bits(),
                        [&](std::size_t t, std::span<const double> y) {
                          observe(y, values_.data() + i * row_ + t * network_.observables.size());
                          return true;
                        });
    events_[i] = simulator.events() - before;
  }

  void observe(std::span<const double> amounts, double* out) const
  {
    for (const network::NetworkObservable& observable : network_.observables) {
      double sum = 0.0;
      for (const auto& [species, weight] : observable.weights) sum += weight * amounts[species];
      *out++ = sum;
    }
  }

  [[nodiscard]] SampleMeans summarise() const
  {
    SampleMeans result;
    const double n = static_cast<double>(plan_.runs);
    for (std::size_t at = 0; at < row_; ++at) {
      double mean = 0.0, square = 0.0;
      for (std::size_t i = 0; i < plan_.runs; ++i) mean += values_[i * row_ + at];
      mean /= n;
      for (std::size_t i = 0; i < plan_.runs; ++i) {
        square += (values_[i * row_ + at] - mean) * (values_[i * row_ + at] - mean);
      }
      result.mean.push_back(mean);
      result.standard_error.push_back(std::sqrt(square / (n - 1.0) / n));
    }
    for (const std::uint64_t events : events_) result.events += events;
    return result;
  }

  const network::Network& network_;
  const simulate::RateSystem& system_;
  std::vector<double> parameters_;
  std::span<const double> amounts_;
  const SamplePlan& plan_;
  std::size_t row_;                    // values of one run
  std::vector<double> values_;         // [n_runs x n_times x n_observables]
  std::vector<std::uint64_t> events_;  // [n_runs]
};

}  // namespace

SampleMeans sample_means(const network::Network& network, const simulate::RateSystem& system,
                         std::span<const double> amounts, const SamplePlan& plan)
{
  return Sampler(network, system, amounts, plan).run();
}

}  // namespace rascade::verify
