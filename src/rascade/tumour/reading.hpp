// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "rascade/tumour/tumour.hpp"

namespace rascade::tumour {

/// Diameter of a sphere of so many cells, mm.
[[nodiscard]] double sphere_diameter_mm(double cells, double cells_per_mm3);

/// Reads one target lesion at visits as RECIST 1.1 asks, with the baseline at time 0.
///
/// Progression: at least 20 % and 5 mm above the nadir (baseline included), and detectable.
/// Complete response: no longer detectable, having been so at baseline; partial: at least 30 %
/// below the baseline. Best response and change are those of visits up to progression, unconfirmed.
class Reading {
 public:
  Reading(const TumourSetup& setup, double baseline_mm);

  /// The diameter goes on in a straight line to `diameter_mm` at `time_d`.
  /// @pre time_d is later than the time before
  void follow(double time_d, double diameter_mm);

  [[nodiscard]] bool progressed() const { return progressed_; }
  [[nodiscard]] double progression_d() const { return progression_d_; }
  [[nodiscard]] double progression_exact_d() const { return progression_exact_d_; }
  [[nodiscard]] double best_change_percent() const { return best_change_percent_; }
  [[nodiscard]] std::string response() const;

 private:
  enum class Response { progressive, stable, partial, complete };

  void visit(double time_d, double diameter_mm);
  [[nodiscard]] double limit(double nadir_mm) const;
  [[nodiscard]] Response response_at(double diameter_mm) const;

  double visit_interval_d_, detectable_mm_, baseline_mm_;
  double time_d_ = 0, diameter_mm_;  // where the course has come to
  double nadir_mm_, visit_nadir_mm_;
  double num_visits_ = 0;  // after the baseline
  double progression_d_, progression_exact_d_;
  bool progressed_ = false, crossed_ = false;
  double best_change_percent_ = 0;
  Response best_ = Response::stable;
};

}  // namespace rascade::tumour
