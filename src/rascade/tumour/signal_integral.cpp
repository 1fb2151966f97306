// SPDX-License-Identifier: MIT
#include "rascade/tumour/signal_integral.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>

namespace rascade::tumour {

SignalIntegral::SignalIntegral(const SignalCourse& course)
    : course_(&course), integral_(course.time_d.size(), 0.0)
{
  const std::vector<double>& t = course.time_d;
  assert(!t.empty() && t.size() == course.s.size() && t.front() == 0.0);
  for (std::size_t i = 1; i < t.size(); ++i) {
    integral_[i] = integral_[i - 1] + 0.5 * (course.s[i - 1] + course.s[i]) * (t[i] - t[i - 1]);
  }
  until_repeat_ = within_course(std::min(course.repeat_from_d, t.back()));
}

double SignalIntegral::mean(double from_d, double to_d) const
{
  assert(from_d >= 0.0 && from_d < to_d);
  return (until(to_d) - until(from_d)) / (to_d - from_d);
}

double SignalIntegral::mean_of_repeat() const
{
  if (period() <= 0.0) return course_->s.back();
  return (integral_.back() - until_repeat_) / period();
}

double SignalIntegral::period() const { return course_->time_d.back() - course_->repeat_from_d; }

double SignalIntegral::until(double t) const
{
  const double end = course_->time_d.back();
  if (t <= end) return within_course(t);
  if (period() <= 0.0) return integral_.back() + course_->s.back() * (t - end);
  const double rounds = std::floor((t - end) / period());
  const double rest = std::max(0.0, t - end - rounds * period());
  return integral_.back() + rounds * (integral_.back() - until_repeat_) +
         within_course(std::min(end, course_->repeat_from_d + rest)) - until_repeat_;
}

double SignalIntegral::within_course(double t) const
{
  const std::vector<double>& time = course_->time_d;
  const auto after = std::upper_bound(time.begin(), time.end(), t);
  if (after == time.end()) return integral_.back();
  const std::size_t i = static_cast<std::size_t>(after - time.begin()) - 1;
  const double dt = t - time[i];
  const double slope = (course_->s[i + 1] - course_->s[i]) / (time[i + 1] - time[i]);
  return integral_[i] + dt * (course_->s[i] + 0.5 * slope * dt);
}

}  // namespace rascade::tumour
