// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "rascade/ode/sensitivity_problem.hpp"
#include "rascade/simulate/conservation.hpp"

namespace rascade::ode {

/// A steady state and how it answers small changes. With the conserved sums L x = L x0,
///
///     f(x, p) = 0,  L x = L x0   =>   J dx = -df/dp dp,  L dx = L dx0,
///
/// by the implicit function theorem: the rows of J that the laws make superfluous give way to L.
/// Stays where it was made.
class Rest {
 public:
  /// The steady state that `start` leads to, its sums kept to rounding. Throws IntegrationFailed if
  /// there is none, or if it is not determined by the conserved sums: then it has no slope.
  Rest(Stage& stage, std::span<const double> start, std::span<const double> inputs);
  ~Rest();
  Rest(const Rest&) = delete;
  Rest& operator=(const Rest&) = delete;

  [[nodiscard]] std::span<const double> amounts() const;

  /// Makes the slopes of the start those of the steady state. [n_unknowns][n_species]
  void carry(std::vector<std::vector<double>>& slopes);

  /// Makes slopes of an objective by the steady state those by the start, [n_species], and adds its
  /// slopes by the unknowns, [n_unknowns].
  void carry_back(std::span<double> weights, std::span<double> by_unknown);

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace rascade::ode
