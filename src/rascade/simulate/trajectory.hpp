// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace rascade::simulate {

/// What drives the inputs in time: values between breaks are smooth; the solver restarts at a break.
struct Forcing {
  /// Fills inputs [n_inputs] at time t, s. Empty: all inputs are zero.
  std::function<void(double t, std::span<double> inputs)> values;
  std::vector<double> breaks;  // s, ascending: dose times, end of infusions
};

/// The error of one step that is tolerated of a species: relative * |amount| + its absolute one.
struct Tolerances {
  double relative = 1e-6;
  double absolute = 1e-3;  // molecules
  long max_steps = 200'000;
  std::vector<double> absolute_by_species = {};  // [n_species], molecules; empty: `absolute` for all

  [[nodiscard]] double absolute_of(std::size_t species) const
  {
    return absolute_by_species.empty() ? absolute : absolute_by_species[species];
  }
};

/// Outputs of a run at the times asked for.
struct Trajectory {
  std::vector<double> times;           // [n_times], s
  std::vector<double> outputs;         // [n_times x n_outputs], row-major
  std::vector<double> final_amounts;   // [n_species], molecules at the last time
  std::size_t num_outputs = 0;

  [[nodiscard]] std::span<const double> row(std::size_t i) const
  {
    return std::span(outputs).subspan(i * num_outputs, num_outputs);
  }
};

/// A run that cannot go on.
class IntegrationFailed : public std::runtime_error {
 public:
  IntegrationFailed(double at_time, std::string worst_species, const std::string& why,
                    std::string rate_to_blame = "");
  double time;          // s
  std::string species;  // the one with the largest error, as far as known
  std::string rate;     // blame_rate: what is not a number, or is fastest; may be empty
};

}  // namespace rascade::simulate
