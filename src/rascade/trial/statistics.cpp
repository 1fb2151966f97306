// SPDX-License-Identifier: MIT
#include "rascade/trial/statistics.hpp"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace rascade::trial {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Standard normal quantile leaving (1 - confidence)/2 above it.
double two_sided_z(double confidence) { return std::sqrt(2.0) * boost::math::erf_inv(confidence); }

/// First time at which the curve is at or below one half. A curve that rests exactly at one half
/// gives the middle of its rest, as R's survfit does.
double time_at_half(const std::vector<double>& time, const std::vector<double>& curve)
{
  constexpr double rounding = 1e-12;  // a product of fractions that is 1/2 on paper
  for (std::size_t i = 0; i < curve.size(); ++i) {
    if (curve[i] > 0.5 + rounding) continue;
    const bool rests = curve[i] >= 0.5 - rounding && i + 1 < curve.size();
    return rests ? 0.5 * (time[i] + time[i + 1]) : time[i];
  }
  return infinity;
}

/// Adds the step at `time`: survival p with its band p^exp(±z se), se that of log(-log p).
void add_step(Survival& survival, double time, double p, double greenwood, double z)
{
  double low = 0.0;
  double high = survival.high.empty() ? 1.0 : survival.high.back();
  if (p > 0.0) {
    const double half_width = z * std::sqrt(greenwood) / -std::log(p);
    low = std::pow(p, std::exp(half_width));
    high = std::pow(p, std::exp(-half_width));
  }
  survival.time.push_back(time);
  survival.probability.push_back(p);
  survival.low.push_back(low);
  survival.high.push_back(high);
}

}  // namespace

Interval proportion(std::size_t successes, std::size_t n, double confidence)
{
  assert(n > 0 && successes <= n && confidence > 0.0 && confidence < 1.0);
  const double x = static_cast<double>(successes);
  const double all = static_cast<double>(n);
  const double tail = 0.5 * (1.0 - confidence);
  Interval interval{x / all, 0.0, 1.0};
  if (successes > 0) interval.low = boost::math::ibeta_inv(x, all - x + 1.0, tail);
  if (successes < n) interval.high = boost::math::ibetac_inv(x + 1.0, all - x, tail);
  return interval;
}

Survival kaplan_meier(std::span<const double> time, const std::vector<bool>& event,
                      double confidence)
{
  assert(time.size() == event.size() && confidence > 0.0 && confidence < 1.0);
  std::vector<std::size_t> order(time.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return time[a] < time[b]; });
  const double z = two_sided_z(confidence);
  Survival survival;
  double p = 1.0;
  double greenwood = 0.0;  // sum of d/(n (n - d)), the variance of log S
  for (std::size_t i = 0; i < order.size();) {
    const double now = time[order[i]];
    const std::size_t at_risk = order.size() - i;
    std::size_t deaths = 0;
    for (; i < order.size() && time[order[i]] == now; ++i) {
      if (event[order[i]])
        ++deaths;
      else
        survival.censored.push_back(now);
    }
    if (deaths == 0) continue;
    const double n = static_cast<double>(at_risk);
    const double d = static_cast<double>(deaths);
    p = deaths == at_risk ? 0.0 : p * (1.0 - d / n);
    greenwood += d / (n * (n - d));
    survival.at_risk.push_back(at_risk);
    add_step(survival, now, p, greenwood, z);
  }
  return survival;
}

Interval median(const Survival& survival)
{
  return {time_at_half(survival.time, survival.probability),
          time_at_half(survival.time, survival.low), time_at_half(survival.time, survival.high)};
}

double quantile(std::vector<double> values, double p)
{
  assert(!values.empty() && p >= 0.0 && p <= 1.0);
  std::sort(values.begin(), values.end());
  const double position = p * static_cast<double>(values.size() - 1);
  const std::size_t below = static_cast<std::size_t>(position);
  const double part = position - static_cast<double>(below);
  // Equal neighbours are returned as they are: both may be infinite (a median never reached).
  if (part == 0.0 || values[below] == values[below + 1]) return values[below];
  return values[below] + part * (values[below + 1] - values[below]);
}

}  // namespace rascade::trial
