// SPDX-License-Identifier: MIT
#include "rascade/ode/integrator.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <utility>

#include "rascade/ode/solver.hpp"
#include "rascade/ode/steady_state.hpp"
#include "rascade/ode/stretches.hpp"

namespace rascade::ode {
namespace {

using simulate::Forcing;
using simulate::Trajectory;

std::vector<double> without_negatives(std::span<const double> amounts)
{
  std::vector<double> result(amounts.begin(), amounts.end());
  for (double& amount : result) amount = std::max(0.0, amount);
  return result;
}

/// One run: from break to break, with the outputs wherever they are asked for.
class Run {
 public:
  Run(Solver& solver, std::span<const double> times, const Forcing& forcing,
      const Integrator::OnTime& on_time)
      : solver_(solver), times_(times), forcing_(forcing), on_time_(on_time)
  {
  }

  Trajectory go(std::span<const double> amounts)
  {
    result_.times.assign(times_.begin(), times_.end());
    result_.num_outputs = solver_.evaluator().system().num_outputs();
    result_.outputs.resize(times_.size() * result_.num_outputs);
    keeps_outputs_ = true;
    follow(amounts);
    result_.final_amounts = without_negatives(amounts_);
    result_.times.resize(recorded_);
    result_.outputs.resize(recorded_ * result_.num_outputs);
    return std::move(result_);
  }

  void follow(std::span<const double> amounts)
  {
    amounts_.assign(amounts.begin(), amounts.end());
    for (const Stretch& part : cut_into_stretches(times_.front(), times_.back(), forcing_,
                                                  solver_.evaluator().breaks())) {
      if (next_ < times_.size()) stretch(part);
    }
    while (next_ < times_.size()) record();
  }

 private:
  /// Outputs due at its end belong to the next stretch, which sees the inputs after the break; at
  /// the end of the run there is none.
  void stretch(const Stretch& part)
  {
    while (next_ < times_.size() && times_[next_] <= part.from) record();
    if (next_ >= times_.size()) return;
    solver_.begin(part.from, amounts_, forcing_, part.last, part.longest_step);
    solver_.stop_at(part.to);
    while (next_ < times_.size() && times_[next_] < part.to) {
      keep(solver_.advance(times_[next_]));
      record();
    }
    if (next_ < times_.size()) keep(solver_.advance(part.to));
  }

  void keep(std::span<const double> amounts)
  {
    std::copy(amounts.begin(), amounts.end(), amounts_.begin());
  }

  void record()
  {
    if (keeps_outputs_) keep_outputs();
    ++recorded_;
    const bool goes_on = !on_time_ || on_time_(next_, amounts_);
    next_ = goes_on ? next_ + 1 : times_.size();
  }

  void keep_outputs()
  {
    const double t = times_[next_];
    inputs_.assign(solver_.evaluator().system().num_inputs(), 0.0);
    if (forcing_.values && !inputs_.empty()) forcing_.values(t, inputs_);
    const std::span<double> row =
        std::span(result_.outputs).subspan(next_ * result_.num_outputs, result_.num_outputs);
    solver_.evaluator().outputs(t, without_negatives(amounts_), inputs_, row);
  }

  Solver& solver_;
  std::span<const double> times_;
  const Forcing& forcing_;
  const Integrator::OnTime& on_time_;
  Trajectory result_;
  std::vector<double> amounts_;
  std::vector<double> inputs_;  // of the present row
  std::size_t next_ = 0;  // into times_
  std::size_t recorded_ = 0;
  bool keeps_outputs_ = false;
};

}  // namespace

struct Integrator::Memory {
  Memory(simulate::Evaluator evaluator, simulate::Tolerances tolerances,
         LinearChoice choice)
      : solver(std::move(evaluator), std::move(tolerances), choice)
  {
  }

  Solver solver;
};

Integrator::Integrator(simulate::Evaluator evaluator, simulate::Tolerances tolerances)
{
  const LinearChoice choice = choose_linear_method(evaluator.system().jacobian_sparsity());
  memory_ = std::make_unique<Memory>(std::move(evaluator), std::move(tolerances), choice);
}

Integrator::~Integrator() = default;
Integrator::Integrator(Integrator&&) noexcept = default;
Integrator& Integrator::operator=(Integrator&&) noexcept = default;

Trajectory Integrator::integrate(std::span<const double> amounts, std::span<const double> times,
                                 const Forcing& forcing, const OnTime& on_time)
{
  assert(!times.empty() && std::is_sorted(times.begin(), times.end()));
  assert(std::is_sorted(forcing.breaks.begin(), forcing.breaks.end()));
  assert(amounts.size() == evaluator().system().num_species());
  memory_->solver.reset();
  return Run(memory_->solver, times, forcing, on_time).go(amounts);
}

void Integrator::follow(std::span<const double> amounts, std::span<const double> times,
                        const Forcing& forcing, const OnTime& on_time)
{
  assert(!times.empty() && std::is_sorted(times.begin(), times.end()));
  assert(amounts.size() == evaluator().system().num_species());
  memory_->solver.reset();
  Run(memory_->solver, times, forcing, on_time).follow(amounts);
}

std::vector<double> Integrator::steady_state(std::span<const double> amounts,
                                             std::span<const double> inputs, double longest)
{
  assert(amounts.size() == evaluator().system().num_species());
  memory_->solver.reset();
  return find_steady_state(memory_->solver, amounts, inputs, longest);
}

simulate::Evaluator& Integrator::evaluator() { return memory_->solver.evaluator(); }

long Integrator::steps_taken() const { return memory_->solver.steps_taken(); }

}  // namespace rascade::ode
