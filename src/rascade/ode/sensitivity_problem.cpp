// SPDX-License-Identifier: MIT
#include "rascade/ode/sensitivity_problem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace rascade::ode {
namespace {

using simulate::OutputIndex;
using simulate::Setting;

/// E0610 and E0611.
class ProblemChecker {
 public:
  explicit ProblemChecker(const SensitivityProblem& problem)
      : problem_(problem), depends_on_time_(problem.system.depends_on_time())
  {
  }

  std::vector<Diagnostic> check()
  {
    if (problem_.unknowns.empty()) report("there is nothing to differentiate by");
    for (std::size_t i = 0; i < problem_.phases.size(); ++i) check_phase(i);
    for (const Measurement& m : problem_.measurements) check_measurement(m);
    return std::move(diagnostics_);
  }

 private:
  void report(const std::string& message, const std::string& hint = "")
  {
    diagnostics_.push_back({Severity::error, "E0610", {}, message, hint});
  }

  void check_phase(std::size_t i)
  {
    const Phase& phase = problem_.phases[i];
    if (phase.after && *phase.after >= i) {
      report(fmt::format("phase {} goes on from phase {}, which is not an earlier one", i,
                         *phase.after));
    }
    const bool is_run = phase.kind == Phase::Kind::run;
    if (is_run && !(phase.end >= phase.start && std::isfinite(phase.end - phase.start))) {
      report(fmt::format("phase {} ends at {} s, before it starts at {} s", i, phase.end,
                         phase.start));
    }
    if (!std::is_sorted(phase.forcing.breaks.begin(), phase.forcing.breaks.end())) {
      report(fmt::format("the breaks of phase {} are not in ascending order", i));
    }
    for (const AmountStep& step : phase.steps) {
      if (step.species < problem_.system.num_species()) continue;
      report(fmt::format("phase {} steps the amount of a species that does not exist", i));
    }
    if (is_run || !depends_on_time_) return;
    diagnostics_.push_back({Severity::error,
                            "E0611",
                            {},
                            "rates read the time, so that there is no steady state to start from",
                            "leave the equilibration out, or the time out of the rates"});
  }

  void check_measurement(const Measurement& m)
  {
    if (m.phase >= problem_.phases.size() || m.output >= problem_.system.num_outputs()) {
      report("a measurement is of a phase or an output that does not exist");
      return;
    }
    const Phase& phase = problem_.phases[m.phase];
    if (phase.kind == Phase::Kind::equilibrate) return;
    if (m.time >= phase.start && m.time <= phase.end) return;
    report(fmt::format("a measurement at {} s is outside its phase, {} to {} s", m.time,
                       phase.start, phase.end));
  }

  const SensitivityProblem& problem_;
  bool depends_on_time_;
  std::vector<Diagnostic> diagnostics_;
};

std::vector<std::vector<std::size_t>> by_phase(const SensitivityProblem& problem)
{
  std::vector<std::vector<std::size_t>> measured(problem.phases.size());
  for (std::size_t m = 0; m < problem.measurements.size(); ++m) {
    measured[problem.measurements[m].phase].push_back(m);
  }
  for (std::vector<std::size_t>& of_phase : measured) {
    std::stable_sort(of_phase.begin(), of_phase.end(), [&](std::size_t a, std::size_t b) {
      return problem.measurements[a].time < problem.measurements[b].time;
    });
  }
  return measured;
}

std::vector<double> scales_of(const Sensitivities::Prepared& prepared)
{
  std::vector<double> scales;
  for (const simulate::Unknown& unknown : prepared.problem.unknowns) {
    const bool is_parameter = unknown.kind == simulate::Unknown::Kind::parameter;
    const double size = std::abs(is_parameter ? prepared.base.values[unknown.which]
                                              : prepared.start[unknown.which]);
    scales.push_back(size > 0.0 && std::isfinite(size) ? size : 1.0);
  }
  return scales;
}

}  // namespace

Checked<Sensitivities> Sensitivities::prepare(SensitivityProblem problem)
{
  std::vector<Setting> settings;
  for (const Phase& phase : problem.phases) {
    settings.insert(settings.end(), phase.settings.begin(), phase.settings.end());
  }
  std::vector<OutputIndex> outputs;
  for (const Measurement& m : problem.measurements) {
    if (m.output < problem.system.num_outputs()) outputs.push_back(m.output);
  }
  const auto slopes =
      simulate::SlopeSystem::compile(problem.system, problem.unknowns, outputs, settings);
  if (!slopes) return slopes.diagnostics();
  std::vector<Diagnostic> mistakes = ProblemChecker(problem).check();
  if (has_error(mistakes)) return mistakes;
  const auto prepared = std::make_shared<Prepared>();
  prepared->slopes = *slopes;
  prepared->base = slopes->base(problem.base);
  for (const Phase& phase : problem.phases) {
    prepared->points.push_back(slopes->at(prepared->base, problem.base, phase.settings));
  }
  prepared->start = problem.system.initial_amounts(prepared->base.values);
  prepared->start_slopes = slopes->initial_slopes(prepared->base);
  prepared->measured = by_phase(problem);
  prepared->problem = std::move(problem);
  prepared->scales = scales_of(*prepared);
  Sensitivities result;
  result.prepared_ = prepared;
  return result;
}

double step_value(const Sensitivities::Prepared& prepared, const AmountStep& step)
{
  return step.multiple_of ? step.value * prepared.base.values[*step.multiple_of] : step.value;
}

double amount_after(AmountStep::Kind kind, double value, double amount)
{
  switch (kind) {
    case AmountStep::Kind::set:
      return value;
    case AmountStep::Kind::add:
      return amount + value;
    case AmountStep::Kind::multiply:
      return amount * value;
  }
  return amount;
}

double step_slope(const Sensitivities::Prepared& prepared, const AmountStep& step,
                  std::size_t unknown)
{
  if (!step.multiple_of) return 0.0;
  const simulate::SparseRows& rows = prepared.base.slopes;
  const auto first = rows.columns.begin() + rows.starts[*step.multiple_of];
  const auto last = rows.columns.begin() + rows.starts[*step.multiple_of + 1];
  const auto found = std::lower_bound(first, last, unknown);
  if (found == last || *found != unknown) return 0.0;
  return step.value * rows.coefficients[static_cast<std::size_t>(found - rows.columns.begin())];
}

std::vector<double> inputs_of(const Sensitivities::Prepared& prepared, const Phase& phase, double t)
{
  std::vector<double> inputs(prepared.problem.system.num_inputs(), 0.0);
  if (phase.forcing.values && !inputs.empty()) phase.forcing.values(t, inputs);
  return inputs;
}

}  // namespace rascade::ode
