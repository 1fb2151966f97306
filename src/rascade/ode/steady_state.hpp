// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "rascade/ode/solver.hpp"

namespace rascade::ode {

/// Amounts at which nothing changes any more: integrates for ten times longer again and again, and
/// tries after each time to finish by Newton's method. Linear conserved sums are kept.
///
/// @param inputs  [n_inputs], or empty for zeros
[[nodiscard]] std::vector<double> find_steady_state(Solver& solver,
                                                    std::span<const double> amounts,
                                                    std::span<const double> inputs,
                                                    double longest);

}  // namespace rascade::ode
