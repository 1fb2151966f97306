// SPDX-License-Identifier: MIT
#include <cassert>
#include <cmath>

#include "rascade/random/mass_function.hpp"
#include "rascade/random/stream.hpp"

namespace rascade::random {
namespace {

/// Sums probabilities until they pass u; past the mean, terms below 2^-60 change nothing any more.
std::uint64_t by_inversion(double u, double mean)
{
  double term = std::exp(-mean);
  std::uint64_t k = 0;
  for (double sum = term; sum < u; sum += term) {
    ++k;
    term *= mean / static_cast<double>(k);
    if (term < 0x1p-60 && static_cast<double>(k) > mean) break;
  }
  return k;
}

}  // namespace

// Transformed rejection with squeeze, algorithm PTRS [Hormann1993a]; a, b, alpha and v_r are the
// paper's.
std::uint64_t Stream::poisson(double mean)
{
  assert(mean >= 0.0 && mean < 0x1p53);
  if (mean == 0.0) return 0;
  if (mean < smallest_rejection_mean) return by_inversion(uniform(), mean);
  const double b = 0.931 + 2.53 * std::sqrt(mean);
  const double a = -0.059 + 0.02483 * b;
  const double inverse_alpha = 1.1239 + 1.1328 / (b - 3.4);
  const double v_r = 0.9277 - 3.6224 / (b - 2.0);
  for (;;) {
    const double u = uniform() - 0.5;
    const double v = uniform();
    const double us = 0.5 - std::abs(u);
    const double k = std::floor((2.0 * a / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= v_r) return static_cast<std::uint64_t>(k);
    if (k < 0.0 || (us < 0.013 && v > us)) continue;
    if (std::log(v * inverse_alpha / (a / (us * us) + b)) <= log_poisson_mass(k, mean)) {
      return static_cast<std::uint64_t>(k);
    }
  }
}

}  // namespace rascade::random
