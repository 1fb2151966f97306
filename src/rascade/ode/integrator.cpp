// SPDX-License-Identifier: MIT
#include "rascade/ode/integrator.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>

#include "rascade/ode/solver.hpp"
#include "rascade/ode/steady_state.hpp"

namespace rascade::ode {
namespace {

using simulate::Forcing;
using simulate::Trajectory;

/// Of a stretch between breaks: an input that rises and falls within it is seen.
constexpr double longest_step = 0.05;

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
    result_.times.assign(times.begin(), times.end());
    result_.num_outputs = solver.evaluator().system().num_outputs();
    result_.outputs.resize(times.size() * result_.num_outputs);
    const std::vector<double> own = solver.evaluator().breaks();
    std::set_union(own.begin(), own.end(), forcing.breaks.begin(), forcing.breaks.end(),
                   std::back_inserter(breaks_));
  }

  Trajectory go(std::span<const double> amounts)
  {
    amounts_.assign(amounts.begin(), amounts.end());
    double from = times_.front();
    const double end = times_.back();
    while (next_ < times_.size()) {
      const double to = next_break(from, end);
      stretch(from, to);
      from = to;
    }
    result_.final_amounts = without_negatives(amounts_);
    result_.times.resize(recorded_);
    result_.outputs.resize(recorded_ * result_.num_outputs);
    return std::move(result_);
  }

 private:
  [[nodiscard]] double next_break(double after, double end) const
  {
    const auto next = std::upper_bound(breaks_.begin(), breaks_.end(), after);
    return next != breaks_.end() && *next < end ? *next : end;
  }

  /// Outputs due at `to` itself belong to the next stretch, which sees the inputs after the break;
  /// at the end of the run there is none.
  void stretch(double from, double to)
  {
    while (next_ < times_.size() && times_[next_] <= from) record();
    if (!(to > from)) return;
    const bool is_last = to >= times_.back();
    const bool at_break = !is_last || breaks_at(to);
    const double last = at_break ? std::nextafter(to, from) : to;
    const double limit = forcing_.values ? longest_step * (to - from) : 0.0;
    solver_.begin(from, amounts_, forcing_, last, limit);
    solver_.stop_at(to);
    while (next_ < times_.size() && times_[next_] < to) {
      keep(solver_.advance(times_[next_]));
      record();
    }
    if (next_ >= times_.size()) return;
    keep(solver_.advance(to));
    while (is_last && next_ < times_.size()) record();
  }

  [[nodiscard]] bool breaks_at(double t) const
  {
    return std::binary_search(breaks_.begin(), breaks_.end(), t);
  }

  void keep(std::span<const double> amounts)
  {
    std::copy(amounts.begin(), amounts.end(), amounts_.begin());
  }

  void record()
  {
    const double t = times_[next_];
    inputs_.assign(solver_.evaluator().system().num_inputs(), 0.0);
    if (forcing_.values && !inputs_.empty()) forcing_.values(t, inputs_);
    const std::span<double> row =
        std::span(result_.outputs).subspan(next_ * result_.num_outputs, result_.num_outputs);
    solver_.evaluator().outputs(t, without_negatives(amounts_), inputs_, row);
    ++recorded_;
    const bool goes_on = !on_time_ || on_time_(next_, amounts_);
    next_ = goes_on ? next_ + 1 : times_.size();
  }

  Solver& solver_;
  std::span<const double> times_;
  const Forcing& forcing_;
  const Integrator::OnTime& on_time_;
  Trajectory result_;
  std::vector<double> breaks_;  // of the forcing and of the network's own formulas
  std::vector<double> amounts_;
  std::vector<double> inputs_;  // of the present row
  std::size_t next_ = 0;  // into times_
  std::size_t recorded_ = 0;
};

}  // namespace

struct Integrator::Memory {
  Solver solver;
};

Integrator::Integrator(simulate::Evaluator evaluator, simulate::Tolerances tolerances)
    : memory_(new Memory{{std::move(evaluator), tolerances}})
{
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
