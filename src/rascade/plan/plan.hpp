// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "rascade/plan/cohort.hpp"
#include "rascade/plan/evidence.hpp"
#include "rascade/plan/screen.hpp"
#include "rascade/trial/statistics.hpp"

namespace rascade::plan {

/// Median and quantiles over patients on a common time grid. All [n_times].
struct Band {
  std::vector<double> time, q05, q25, median, q75, q95;
};

struct SignalBand {
  std::string name;  // for people, e.g. "ERK activity"
  std::string unit;
  Band band;         // time in h
};

/// Cells of the clones of the patient with the median progression-free time.
struct CloneCourse {
  std::vector<double> time_months;
  std::vector<std::string> names;
  std::vector<std::vector<double>> cells;  // [n_clones][n_times]
};

/// A published arm for the same cancer, genotype and drugs, and whether ours lies in its interval.
struct Published {
  const knowledge::TrialRow* row = nullptr;
  std::optional<bool> orr_within, pfs_within;

  /// The trial's name, and whether growth was fitted to it: a comparison, then, but no validation.
  [[nodiscard]] std::string trial() const
  {
    return row->trial + (row->use == "train" ? " (used in fitting)" : "");
  }
};

/// A quantity that a result rests on, with its source.
struct Basis {
  std::string what;
  const knowledge::Provenance* origin = nullptr;
};

struct ArmResult {
  Drugs drugs;
  bool is_base = false;
  trial::Interval best_change;    // %, median and 90 % range of patients
  trial::Interval orr;            // share of patients, 95 % confidence
  trial::Interval pfs_months;     // median, 95 % confidence; infinite where not reached
  std::optional<trial::Interval> delta_pfs_months;  // mean paired gain, up to the horizon
  double robust = 0;              // share of patients in whom this arm has the best benefit
  trial::Interval normal_cost;    // share of normal growth signal lost, median and 90 % range
  std::optional<Published> published;
  std::vector<double> waterfall;  // %, [n_patients], falling
  trial::Survival survival;       // months
  Band course;                    // months; % change of diameter
  CloneCourse clones;
  std::vector<SignalBand> signals;
  std::vector<std::string> sources;
  std::string mechanism;          // how its drugs act
  std::vector<Basis> basis;       // the drugs' kinetics
  std::vector<Evidence> claims;   // of the review, about adding its drugs to the base

  [[nodiscard]] std::string name() const { return name_of(drugs); }
};

/// A way the base arm fails: a clone, or an adaptive mechanism of the parental cell.
struct RouteResult {
  std::string label;
  std::string kind;                   // clone | adaptive | incomplete
  trial::Interval share;              // of patients who progress, 95 % confidence
  std::optional<double> median_months;
  std::string evidence;               // grade
  std::vector<std::string> sources;
  std::vector<std::string> closed_by; // arms that halve it
  const knowledge::Route* route = nullptr;  // none for an incomplete effect
  std::string mechanism;              // what changes in the cell
  std::vector<Basis> basis;
  std::vector<Evidence> claims;       // of the review, about this way of escape from the base
};

/// A quantity whose place in its range decides most about the base arm's progression-free time.
struct Uncertainty {
  std::string name;
  const knowledge::Quantity* quantity = nullptr;
  double effect = 0;       // Spearman correlation with progression-free time
  std::string experiment;  // what would settle it
};

struct Plan {
  const TumourCase* tumour = nullptr;
  std::string cancer_name;
  std::string knowledge_hash;
  std::uint64_t seed = 1;
  std::size_t patients = 0;
  long solves = 0;
  std::string sentence;
  std::string recommended;
  std::string rerun;
  std::vector<ArmResult> arms;       // the base first, then by benefit
  std::vector<Screened> screen;
  std::vector<RouteResult> routes;   // largest share first
  std::vector<Uncertainty> uncertainty;
  std::map<std::string, int> parameters_by_grade;
  std::vector<pathway::Catalogue::Entry> assumed;
  std::vector<std::string> notes;
  std::set<std::string> sources;     // keys of all that the plan rests on
  std::map<std::string, std::string> claim_status;  // what became of a claim on this model, by id

  [[nodiscard]] const ArmResult& base() const { return arms.front(); }
  /// Cancer, genotype and environment in one line.
  [[nodiscard]] std::string title() const;
};

struct PlanRequest {
  Drugs base;                // empty: the tumour file's treatment, else the best single drug
  int max_drugs = 2;
  std::size_t patients = 100;
  std::string rerun;         // the command line that repeats it
  std::map<std::string, std::string> claim_status;  // see Plan
  RunControl control;
};

/// Screens all arms on a few draws, spends the patients on the base arm and the best three, and
/// explains the outcome. `tumour` must outlive the plan.
[[nodiscard]] Checked<Plan> make_plan(const knowledge::Knowledge& knowledge,
                                      const pathway::Modules& modules, const TumourCase& tumour,
                                      const PlanRequest& request);

}  // namespace rascade::plan
