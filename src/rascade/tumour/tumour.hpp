// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace rascade::tumour {

/// Growth's answer to the signal, shared by all tumours and drugs, and the turnover of the cancer
/// type.
///
///   S = x^h / (theta^h + x^h),  x = wE ppERK/ppERK0 + wA pAKT/pAKT0   (0: parental, untreated)
///   division b = b_max S,  death d = d0 + d_max (1 - S),  entry to quiescence q = enter (1 - S),
///   return r = leave S;  quiescent cells die at d0.
struct Growth {
  double h = 3, theta = 0.5, weight_erk = 0.75;
  double b_max = 0.1, d0 = 0.05, d_max = 0.06, enter = 0.02, leave = 0.05;  // 1/d
};

struct Rates { double division = 0, death = 0, enter = 0, leave = 0; };  // 1/d

[[nodiscard]] double signal(double ppERK_relative, double pAKT_relative, const Growth& growth);
[[nodiscard]] Rates rates_at(double s, const Growth& growth);

/// Stored S of one clone under one arm: samples from the start; after the last, the samples from
/// `repeat_from` on are replayed for ever (the last dosing interval).
struct SignalCourse {
  std::vector<double> time_d;   // ascending, starts at 0
  std::vector<double> s;        // [n_times], linear in between
  double repeat_from_d = 0;

  /// Rates averaged over [from, to], by the trapezoid rule on the samples.
  [[nodiscard]] Rates mean_rates(double from_d, double to_d, const Growth& growth) const;
};

/// A clone and how it arises: at each division of a cell of `parent` with probability `rate`.
struct Clone {
  std::string name;
  int parent = -1;        // index of a clone before it; -1: present from the start
  double rate = 0;        // per division
  double fraction = 0;    // of the start tumour, if present before (besides what mutation made)
  SignalCourse untreated; // its S without drug: mutants arise and grow before treatment too
  SignalCourse treated;
};

struct TumourSetup {
  std::vector<Clone> clones;   // clone 0 is the parent, present from one cell
  Growth growth;
  double cells_at_start = 1e9; // when treatment begins
  double capacity = 1e12;      // divisions slow as 1 - N/K
  double horizon_d = 730;
  double step_d = 1;           // of the read-out
  double visit_interval_d = 42;  // between radiologist's readings; the first, at 0, is the baseline
  double detectable_mm = 10;   // smallest measurable diameter
  double cells_per_mm3 = 1e6;
  double stochastic_below = 1e4;  // cells of one clone: Poisson tau-leaps below, mean from it on
  std::uint64_t seed = 1;
  std::uint32_t patient = 0;
};

/// Cells of every clone in time and what a radiologist would read.
struct TumourCourse {
  std::vector<double> time_d;      // [n_times]
  std::vector<double> active;      // [n_times x n_clones], cells, row-major
  std::vector<double> quiescent;   // same shape
  std::vector<double> diameter_mm; // [n_times], of a sphere of all cells
  double best_change_percent = 0;  // of the diameter, from the start, least over visits
  double progression_d = 0;        // first visit at +20 % and +5 mm over the nadir, the lesion
                                   // being detectable; horizon if none
  bool progressed = false;
  double progression_exact_d = 0;  // when the diameter crosses the same limits over its running
                                   // nadir, read without pause; horizon if it does not
  std::string response;            // best before progression: CR PR SD PD; SD if no visit was made
  int dominant_at_progression = 0; // clone with the most cells then
};

/// The course under treatment, up to the horizon or 60 d after progression. Pre-existing mutants of
/// each clone are drawn from the parent's growth to `cells_at_start` (Luria-Delbruck with the
/// clone's own untreated rates); clone 0 has the cells that the others leave over. Deterministic
/// given setup; the mutants before treatment do not depend on the treated signals.
/// @pre clones not empty, parents before their children; steps, sizes and capacity > 0
[[nodiscard]] TumourCourse simulate_tumour(const TumourSetup& setup);

/// Expected cells of a clone of rate u at the start of treatment if it grows like its parent:
/// u N log(N) b/(b - d) (Luria-Delbruck mean; test against the simulation).
[[nodiscard]] double expected_mutants(double rate, double cells, double division, double death);

}  // namespace rascade::tumour
