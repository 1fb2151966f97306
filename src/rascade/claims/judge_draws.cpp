// SPDX-License-Identifier: MIT
#include "rascade/claims/judge_draws.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include <fmt/format.h>

#include "rascade/trial/statistics.hpp"

namespace rascade::claims {
namespace {

constexpr double fold = 2;
constexpr double normal_quantile = 1.959963984540054;  // 97.5 %

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
  const double r = trial::rank_correlation(x, y);
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
