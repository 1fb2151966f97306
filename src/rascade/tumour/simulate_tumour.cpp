// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>

#include "rascade/tumour/history.hpp"
#include "rascade/tumour/population.hpp"
#include "rascade/tumour/reading.hpp"
#include "rascade/tumour/signal_integral.hpp"
#include "rascade/tumour/tumour.hpp"

namespace rascade::tumour {
namespace {

constexpr double longest_step_d = 1.0;
constexpr double followed_after_progression_d = 60.0;

/// All clones under treatment: cells and signals.
class TreatedTumour {
 public:
  explicit TreatedTumour(const TumourSetup& setup)
      : setup_(&setup),
        population_(setup, Life::under_treatment),
        integrals_(setup.clones.size(), 0.0),
        rates_(setup.clones.size())
  {
    population_.cells() = cells_before_treatment(setup);
    signals_.reserve(setup.clones.size());
    for (const Clone& clone : setup.clones) signals_.emplace_back(clone.treated);
  }

  void advance(double from_d, double to_d)
  {
    const double steps = std::ceil((to_d - from_d) / longest_step_d);
    for (double i = 0; i < steps; i += 1) {
      const double start = from_d + (to_d - from_d) * (i / steps);
      const double end = i + 1 < steps ? from_d + (to_d - from_d) * ((i + 1) / steps) : to_d;
      step(end, end - start);
    }
  }

  [[nodiscard]] const Population& population() const { return population_; }

  [[nodiscard]] double diameter_mm() const
  {
    return sphere_diameter_mm(population_.total(), setup_->cells_per_mm3);
  }

  [[nodiscard]] int dominant() const
  {
    const std::vector<Cells>& cells = population_.cells();
    const auto most =
        std::max_element(cells.begin(), cells.end(),
                         [](const Cells& a, const Cells& b) { return a.total() < b.total(); });
    return static_cast<int>(most - cells.begin());
  }

 private:
  /// The step of dt days that ends at `to_d`; it begins where the one before ended.
  void step(double to_d, double dt)
  {
    for (std::size_t i = 0; i < rates_.size(); ++i) {
      const double integral = signals_[i].until(to_d);
      rates_[i] = rates_at((integral - integrals_[i]) / dt, setup_->growth);
      integrals_[i] = integral;
    }
    const double room = room_at_middle(dt);
    for (std::size_t i = 0; i < rates_.size(); ++i) {
      const StepRates rates = step_rates(rates_[i], setup_->growth, room);
      population_.advance(i, rates, dt, setup_->stochastic_below);
    }
  }

  /// 1 - N/K halfway through the step, N extrapolated, so that the logistic step is of second
  /// order.
  [[nodiscard]] double room_at_middle(double dt) const
  {
    const double total = population_.total();
    const double room = 1.0 - total / setup_->capacity;
    double slope = 0.0;
    for (std::size_t i = 0; i < rates_.size(); ++i) {
      const Cells& cells = population_.cells()[i];
      slope += (rates_[i].division * room - rates_[i].death) * cells.active -
               setup_->growth.d0 * cells.quiescent;
    }
    return std::max(0.0, 1.0 - (total + 0.5 * dt * slope) / setup_->capacity);
  }

  const TumourSetup* setup_;
  Population population_;
  std::vector<SignalIntegral> signals_;
  std::vector<double> integrals_;  // of S up to where the tumour has come, [n_clones]
  std::vector<Rates> rates_;       // of the step, [n_clones]
};

void record(const TreatedTumour& tumour, double time_d, TumourCourse& course)
{
  course.time_d.push_back(time_d);
  for (const Cells& cells : tumour.population().cells()) {
    course.active.push_back(cells.active);
    course.quiescent.push_back(cells.quiescent);
  }
  course.diameter_mm.push_back(tumour.diameter_mm());
}

void write(const Reading& reading, TumourCourse& course)
{
  course.best_change_percent = reading.best_change_percent();
  course.progression_d = reading.progression_d();
  course.progressed = reading.progressed();
  course.progression_exact_d = reading.progression_exact_d();
  course.response = reading.response();
}

}  // namespace

TumourCourse simulate_tumour(const TumourSetup& setup)
{
  assert(!setup.clones.empty() && setup.cells_at_start > 0.0 && setup.capacity > 0.0);
  assert(setup.step_d > 0.0 && setup.horizon_d > 0.0);
  TreatedTumour tumour(setup);
  TumourCourse course;
  record(tumour, 0.0, course);
  Reading reading(setup, course.diameter_mm.front());
  bool dominant_known = false;
  double now = 0.0;
  for (double i = 1; now < setup.horizon_d; i += 1) {
    const double next = std::min(i * setup.step_d, setup.horizon_d);
    tumour.advance(now, next);
    now = next;
    record(tumour, now, course);
    reading.follow(now, course.diameter_mm.back());
    if (!dominant_known) course.dominant_at_progression = tumour.dominant();
    dominant_known = reading.progressed();
    if (dominant_known && now >= reading.progression_d() + followed_after_progression_d) break;
  }
  write(reading, course);
  return course;
}

double expected_mutants(double rate, double cells, double division, double death)
{
  assert(cells >= 1.0 && division > death);
  return rate * cells * std::log(cells) * division / (division - death);
}

}  // namespace rascade::tumour
