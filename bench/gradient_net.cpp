// SPDX-License-Identifier: MIT
// An objective and its gradient for one condition of a calibration: our side of
// compare_gradients.py, which asks the questions.
//
//     gradient_net NET forward|adjoint|automatic RTOL ATOL HELD STEPPED MEASURED UNKNOWNS
//
// The network rests with HELD, "SPECIES=AMOUNT;...", then runs from STEPPED, the same. MEASURED:
// "OUTPUT TIME VALUE SD;...", a time of 0 is at rest. UNKNOWNS: names of parameters, by commas. The
// objective is the sum of squares of (output - VALUE) / SD.
//
// To stdout: the objective, then a line for each unknown with the slope. To stderr: CPU seconds to
// make it ready, CPU seconds of objective and gradient, steps, and the method that was taken.
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/text_of.hpp"
#include "rascade/network/read_net.hpp"
#include "rascade/ode/sensitivity.hpp"
#include "rascade/simulate/rate_system.hpp"

namespace {

using namespace rascade;
using bench::text_of;
using simulate::RateSystem;

struct Datum {
  double value = 0.0, sd = 1.0;
};

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::vector<std::string> split(const std::string& text, char by)
{
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, by);) {
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

template <class T>
T need(const std::optional<T>& found, const std::string& what)
{
  if (!found) throw std::runtime_error("no such thing: " + what);
  return *found;
}

std::vector<ode::AmountStep> steps_of(const RateSystem& system, const std::string& text)
{
  std::vector<ode::AmountStep> steps;
  const auto names = system.species_names();
  for (const std::string& part : split(text, ';')) {
    const std::size_t equals = part.rfind('=');
    const auto at = std::ranges::find(names, part.substr(0, equals));
    if (at == names.end()) throw std::runtime_error("no such species: " + part);
    steps.push_back({ode::AmountStep::Kind::set,
                     static_cast<std::size_t>(at - names.begin()),
                     std::stod(part.substr(equals + 1)),
                     {}});
  }
  return steps;
}

/// Adds what is measured, and makes the run as long as that takes.
std::vector<Datum> add_measured(ode::SensitivityProblem& problem, const std::string& text)
{
  std::vector<Datum> data;
  for (const std::string& part : split(text, ';')) {
    const std::vector<std::string> words = split(part, ' ');
    const double time = std::stod(words.at(1));
    const auto output = need(problem.system.find_output(words[0]), words[0]);
    if (time > 0 && problem.phases.size() == 1) problem.phases.push_back({.after = 0});
    if (time > 0) problem.phases[1].end = std::max(problem.phases[1].end, time);
    problem.measurements.push_back({time > 0 ? 1UL : 0UL, time, output});
    data.push_back({std::stod(words.at(2)), std::stod(words.at(3))});
  }
  return data;
}

ode::Objective squares_from(const std::vector<Datum>& data)
{
  return [data](std::span<const double> values, std::span<double> slopes) {
    double sum = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const double off = (values[i] - data[i].value) / data[i].sd;
      sum += off * off;
      slopes[i] = 2 * off / data[i].sd;
    }
    return sum;
  };
}

int run(const std::vector<std::string>& args)
{
  const std::string text = need(text_of(args[0]), args[0]);
  const auto network = network::read_net(text, args[0], text_of);
  if (!network) return fmt::print(stderr, "{}", to_string(network.diagnostics())), 2;
  const double began = cpu_seconds();
  ode::SensitivityProblem problem;
  const auto system = RateSystem::compile(*network, {});
  if (!system) return fmt::print(stderr, "{}", to_string(system.diagnostics())), 2;
  problem.system = *system;
  problem.phases.push_back(
      {.kind = ode::Phase::Kind::equilibrate, .steps = steps_of(problem.system, args[4])});
  const std::vector<Datum> data = add_measured(problem, args[6]);
  if (problem.phases.size() > 1) problem.phases[1].steps = steps_of(problem.system, args[5]);
  const std::vector<std::string> names = split(args[7], ',');
  for (const std::string& name : names) {
    const std::size_t which = need(problem.system.find_parameter(name), name);
    problem.unknowns.push_back({simulate::Unknown::Kind::parameter, which});
  }
  problem.tolerances = {std::stod(args[2]), std::stod(args[3]), 10'000'000};
  const auto ready = ode::Sensitivities::prepare(std::move(problem));
  if (!ready) return fmt::print(stderr, "{}", to_string(ready.diagnostics())), 2;
  const double middle = cpu_seconds();
  const ode::Method method = args[1] == "forward"   ? ode::Method::forward
                             : args[1] == "adjoint" ? ode::Method::adjoint
                                                    : ode::Method::automatic;
  const ode::Gradient found = ready->gradient(squares_from(data), method);
  fmt::print(stderr, "{} {} {} {}\n", middle - began, cpu_seconds() - middle, found.steps,
             found.method == ode::Method::forward ? "forward" : "adjoint");
  fmt::print("{}\n", found.objective);
  for (std::size_t i = 0; i < names.size(); ++i) fmt::print("{} {}\n", names[i], found.slopes[i]);
  return 0;
}

}  // namespace

int main(int argc, char** argv)
{
  const std::vector<std::string> args(argv + 1, argv + argc);
  if (args.size() != 8) {
    fmt::print(stderr, "gradient_net NET METHOD RTOL ATOL HELD STEPPED MEASURED UNKNOWNS\n");
    return 2;
  }
  try {
    return run(args);
  } catch (const std::exception& problem) {
    fmt::print(stderr, "gradient_net: {}\n", problem.what());
    return 2;
  }
}
