// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <vector>

#include "rascade/plan/cohort.hpp"

namespace rascade::plan {

/// An arm as judged on a few draws, its clones taken to answer like their parent.
struct Screened {
  Drugs drugs;
  double pfs_days = 0;      // mean up to the horizon of two years
  double normal_cost = 0;   // mean, 0..1
  double best_change = 0;   // median, %
  std::set<std::string> sources;  // keys
  long solves = 0;                // courses of cells that it took

  /// Time without progression, paid for with normal tissue: PFS * (1 - cost).
  [[nodiscard]] double benefit() const { return pfs_days * (1 - normal_cost); }
};

/// Drugs that may be proposed: with a regimen, not given before, no second one of a mechanism.
/// Of each mechanism the drug of `base`, else the one with the best benefit on its own.
///
/// Screens each single drug, then every combination of the chosen ones up to `max_drugs`, and
/// `base` itself. Best benefit first; equals keep the order of drugs.tsv.
[[nodiscard]] Checked<std::vector<Screened>> screen_arms(const Workbench& bench,
                                                         const std::vector<Patient>& few,
                                                         const Drugs& base, int max_drugs,
                                                         const RunControl& control);

}  // namespace rascade::plan
