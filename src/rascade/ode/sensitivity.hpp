// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "rascade/base/checked.hpp"
#include "rascade/simulate/rate_system.hpp"
#include "rascade/simulate/slope_system.hpp"
#include "rascade/simulate/trajectory.hpp"

namespace rascade::ode {

/// What is done to the amount of one species at once. With `multiple_of` the number is so many
/// times that parameter's base value.
struct AmountStep {
  enum class Kind { set, add, multiply };
  Kind kind = Kind::set;
  std::size_t species = 0;
  double value = 0.0;  // molecules, or a factor
  std::optional<simulate::ParameterIndex> multiple_of;
};

/// A part of an experiment. Several may go on from the same one, which is then computed once: a
/// pre-equilibration shared by all conditions.
struct Phase {
  enum class Kind { equilibrate, run };
  Kind kind = Kind::run;
  std::optional<std::size_t> after;         // an earlier phase; none: from the amounts at the start
  std::vector<simulate::Setting> settings;  // while it lasts; other parameters are at the base
  std::vector<AmountStep> steps;            // at its beginning, in order
  double start = 0.0;                       // s; of a run
  double end = 0.0;                         // s; of a run
  simulate::Forcing forcing;  // owes nothing to the unknowns; equilibrate: held as at `start`
};

struct Measurement {
  std::size_t phase = 0;
  double time = 0.0;  // s, within a run; of an equilibration only the end can be measured
  simulate::OutputIndex output;
};

/// Everything that results are differentiated through.
struct SensitivityProblem {
  simulate::RateSystem system;
  std::vector<simulate::Override> base;
  std::vector<simulate::Unknown> unknowns;
  std::vector<Phase> phases;
  std::vector<Measurement> measurements;
  simulate::Tolerances tolerances;
};

/// Measured values and their slopes, both in the order of the measurements.
struct SensitivityTrajectory {
  std::vector<double> values;  // [n_measurements]
  std::vector<double> slopes;  // [n_measurements x n_unknowns], row-major; value / unit of unknown
  long steps = 0;              // of the solver
};

/// A function of all measured values; fills in its slopes by each. Both spans [n_measurements].
using Objective = std::function<double(std::span<const double> values, std::span<double> slopes)>;

enum class Method { automatic, forward, adjoint };

struct Gradient {
  double objective = 0.0;
  std::vector<double> values;  // [n_measurements]
  std::vector<double> slopes;  // [n_unknowns], of the objective
  Method method = Method::forward;
  long steps = 0;  // of the solver, backwards ones included
};

/// A backward run starts anew at every measured time, and each start costs about as much as so many
/// unknowns do forwards (docs/adr/0008-sensitivities.md). `Method::automatic` goes backwards if
/// unknowns * runs > this * starts, counting at least one start for each run.
inline constexpr std::size_t unknowns_per_start = 4;

/// Derivatives of a problem's measurements: exact formulas, integrated to the tolerances by CVODES.
/// Immutable; methods may be called from several threads and give the same bits each time. All
/// throw simulate::IntegrationFailed, also for a steady state that has no slope.
class Sensitivities {
 public:
  /// Reports what SlopeSystem::compile does, E0610 for phases, steps and measurements that do not
  /// fit together, and E0611 for rest asked of rates that read the time.
  static Checked<Sensitivities> prepare(SensitivityProblem problem);

  /// Values alone. [n_measurements]
  [[nodiscard]] std::vector<double> values() const;
  [[nodiscard]] SensitivityTrajectory forward() const;
  [[nodiscard]] Gradient gradient(const Objective& objective,
                                  Method method = Method::automatic) const;

  struct Prepared;  // in sensitivity_problem.hpp

 private:
  std::shared_ptr<const Prepared> prepared_;
};

}  // namespace rascade::ode
