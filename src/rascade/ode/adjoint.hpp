// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "rascade/ode/sensitivity_problem.hpp"

namespace rascade::ode {

/// A problem run forwards once, ready to be gone through backwards for any objective.
class AdjointRun {
 public:
  explicit AdjointRun(const Sensitivities::Prepared& prepared);
  ~AdjointRun();
  AdjointRun(const AdjointRun&) = delete;
  AdjointRun& operator=(const AdjointRun&) = delete;

  [[nodiscard]] std::span<const double> values() const;
  /// Slopes by the unknowns of the objective that has these slopes by the values. [n_unknowns]
  [[nodiscard]] std::vector<double> go_back(std::span<const double> by_value);
  [[nodiscard]] long steps_taken() const;

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace rascade::ode
