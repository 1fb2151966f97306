// SPDX-License-Identifier: MIT
// Simulates a .net file and tells how long the simulation alone took: our side of
// compare_simulators.py, which asks the questions.
//
//     simulate_net ode FILE.net END POINTS TOLERANCE     rows of observables, tolerance both ways
//     simulate_net ssa FILE.net END POINTS SEED          the same of one stochastic run
//
// The rows go to stdout (time, observables), the CPU seconds and the number of events to stderr.
#include <ctime>

#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "bench/text_of.hpp"
#include "rascade/network/read_net.hpp"
#include "rascade/ode/integrator.hpp"
#include "rascade/simulate/rate_system.hpp"
#include "rascade/ssa/simulator.hpp"

namespace {

using namespace rascade;
using bench::text_of;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::vector<double> times_of(double end, std::size_t points)
{
  std::vector<double> times;
  for (std::size_t i = 0; i <= points; ++i) {
    times.push_back(end * static_cast<double>(i) / static_cast<double>(points));
  }
  return times;
}

/// [n_times][n_observables]
using Rows = std::vector<std::vector<double>>;

Rows run_ode(const network::Network& network, const simulate::RateSystem& system,
             const std::vector<double>& times, double tolerance)
{
  const std::vector<double> parameters = system.parameter_values({});
  const double began = cpu_seconds();
  ode::Integrator integrator(simulate::Evaluator(system, parameters),
                             {tolerance, tolerance, 50'000'000});
  const simulate::Trajectory run =
      integrator.integrate(system.initial_amounts(parameters), times);
  fmt::print(stderr, "{} {}\n", cpu_seconds() - began, integrator.steps_taken());
  Rows rows;
  for (std::size_t i = 0; i < run.times.size(); ++i) {
    const auto row = run.row(i).first(network.observables.size());
    rows.emplace_back(row.begin(), row.end());
  }
  return rows;
}

Rows run_ssa(const network::Network& network, const simulate::RateSystem& system,
             const std::vector<double>& times, std::uint64_t seed)
{
  const std::vector<double> parameters = system.parameter_values({});
  simulate::Evaluator evaluator(system, parameters);
  std::vector<double> outputs(system.num_outputs());
  Rows rows;
  ssa::Simulator simulator(network, system, parameters);
  const double began = cpu_seconds();
  (void)simulator.run(system.initial_amounts(parameters), times, seed,
                      [&](std::size_t i, std::span<const double> y) {
                        evaluator.outputs(times[i], y, {}, outputs);
                        rows.push_back(outputs);
                        return true;
                      });
  fmt::print(stderr, "{} {}\n", cpu_seconds() - began, simulator.events());
  return rows;
}

int run(const std::vector<std::string>& args)
{
  const std::optional<std::string> text = text_of(args[1]);
  if (!text) return 2;
  const auto network = network::read_net(*text, args[1], text_of);
  if (!network) return fmt::print(stderr, "{}", to_string(network.diagnostics())), 2;
  const auto system = simulate::RateSystem::compile(*network, {});
  if (!system) return fmt::print(stderr, "{}", to_string(system.diagnostics())), 2;
  const std::vector<double> times = times_of(std::stod(args[2]), std::stoul(args[3]));
  const Rows rows = args[0] == "ssa" ? run_ssa(*network, *system, times, std::stoull(args[4]))
                                     : run_ode(*network, *system, times, std::stod(args[4]));
  for (std::size_t i = 0; i < times.size(); ++i) {
    fmt::print("{}", times[i]);
    for (std::size_t o = 0; o < network->observables.size(); ++o) fmt::print("\t{}", rows[i][o]);
    fmt::print("\n");
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv)
{
  const std::vector<std::string> args(argv + 1, argv + argc);
  if (args.size() != 5) return fmt::print(stderr, "simulate_net ode|ssa NET END POINTS X\n"), 2;
  return run(args);
}
