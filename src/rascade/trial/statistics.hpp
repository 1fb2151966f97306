// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace rascade::trial {

struct Interval {
  double value = 0, low = 0, high = 0;
};

/// Clopper-Pearson interval of a proportion. @pre successes <= n; n > 0
[[nodiscard]] Interval proportion(std::size_t successes, std::size_t n, double confidence = 0.95);

/// Survival after each time of an event; before the first it is 1. Where it has fallen to 0 the
/// band has no formula: it is given as 0 to the upper limit of the step before.
struct Survival {
  std::vector<double> time, probability, low, high;  // steps; log-log Greenwood band
  std::vector<std::size_t> at_risk;                  // just before each step
  std::vector<double> censored;                      // times of censoring, ascending
};

/// Kaplan-Meier estimate. @param event  [n], false: censored at its time
[[nodiscard]] Survival kaplan_meier(std::span<const double> time, const std::vector<bool>& event,
                                    double confidence = 0.95);

/// Median survival with Brookmeyer-Crowley limits; infinity where the curve never falls to one
/// half, the middle of the rest where it stays exactly there (as in R).
[[nodiscard]] Interval median(const Survival& survival);

/// Quantile of type 7 (R's default). @pre !values.empty()
[[nodiscard]] double quantile(std::vector<double> values, double p);

/// Spearman's rank correlation; equal values share the mean of their ranks. 0 where one side is all
/// alike. @pre x.size() == y.size()
[[nodiscard]] double rank_correlation(std::span<const double> x, std::span<const double> y);

struct Subject {
  std::string id, arm;
  double best_change_percent = 0;
  std::string response;        // CR PR SD PD
  double time_d = 0;
  bool progressed = false;
  std::string route;           // what progressed
};

/// CDISC-like tables as TSV: ADSL (a subject a row), ADTTE (PFS in days, CNSR), ADRS (best
/// response).
[[nodiscard]] std::string adsl_table(std::span<const Subject> subjects);
[[nodiscard]] std::string adtte_table(std::span<const Subject> subjects);
[[nodiscard]] std::string adrs_table(std::span<const Subject> subjects);

}  // namespace rascade::trial
