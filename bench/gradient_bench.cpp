// SPDX-License-Identifier: MIT
// Question: what do an objective and its gradient cost in units of one solve, and from how many
// parameters on is the adjoint cheaper than forward slopes?
// A cascade of 70 species in which every reaction has a rate parameter of its own; a least-squares
// objective of two outputs at six times within an hour, at 1e-8. `per_solve` is the CPU time of
// objective and gradient over that of the objective alone by ode::Integrator, in the same run;
// `off` the largest distance between adjoint and forward elasticities.
// docs/adr/0008-sensitivities.md holds the figures and the rule made of them.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <ctime>

#include "bench/cascade.hpp"
#include "rascade/ode/integrator.hpp"
#include "rascade/ode/sensitivity.hpp"

namespace rascade::bench {
namespace {

using ode::Method;
using simulate::OutputIndex;
using simulate::RateSystem;
using simulate::Unknown;

constexpr int tiers = 14;
constexpr double end = 86400.0;  // s
constexpr int num_times = 6;

/// Every law times a parameter of its own, which is one.
network::Network with_rate_parameters(network::Network network)
{
  for (std::size_t l = 0; l < network.rate_laws.size(); ++l) {
    model::Expression one, name, product;
    one.number = 1.0;
    name.kind = model::Expression::Kind::name;
    name.name = "rate" + std::to_string(l);
    product.kind = model::Expression::Kind::multiply;
    product.args = {name, network.rate_laws[l].args[0]};
    network.rate_laws[l].args[0] = product;
    network.parameters.push_back({name.name, one, {}});
  }
  return network;
}

ode::SensitivityProblem problem_of(std::size_t num_unknowns)
{
  ode::SensitivityProblem problem;
  problem.system = *RateSystem::compile(with_rate_parameters(make_cascade(tiers)), {});
  for (std::size_t i = 0; i < num_unknowns; ++i) {
    const auto p = problem.system.find_parameter("rate" + std::to_string(i));
    problem.unknowns.push_back({Unknown::Kind::parameter, p.value()});
  }
  problem.phases.push_back({.end = end});
  for (int i = 1; i <= num_times; ++i) {
    for (const char* name : {"active0", "active1"}) {
      problem.measurements.push_back({0, end * i / num_times, *problem.system.find_output(name)});
    }
  }
  problem.tolerances = {.relative = 1e-8, .absolute = 1e-5};
  return problem;
}

double squares(std::span<const double> values, std::span<double> slopes)
{
  double sum = 0.0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    sum += values[i] * values[i];
    slopes[i] = 2 * values[i];
  }
  return sum;
}

double solve_once(const ode::SensitivityProblem& problem)
{
  const std::vector<double> parameters = problem.system.parameter_values({});
  ode::Integrator integrator({problem.system, parameters}, problem.tolerances);
  std::vector<double> times{0.0};
  for (int i = 1; i <= num_times; ++i) times.push_back(end * i / num_times);
  return integrator.integrate(problem.system.initial_amounts(parameters), times).outputs.back();
}

double largest_distance(const ode::Gradient& a, const ode::Gradient& b)
{
  double largest = 0.0;
  for (std::size_t i = 0; i < a.slopes.size(); ++i) {
    largest = std::max(largest, std::abs(a.slopes[i] - b.slopes[i]) / std::abs(b.objective));
  }
  return largest;
}

void gradient(benchmark::State& state, Method method)
{
  const ode::SensitivityProblem problem = problem_of(static_cast<std::size_t>(state.range(0)));
  const ode::Sensitivities sensitivities = *ode::Sensitivities::prepare(problem);
  std::clock_t whole = 0, one = 0;
  ode::Gradient result;
  for (auto _ : state) {
    const std::clock_t begin = std::clock();
    result = sensitivities.gradient(squares, method);
    const std::clock_t middle = std::clock();
    benchmark::DoNotOptimize(solve_once(problem));
    whole += middle - begin;
    one += std::clock() - middle;
  }
  state.counters["per_solve"] = static_cast<double>(whole) / static_cast<double>(one);
  state.counters["off"] =
      largest_distance(result, sensitivities.gradient(squares, Method::forward));
}
BENCHMARK_CAPTURE(gradient, forward, Method::forward)
    ->RangeMultiplier(2)
    ->Range(1, 128)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(gradient, adjoint, Method::adjoint)
    ->RangeMultiplier(2)
    ->Range(1, 128)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rascade::bench

BENCHMARK_MAIN();
