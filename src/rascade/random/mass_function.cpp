// SPDX-License-Identifier: MIT
#include "rascade/random/mass_function.hpp"

#include <cmath>
#include <numbers>

namespace rascade::random {
namespace {

constexpr double two_pi = 2.0 * std::numbers::pi;

/// Error of Stirling's formula: log n! - log(sqrt(2 pi n) (n/e)^n), n whole and > 0.
double stirling_error(double n)
{
  if (n < 16.0) {
    double factorial = 1.0;
    for (double i = 2.0; i <= n; i += 1.0) factorial *= i;  // exact: 15! < 2^53
    return std::log(factorial) - (n + 0.5) * std::log(n) + n - 0.5 * std::log(two_pi);
  }
  // Stirling's series; the first term left out is below 1e-14 from n = 16 on.
  const double r = 1.0 / (n * n);
  return (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r / 1188)))) / n;
}

/// Deviance x log(x/m) + m - x, x > 0, m > 0, without the cancellation at x close to m.
double deviance(double x, double m)
{
  const double v = (x - m) / (x + m);
  if (std::abs(v) >= 0.1) return x * std::log(x / m) + m - x;
  // x log(x/m) = 2 x atanh(v), and the term 2 x v of its series joins m - x as (x - m) v.
  double sum = (x - m) * v;
  double power = 2.0 * x * v;
  for (int j = 3;; j += 2) {
    power *= v * v;
    const double next = sum + power / j;
    if (next == sum) return sum;
    sum = next;
  }
}

}  // namespace

double log_poisson_mass(double k, double mean)
{
  if (k == 0.0) return -mean;
  return -stirling_error(k) - deviance(k, mean) - 0.5 * std::log(two_pi * k);
}

double log_binomial_mass(double k, double n, double p)
{
  if (k == 0.0) return n * std::log1p(-p);
  if (k == n) return n * std::log(p);
  const double rest = n - k;
  return stirling_error(n) - stirling_error(k) - stirling_error(rest) - deviance(k, n * p) -
         deviance(rest, n * (1.0 - p)) - 0.5 * std::log(two_pi * k * (rest / n));
}

}  // namespace rascade::random
