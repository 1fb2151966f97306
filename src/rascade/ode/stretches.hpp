// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "rascade/simulate/trajectory.hpp"

namespace rascade::ode {

/// A part of a run within which everything is smooth.
struct Stretch {
  double from = 0.0;          // s
  double to = 0.0;            // s
  double last = 0.0;          // s; rates are asked for no later: just before a break at `to`
  double longest_step = 0.0;  // s; 0: no limit
};

/// A run from `start` to `end`, s, cut at the breaks of the forcing and of the formulas
/// (ascending).
[[nodiscard]] std::vector<Stretch> cut_into_stretches(double start, double end,
                                                      const simulate::Forcing& forcing,
                                                      const std::vector<double>& of_formulas);

}  // namespace rascade::ode
