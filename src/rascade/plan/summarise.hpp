// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "rascade/plan/plan.hpp"

namespace rascade::plan {

/// One arm's outcomes as numbers and curves.
/// @param base_outcomes  of the same patients under the base arm; the arm itself if it is the base
[[nodiscard]] ArmResult summarise(const Workbench& bench, const Drugs& drugs,
                                  const std::vector<Outcome>& outcomes,
                                  const std::vector<Outcome>& base_outcomes, bool is_base);

/// Share of patients in whom each arm has the greatest benefit (equals: the first). [n_arms]
[[nodiscard]] std::vector<double> robustness(const std::vector<std::vector<Outcome>>& outcomes);

/// Days per month, as trials count.
inline constexpr double days_per_month = 30.4375;
inline constexpr double longest_months = 24;  // shown, and worth at most

}  // namespace rascade::plan
