// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "rascade/simulate/rate_system.hpp"
#include "rascade/simulate/trajectory.hpp"

namespace rascade::bench {

/// The peer: CVODES BDF as in its first example, with the dense direct solver and its own
/// difference-quotient Jacobian, restarted at each break. Returns the final amounts.
[[nodiscard]] std::vector<double> integrate_dense(simulate::Evaluator& evaluator,
                                                  simulate::Tolerances tolerances,
                                                  std::span<const double> amounts, double end,
                                                  const simulate::Forcing& forcing);

}  // namespace rascade::bench
