// SPDX-License-Identifier: MIT
#include "rascade/tumour/draw.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace rascade::tumour {
namespace {

constexpr double normal_from_variance = 30.0;

}  // namespace

double draw_poisson(double mean, random::Stream& stream)
{
  if (mean <= 0.0) return 0.0;
  if (mean < normal_from_variance) return static_cast<double>(stream.poisson(mean));
  return std::max(0.0, std::round(mean + std::sqrt(mean) * stream.normal()));
}

double draw_binomial(double n, double p, random::Stream& stream)
{
  if (n <= 0.0 || p <= 0.0) return 0.0;
  const double variance = n * p * (1.0 - p);
  if (variance < normal_from_variance) {
    return static_cast<double>(stream.binomial(static_cast<std::uint64_t>(n), p));
  }
  return std::clamp(std::round(n * p + std::sqrt(variance) * stream.normal()), 0.0, n);
}

double draw_whole(double x, random::Stream& stream)
{
  const double below = std::floor(x);
  if (below == x) return x;
  return stream.uniform() < x - below ? below + 1.0 : below;
}

}  // namespace rascade::tumour
