// SPDX-License-Identifier: MIT
#include "rascade/claims/judge_draws.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "rascade/trial/statistics.hpp"

namespace rascade::claims {
namespace {

constexpr double fold = 2;
constexpr double normal_quantile = 1.959963984540054;  // 97.5 %

/// Ranks from 0; equal values share the mean of theirs.
std::vector<double> ranks_of(const std::vector<double>& x)
{
  std::vector<std::size_t> order(x.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t i, std::size_t j) { return x[i] < x[j]; });
  std::vector<double> ranks(x.size());
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i;
    while (end < order.size() && x[order[end]] == x[order[i]]) ++end;
    const double rank = 0.5 * static_cast<double>(i + end - 1);
    for (; i < end; ++i) ranks[order[i]] = rank;
  }
  return ranks;
}

double pearson(const std::vector<double>& x, const std::vector<double>& y)
{
  const auto n = static_cast<double>(x.size());
  const double mx = std::accumulate(x.begin(), x.end(), 0.0) / n;
  const double my = std::accumulate(y.begin(), y.end(), 0.0) / n;
  double xx = 0, yy = 0, xy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (x[i] - mx) * (x[i] - mx);
    yy += (y[i] - my) * (y[i] - my);
    xy += (x[i] - mx) * (y[i] - my);
  }
  return xx > 0 && yy > 0 ? xy / std::sqrt(xx * yy) : 0;
}

}  // namespace

Spread spread_of(const std::vector<double>& values)
{
  assert(!values.empty());
  return {trial::quantile(values, 0.5), trial::quantile(values, 0.05), trial::quantile(values, 0.95)};
}

Judgement judge_number(const Relation& relation, const Spread& spread)
{
  const bool is_interval =
      relation.kind == Relation::Kind::frequency && relation.low < relation.high;
  const double wide = is_interval ? 1 : fold;
  const bool is_near = spread.median >= relation.low / wide && spread.median <= relation.high * wide;
  const bool covers = spread.low <= relation.high && spread.high >= relation.low;
  if (is_near && covers) return {Verdict::holds, ""};
  return {Verdict::fails, fmt::format("median {:.4g}, 90 % band {:.4g} to {:.4g}", spread.median,
                                      spread.low, spread.high)};
}

Correlation correlate(const std::vector<double>& x, const std::vector<double>& y)
{
  assert(x.size() == y.size() && x.size() > 3);
  const double r = pearson(ranks_of(x), ranks_of(y));
  const double z = std::atanh(std::clamp(r, -1 + 1e-12, 1 - 1e-12));
  const double half = normal_quantile / std::sqrt(static_cast<double>(x.size() - 3));
  return {r, std::tanh(z - half), std::tanh(z + half)};
}

Judgement judge_correlation(const Relation& relation, const Correlation& c)
{
  const bool holds = relation.sign > 0 ? c.low > 0 : c.high < 0;
  if (holds) return {Verdict::holds, ""};
  return {Verdict::fails,
          fmt::format("rank correlation {:.3f}, 95 % interval {:.3f} to {:.3f}", c.value, c.low, c.high)};
}

}  // namespace rascade::claims
