// SPDX-License-Identifier: MIT
#include "rascade/tumour/reading.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

namespace rascade::tumour {

double sphere_diameter_mm(double cells, double cells_per_mm3)
{
  return std::cbrt(6.0 / std::numbers::pi * std::max(0.0, cells) / cells_per_mm3);
}

Reading::Reading(const TumourSetup& setup, double baseline_mm)
    : visit_interval_d_(setup.visit_interval_d),
      detectable_mm_(setup.detectable_mm),
      baseline_mm_(baseline_mm),
      diameter_mm_(baseline_mm),
      nadir_mm_(baseline_mm),
      visit_nadir_mm_(baseline_mm),
      progression_d_(setup.horizon_d),
      progression_exact_d_(setup.horizon_d)
{
  assert(visit_interval_d_ > 0.0 && baseline_mm > 0.0);
}

void Reading::follow(double time_d, double diameter_mm)
{
  assert(time_d > time_d_);
  const double slope = (diameter_mm - diameter_mm_) / (time_d - time_d_);
  const double limit_mm = limit(nadir_mm_);
  if (!crossed_ && diameter_mm >= limit_mm) {
    crossed_ = true;
    progression_exact_d_ = std::min(time_d, time_d_ + (limit_mm - diameter_mm_) / slope);
  }
  nadir_mm_ = std::min(nadir_mm_, diameter_mm);
  for (double next = (num_visits_ + 1) * visit_interval_d_; next <= time_d;
       next = (num_visits_ + 1) * visit_interval_d_) {
    visit(next, next == time_d ? diameter_mm : diameter_mm_ + slope * (next - time_d_));
  }
  time_d_ = time_d;
  diameter_mm_ = diameter_mm;
}

void Reading::visit(double time_d, double diameter_mm)
{
  num_visits_ += 1;
  if (progressed_) return;
  const double change = 100.0 * (diameter_mm - baseline_mm_) / baseline_mm_;
  best_change_percent_ = num_visits_ == 1 ? change : std::min(best_change_percent_, change);
  const Response now = response_at(diameter_mm);
  best_ = num_visits_ == 1 ? now : std::max(best_, now);
  visit_nadir_mm_ = std::min(visit_nadir_mm_, diameter_mm);
  if (now != Response::progressive) return;
  progressed_ = true;
  progression_d_ = time_d;
}

double Reading::limit(double nadir_mm) const
{
  return std::max({1.2 * nadir_mm, nadir_mm + 5.0, detectable_mm_});
}

Reading::Response Reading::response_at(double diameter_mm) const
{
  if (diameter_mm >= limit(visit_nadir_mm_)) return Response::progressive;
  if (diameter_mm < detectable_mm_ && baseline_mm_ >= detectable_mm_) return Response::complete;
  return diameter_mm <= 0.7 * baseline_mm_ ? Response::partial : Response::stable;
}

std::string Reading::response() const
{
  switch (best_) {
    case Response::complete:
      return "CR";
    case Response::partial:
      return "PR";
    case Response::stable:
      return "SD";
    case Response::progressive:
      break;
  }
  return "PD";
}

}  // namespace rascade::tumour
