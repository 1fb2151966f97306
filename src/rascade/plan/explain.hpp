// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "rascade/plan/plan.hpp"

namespace rascade::plan {

struct RankedRoutes {
  std::vector<RouteResult> routes;  // largest share first
  long solves = 0;                  // courses of cells that it took
};

/// Ways the base arm (arm 0) fails.
///
/// A patient whose progression is carried by a clone counts for that clone's route. Else the route
/// is the adaptive mechanism whose switching off lowers the parental cell's mean S most, by at least
/// 0.02; else the drug's effect is incomplete.
[[nodiscard]] RankedRoutes rank_routes(const Workbench& bench, const std::vector<Arm>& arms,
                                       const std::vector<Patient>& patients,
                                       const std::vector<std::vector<Outcome>>& outcomes,
                                       const RunControl& control);

/// Quantities the base arm uses, by the size of their rank correlation with its progression-free
/// time; at most ten.
[[nodiscard]] std::vector<Uncertainty> rank_uncertainty(const Workbench& bench, const Arm& base,
                                                        const std::vector<Patient>& patients,
                                                        const std::vector<Outcome>& outcomes);

/// Quantities that a plan with this arm rests on, in the catalogue's order.
[[nodiscard]] std::vector<std::size_t> quantities_used(const Workbench& bench, const Arm& arm);

}  // namespace rascade::plan
