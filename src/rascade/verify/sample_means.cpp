// SPDX-License-Identifier: MIT
#include "rascade/verify/sample_means.hpp"

#include <cmath>

#include "rascade/ensemble/run_members.hpp"
#include "rascade/random/stream.hpp"
#include "rascade/ssa/simulator.hpp"

namespace rascade::verify {
namespace {

struct Sample {
  std::vector<double> values;  // [n_times x n_observables]
  std::uint64_t events = 0;
};

template <class Archive>
void fields(Archive& archive, Sample& sample)
{
  archive(sample.values, sample.events);
}

class Sampler {
 public:
  Sampler(const network::Network& network, const simulate::RateSystem& system,
          std::span<const double> amounts, const SamplePlan& plan)
      : network_(network),
        system_(system),
        parameters_(system.parameter_values({})),
        amounts_(amounts),
        plan_(plan),
        mean_(plan.times.size() * network.observables.size(), 0.0),
        squares_(mean_.size(), 0.0)
  {
  }

  SampleMeans run()
  {
    const auto make_worker = [this] {
      return [this, simulator = ssa::Simulator(network_, system_, parameters_)](
                 std::size_t i) mutable { return run_one(simulator, i); };
    };
    ensemble::run_members<Sample>({.threads = static_cast<int>(plan_.threads)}, "stochastic runs",
                                  plan_.runs, make_worker,
                                  [this](std::size_t i, const Sample& sample) { add(i, sample); });
    SampleMeans result{mean_, {}, events_};
    const double n = static_cast<double>(plan_.runs);
    for (const double square : squares_) {
      result.standard_error.push_back(std::sqrt(square / (n - 1.0) / n));
    }
    return result;
  }

 private:
  Sample run_one(ssa::Simulator& simulator, std::size_t i) const
  {
    random::Stream own(plan_.seed, {static_cast<std::uint32_t>(i)});
    const std::uint64_t high = own.bits();
    const std::uint64_t before = simulator.events();
    simulator.limit_events(before + plan_.most_events);
    Sample sample{std::vector<double>(mean_.size()), 0};
    (void)simulator.run(amounts_, plan_.times, high << 32 | own.bits(),
                        [&](std::size_t t, std::span<const double> y) {
                          observe(y, sample.values.data() + t * network_.observables.size());
                          return true;
                        });
    sample.events = simulator.events() - before;
    return sample;
  }

  void observe(std::span<const double> amounts, double* out) const
  {
    for (const network::NetworkObservable& observable : network_.observables) {
      double sum = 0.0;
      for (const auto& [species, weight] : observable.weights) sum += weight * amounts[species];
      *out++ = sum;
    }
  }

  /// Welford's update: no run is kept.
  void add(std::size_t i, const Sample& sample)
  {
    for (std::size_t at = 0; at < mean_.size(); ++at) {
      const double off = sample.values[at] - mean_[at];
      mean_[at] += off / static_cast<double>(i + 1);
      squares_[at] += off * (sample.values[at] - mean_[at]);
    }
    events_ += sample.events;
  }

  const network::Network& network_;
  const simulate::RateSystem& system_;
  std::vector<double> parameters_;
  std::span<const double> amounts_;
  const SamplePlan& plan_;
  std::vector<double> mean_;     // [n_times x n_observables]
  std::vector<double> squares_;  // of the distances from the mean, same shape
  std::uint64_t events_ = 0;
};

}  // namespace

SampleMeans sample_means(const network::Network& network, const simulate::RateSystem& system,
                         std::span<const double> amounts, const SamplePlan& plan)
{
  return Sampler(network, system, amounts, plan).run();
}

}  // namespace rascade::verify
