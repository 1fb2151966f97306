// SPDX-License-Identifier: MIT
#include "rascade/verify/student.hpp"

#include <cassert>
#include <cmath>

namespace rascade::verify {
namespace {

/// Of the normal distribution, by bisection on its tail.
double normal_quantile(double tail)
{
  double low = 0.0, high = 40.0;
  for (int i = 0; i < 100; ++i) {
    const double middle = 0.5 * (low + high);
    const bool is_beyond = 0.5 * std::erfc(middle / std::sqrt(2.0)) < tail;
    (is_beyond ? high : low) = middle;
  }
  return low;
}

}  // namespace

/// The expansion in powers of 1/n that turns a normal quantile into Student's (Cornish and Fisher).
double student_quantile(double tail, double degrees_of_freedom)
{
  assert(tail > 0.0 && tail < 0.5 && degrees_of_freedom > 0.0);
  const double z = normal_quantile(tail), n = degrees_of_freedom, s = z * z;
  const double first = z * (s + 1.0) / 4.0;
  const double second = z * ((5.0 * s + 16.0) * s + 3.0) / 96.0;
  const double third = z * (((3.0 * s + 19.0) * s + 17.0) * s - 15.0) / 384.0;
  return z + first / n + second / (n * n) + third / (n * n * n);
}

}  // namespace rascade::verify
