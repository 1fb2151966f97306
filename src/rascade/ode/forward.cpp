// SPDX-License-Identifier: MIT
#include "rascade/ode/forward.hpp"

#include <cstddef>

#include "rascade/ode/rest.hpp"
#include "rascade/ode/slope_solver.hpp"
#include "rascade/ode/stretches.hpp"

namespace rascade::ode {
namespace {

using Prepared = Sensitivities::Prepared;

SlopedAmounts start_of(const Prepared& prepared)
{
  SlopedAmounts start{prepared.start, {}};
  const simulate::SparseRows& rows = prepared.start_slopes;
  start.slopes.assign(prepared.num_unknowns(), std::vector<double>(prepared.num_species(), 0.0));
  for (std::size_t s = 0; s < prepared.num_species(); ++s) {
    for (std::uint32_t k = rows.starts[s]; k < rows.starts[s + 1]; ++k) {
      start.slopes[rows.columns[k]][s] = rows.coefficients[k];
    }
  }
  return start;
}

void apply(const Prepared& prepared, const AmountStep& step, SlopedAmounts& state)
{
  const double value = step_value(prepared, step);
  double& amount = state.amounts[step.species];
  for (std::size_t u = 0; u < state.slopes.size(); ++u) {
    double& slope = state.slopes[u][step.species];
    const double by = step_slope(prepared, step, u);
    switch (step.kind) {
      case AmountStep::Kind::set:
        slope = by;
        break;
      case AmountStep::Kind::add:
        slope += by;
        break;
      case AmountStep::Kind::multiply:
        slope = value * slope + by * amount;
        break;
    }
  }
  amount = amount_after(step.kind, value, amount);
}

/// One phase from the state it starts in to the one it ends in.
class ForwardPhase {
 public:
  ForwardPhase(const Prepared& prepared, std::size_t index, SensitivityTrajectory& result)
      : prepared_(prepared),
        phase_(prepared.problem.phases[index]),
        measured_(prepared.measured[index]),
        result_(result),
        stage_(prepared, index, 1.0 + static_cast<double>(prepared.num_unknowns()))
  {
  }

  void go(SlopedAmounts& state)
  {
    for (const AmountStep& step : phase_.steps) apply(prepared_, step, state);
    if (phase_.kind == Phase::Kind::equilibrate) {
      Rest rest(stage_, state.amounts, inputs_of(prepared_, phase_, phase_.start));
      state.amounts.assign(rest.amounts().begin(), rest.amounts().end());
      rest.carry(state.slopes);
    } else {
      integrate(state);
    }
    while (next_ < measured_.size()) record(state);
    result_.steps += stage_.solver.steps_taken();
  }

 private:
  void integrate(SlopedAmounts& state)
  {
    SlopeSolver solver(prepared_, stage_);
    for (const Stretch& part : cut_into_stretches(phase_.start, phase_.end, phase_.forcing,
                                                  stage_.solver.evaluator().breaks())) {
      while (next_ < measured_.size() && next_time() <= part.from) record(state);
      solver.begin(part, phase_.forcing, state);
      while (next_ < measured_.size() && next_time() < part.to) {
        solver.advance(next_time(), state);
        record(state);
      }
      solver.advance(part.to, state);
    }
  }

  [[nodiscard]] double next_time() const
  {
    return prepared_.problem.measurements[measured_[next_]].time;
  }

  void record(const SlopedAmounts& state)
  {
    const std::size_t m = measured_[next_++];
    const Measurement& measurement = prepared_.problem.measurements[m];
    const bool is_run = phase_.kind == Phase::Kind::run;
    const double t = is_run ? measurement.time : phase_.start;
    const std::vector<double> inputs = inputs_of(prepared_, phase_, t);
    std::vector<double> outputs(prepared_.problem.system.num_outputs());
    stage_.solver.evaluator().outputs(t, state.amounts, inputs, outputs);
    result_.values[m] = outputs[measurement.output];
    std::vector<double> by_amount(prepared_.num_species());
    const std::span<double> row =
        std::span(result_.slopes).subspan(m * prepared_.num_unknowns(), prepared_.num_unknowns());
    stage_.slopes.output_slopes(measurement.output, t, state.amounts, inputs, by_amount, row);
    for (std::size_t u = 0; u < row.size(); ++u) {
      for (std::size_t s = 0; s < by_amount.size(); ++s)
        row[u] += by_amount[s] * state.slopes[u][s];
    }
  }

  const Prepared& prepared_;
  const Phase& phase_;
  const std::vector<std::size_t>& measured_;
  SensitivityTrajectory& result_;
  Stage stage_;
  std::size_t next_ = 0;  // into measured_
};

}  // namespace

SensitivityTrajectory run_forward(const Prepared& prepared)
{
  SensitivityTrajectory result;
  const std::size_t count = prepared.problem.measurements.size();
  result.values.resize(count);
  result.slopes.resize(count * prepared.num_unknowns());
  std::vector<SlopedAmounts> ends;
  for (std::size_t i = 0; i < prepared.problem.phases.size(); ++i) {
    const std::optional<std::size_t> after = prepared.problem.phases[i].after;
    SlopedAmounts state = after ? ends[*after] : start_of(prepared);
    ForwardPhase(prepared, i, result).go(state);
    ends.push_back(std::move(state));
  }
  return result;
}

}  // namespace rascade::ode
