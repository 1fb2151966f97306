// SPDX-License-Identifier: MIT
#include "rascade/ode/adjoint.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "rascade/ode/adjoint_stretch.hpp"
#include "rascade/ode/rest.hpp"
#include "rascade/ode/stretches.hpp"

namespace rascade::ode {
namespace {

using Prepared = Sensitivities::Prepared;

/// One phase: forwards on construction, then backwards as often as wanted.
class AdjointPhase {
 public:
  AdjointPhase(const Prepared& prepared, std::size_t index, std::vector<double> amounts,
               std::vector<double>& values)
      : prepared_(prepared),
        phase_(prepared.problem.phases[index]),
        measured_(prepared.measured[index]),
        stage_(prepared, index, 1.0),
        amounts_(std::move(amounts))
  {
    for (const AmountStep& step : phase_.steps) apply(step);
    if (phase_.kind == Phase::Kind::equilibrate) {
      rest_ = std::make_unique<Rest>(stage_, amounts_, inputs_of(prepared_, phase_, phase_.start));
      amounts_.assign(rest_->amounts().begin(), rest_->amounts().end());
    } else {
      integrate(index, values);
    }
    while (seen_.size() < measured_.size()) record(values);
  }

  [[nodiscard]] const std::vector<double>& end() const { return amounts_; }

  /// From the objective's slopes by the state at the end to those by the state before the steps.
  void go_back(std::span<const double> by_value, Adjoint& adjoint)
  {
    std::size_t left = measured_.size();
    if (phase_.kind == Phase::Kind::equilibrate) {
      while (left > 0) add_measurement(--left, by_value, adjoint);
      rest_->carry_back(adjoint.by_amount, adjoint.by_unknown);
    }
    for (auto part = parts_.rbegin(); part != parts_.rend(); ++part) {
      const Stretch& stretch = (*part)->stretch();
      double t = stretch.to;
      // What was recorded at a break belongs to the stretch after it, but the amounts are the same.
      while (left > 0 && time_of(left - 1) > stretch.from) {
        (*part)->go_back(t, time_of(left - 1), adjoint);
        t = time_of(--left);
        add_measurement(left, by_value, adjoint);
      }
      (*part)->go_back(t, stretch.from, adjoint);
    }
    while (left > 0) add_measurement(--left, by_value, adjoint);
    undo_steps(adjoint);
  }

  [[nodiscard]] long steps_taken() const
  {
    long steps = stage_.solver.steps_taken();
    for (const auto& part : parts_) steps += part->steps_taken();
    return steps;
  }

 private:
  void apply(const AmountStep& step)
  {
    const double value = step_value(prepared_, step);
    double& amount = amounts_[step.species];
    before_.push_back(amount);
    amount = amount_after(step.kind, value, amount);
  }

  void undo_steps(Adjoint& adjoint) const
  {
    for (std::size_t i = phase_.steps.size(); i-- > 0;) {
      const AmountStep& step = phase_.steps[i];
      double& weight = adjoint.by_amount[step.species];
      const double by_step = step.kind == AmountStep::Kind::multiply ? weight * before_[i] : weight;
      for (std::size_t u = 0; u < adjoint.by_unknown.size(); ++u) {
        adjoint.by_unknown[u] += by_step * step_slope(prepared_, step, u);
      }
      if (step.kind == AmountStep::Kind::set) weight = 0.0;
      if (step.kind == AmountStep::Kind::multiply) weight *= step_value(prepared_, step);
    }
  }

  void integrate(std::size_t index, std::vector<double>& values)
  {
    for (const Stretch& stretch : cut_into_stretches(phase_.start, phase_.end, phase_.forcing,
                                                     stage_.solver.evaluator().breaks())) {
      while (seen_.size() < measured_.size() && next_time() <= stretch.from) record(values);
      parts_.push_back(std::make_unique<AdjointStretch>(prepared_, index, stretch));
      AdjointStretch& part = *parts_.back();
      part.begin(amounts_);
      while (seen_.size() < measured_.size() && next_time() < stretch.to) {
        keep(part.advance(next_time()));
        record(values);
      }
      keep(part.advance(stretch.to));
    }
  }

  void keep(std::span<const double> amounts) { amounts_.assign(amounts.begin(), amounts.end()); }

