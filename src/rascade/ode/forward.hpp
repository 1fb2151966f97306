// SPDX-License-Identifier: MIT
#pragma once

#include "rascade/ode/sensitivity_problem.hpp"

namespace rascade::ode {

/// Values and slopes, phase after phase, all unknowns together.
[[nodiscard]] SensitivityTrajectory run_forward(const Sensitivities::Prepared& prepared);

}  // namespace rascade::ode
