// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "rascade/simulate/rate_system.hpp"
#include "rascade/simulate/trajectory.hpp"

namespace rascade::ode {

/// Stiff integration of one RateSystem: CVODES BDF, analytic sparse Jacobian, KLU or GMRES (ADR 10).
/// Holds the solver's memory; reuse one for many runs with the same Evaluator. Not thread-safe.
class Integrator {
 public:
  explicit Integrator(simulate::Evaluator evaluator, simulate::Tolerances tolerances = {});
  ~Integrator();
  Integrator(Integrator&&) noexcept;
  Integrator& operator=(Integrator&&) noexcept;

  /// Called with the amounts [n_species] at times[i]; false ends the run there.
  using OnTime = std::function<bool(std::size_t i, std::span<const double> amounts)>;

  /// Outputs at `times` (s, ascending; the first is the start), from `amounts` [n_species].
  /// The same arguments give the same bits. Throws simulate::IntegrationFailed. Of a run ended
  /// early, times and outputs reach as far as it went.
  ///
  /// The solver steps to breaks and to the end; what is asked for between is read from the
  /// polynomials of its steps, so that more times change nothing and cost little. An output at the
  /// time of a break sees the inputs after it; amounts do not jump there.
  [[nodiscard]] simulate::Trajectory integrate(std::span<const double> amounts,
                                               std::span<const double> times,
                                               const simulate::Forcing& forcing = {},
                                               const OnTime& on_time = {});

  /// The same for a caller that looks at the amounts itself: outputs are not computed.
  void follow(std::span<const double> amounts, std::span<const double> times,
              const simulate::Forcing& forcing, const OnTime& on_time);

  /// Amounts at which nothing changes any more with all inputs at `inputs` (empty: zero): integrates
  /// until every |dy/dt| * horizon is below the tolerance. Throws IntegrationFailed if there is none
  /// within `longest` seconds.
  [[nodiscard]] std::vector<double> steady_state(std::span<const double> amounts,
                                                 std::span<const double> inputs = {},
                                                 double longest = 1e8);

  [[nodiscard]] simulate::Evaluator& evaluator();
  /// Solver steps since construction, for progress and benchmarks.
  [[nodiscard]] long steps_taken() const;

 private:
  struct Memory;
  std::unique_ptr<Memory> memory_;
};

}  // namespace rascade::ode
