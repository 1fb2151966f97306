// SPDX-License-Identifier: MIT
#include <cassert>
#include <cmath>

#include "rascade/random/mass_function.hpp"
#include "rascade/random/stream.hpp"

namespace rascade::random {
namespace {

/// Sums probabilities until they pass u; past the mean, terms below 2^-60 change nothing any more.
double by_inversion(double u, double n, double p)
{
  const double odds = p / (1.0 - p);
  double term = std::exp(n * std::log1p(-p));
  double k = 0.0;
  for (double sum = term; sum < u && k < n; sum += term) {
    term *= odds * ((n - k) / (k + 1.0));
    k += 1.0;
    if (term < 0x1p-60 && k > n * p) break;
  }
  return k;
}

/// Transformed rejection, algorithm BTRS [Hormann1993b]; n p >= 10, p <= 1/2. a, b, c, alpha and
/// v_r are the paper's; the acceptance test weighs P(k) against P at the mode.
double by_rejection(Stream& stream, double n, double p)
{
  const double spread = std::sqrt(n * p * (1.0 - p));
  const double b = 1.15 + 2.53 * spread;
  const double a = -0.0873 + 0.0248 * b + 0.01 * p;
  const double c = n * p + 0.5;
  const double alpha = (2.83 + 5.1 / b) * spread;
  const double v_r = 0.92 - 4.2 / b;
  const double log_mode = log_binomial_mass(std::floor((n + 1.0) * p), n, p);
  for (;;) {
    const double u = stream.uniform() - 0.5;
    const double v = stream.uniform();
    const double us = 0.5 - std::abs(u);
    const double k = std::floor((2.0 * a / us + b) * u + c);
    if (us >= 0.07 && v <= v_r) return k;
    if (k < 0.0 || k > n) continue;
    const double height = std::log(v * alpha / (a / (us * us) + b));
    if (height <= log_binomial_mass(k, n, p) - log_mode) return k;
  }
}

}  // namespace

std::uint64_t Stream::binomial(std::uint64_t n, double p)
{
  assert(p >= 0.0 && p <= 1.0 && n <= (std::uint64_t{1} << 53));
  if (n == 0 || p == 0.0) return 0;
  if (p == 1.0) return n;
  const double trials = static_cast<double>(n);
  const double rarer = p <= 0.5 ? p : 1.0 - p;
  const double k = trials * rarer < smallest_rejection_mean
                       ? by_inversion(uniform(), trials, rarer)
                       : by_rejection(*this, trials, rarer);
  const std::uint64_t count = static_cast<std::uint64_t>(k);
  return p <= 0.5 ? count : n - count;
}

}  // namespace rascade::random