  [[nodiscard]] double time_of(std::size_t i) const
  {
    return prepared_.problem.measurements[measured_[i]].time;
  }
  [[nodiscard]] double next_time() const { return time_of(seen_.size()); }

  [[nodiscard]] double output_time(std::size_t i) const
  {
    return phase_.kind == Phase::Kind::run ? time_of(i) : phase_.start;
  }

  void record(std::vector<double>& values)
  {
    const std::size_t i = seen_.size();
    const Measurement& measurement = prepared_.problem.measurements[measured_[i]];
    const double t = output_time(i);
    std::vector<double> outputs(prepared_.problem.system.num_outputs());
    stage_.solver.evaluator().outputs(t, amounts_, inputs_of(prepared_, phase_, t), outputs);
    values[measured_[i]] = outputs[measurement.output];
    seen_.push_back(amounts_);
  }

  void add_measurement(std::size_t i, std::span<const double> by_value, Adjoint& adjoint)
  {
    const double weight = by_value[measured_[i]];
    if (weight == 0.0) return;
    const double t = output_time(i);
    std::vector<double> by_amount(prepared_.num_species()), by_unknown(prepared_.num_unknowns());
    stage_.slopes.output_slopes(prepared_.problem.measurements[measured_[i]].output, t, seen_[i],
                                inputs_of(prepared_, phase_, t), by_amount, by_unknown);
    for (std::size_t s = 0; s < by_amount.size(); ++s) {
      adjoint.by_amount[s] += weight * by_amount[s];
    }
    for (std::size_t u = 0; u < by_unknown.size(); ++u) {
      adjoint.by_unknown[u] += weight * by_unknown[u];
    }
  }

  const Prepared& prepared_;
  const Phase& phase_;
  const std::vector<std::size_t>& measured_;
  Stage stage_;
  std::vector<double> amounts_;
  std::vector<double> before_;             // [n_steps], the amount stepped
  std::vector<std::vector<double>> seen_;  // amounts at each measurement so far
  std::vector<std::unique_ptr<AdjointStretch>> parts_;
  std::unique_ptr<Rest> rest_;
};

}  // namespace

struct AdjointRun::Work {
  const Prepared& prepared;
  std::vector<double> values;
  std::vector<std::unique_ptr<AdjointPhase>> phases;
};

AdjointRun::AdjointRun(const Prepared& prepared)
    : work_(new Work{prepared, std::vector<double>(prepared.problem.measurements.size()), {}})
{
  for (std::size_t i = 0; i < prepared.problem.phases.size(); ++i) {
    const std::optional<std::size_t> after = prepared.problem.phases[i].after;
    work_->phases.push_back(std::make_unique<AdjointPhase>(
        prepared, i, after ? work_->phases[*after]->end() : prepared.start, work_->values));
  }
}

AdjointRun::~AdjointRun() = default;

std::span<const double> AdjointRun::values() const { return work_->values; }

std::vector<double> AdjointRun::go_back(std::span<const double> by_value)
{
  const Prepared& prepared = work_->prepared;
  std::vector<double> slopes(prepared.num_unknowns(), 0.0);
  std::vector<std::vector<double>> by_end(work_->phases.size(),
                                          std::vector<double>(prepared.num_species(), 0.0));
  for (std::size_t i = work_->phases.size(); i-- > 0;) {
    Adjoint adjoint{std::move(by_end[i]), std::move(slopes)};
    work_->phases[i]->go_back(by_value, adjoint);
    slopes = std::move(adjoint.by_unknown);
    const std::optional<std::size_t> after = prepared.problem.phases[i].after;
    const simulate::SparseRows& rows = prepared.start_slopes;
    for (std::size_t s = 0; s < prepared.num_species(); ++s) {
      if (after) by_end[*after][s] += adjoint.by_amount[s];
      for (std::uint32_t k = rows.starts[s]; !after && k < rows.starts[s + 1]; ++k) {
        slopes[rows.columns[k]] += adjoint.by_amount[s] * rows.coefficients[k];
      }
    }
  }
  return slopes;
}

long AdjointRun::steps_taken() const
{
  long steps = 0;
  for (const auto& phase : work_->phases) steps += phase->steps_taken();
  return steps;
}

}  // namespace rascade::ode
