// SPDX-License-Identifier: MIT
#include <cmath>

#include "rascade/dosing/exposure.hpp"

namespace rascade::dosing {
namespace {

constexpr double day = 24.0;  // h

bool is_day_on(const Schedule& schedule, double since_start_h)
{
  if (schedule.cycle_days <= 0) return true;
  return std::fmod(std::floor(since_start_h / day), schedule.cycle_days) < schedule.days_on;
}

}  // namespace

std::vector<Dose> doses_until(const Schedule& schedule, double end_h)
{
  std::vector<Dose> doses;
  if (schedule.interval_h <= 0.0 || schedule.amount_mg <= 0.0) return doses;
  for (std::size_t i = 0;; ++i) {
    const double since_start = static_cast<double>(i) * schedule.interval_h;
    const double time = schedule.start_h + since_start;
    if (time >= end_h) return doses;
    if (time >= 0.0 && is_day_on(schedule, since_start)) {
      doses.push_back({time, schedule.amount_mg});
    }
  }
}

}  // namespace rascade::dosing
