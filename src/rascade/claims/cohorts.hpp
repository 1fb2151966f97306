// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rascade/claims/bench.hpp"
#include "rascade/claims/judge_draws.hpp"

namespace rascade::claims {

/// What a virtual cohort shows under one arm. ORR and `progressed` (within two years) are shares of
/// patients; PFS in days; best_change is the median best change of the diameter, a share;
/// `route:NAME` the share of progressions that are that clone's (knowledge/routes.tsv).
struct CohortOutcome {
  std::map<std::string, Spread> outcomes;  // by the read-out's output
  bool is_fitted = false;                  // growth was fitted to a trial of this arm
  Unmodelled why_not;
};

/// Enough to tell twofold and a third from a half; all claims on cohorts must run in two minutes.
inline constexpr std::size_t cohort_patients = 60;

/// One outcome, or several joined by `+` (their shares add up); nothing if there is no such outcome.
[[nodiscard]] std::optional<Spread> find_outcome(const CohortOutcome& cohort,
                                                 const std::string& output);

/// Treats the same virtual patients with every arm of the same cell and changes. Outcomes by the
/// arm's key. Changes other than of parameters and genes by name cannot be made in a cohort.
[[nodiscard]] std::map<std::string, CohortOutcome> run_cohorts(const Bench& bench,
                                                               const std::vector<Arm>& arms,
                                                               const plan::RunControl& control);

}  // namespace rascade::claims
