// SPDX-License-Identifier: MIT
#include "rascade/verify/student.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace rascade::verify {
namespace {

/// P(T > t), by the trapezoidal rule on the density; a tangent takes care of the long tail.
double tail_beyond(double t, double n)
{
  const double scale = std::exp(std::lgamma((n + 1.0) / 2.0) - std::lgamma(n / 2.0)) /
                       std::sqrt(n * 3.14159265358979323846);
  const auto density = [&](double x) { return scale * std::pow(1.0 + x * x / n, -(n + 1.0) / 2.0); };
  const double end = std::atan(1.0) * 2.0, begin = std::atan(t);
  const int steps = 20000;
  double sum = 0.0;
  for (int i = 0; i < steps; ++i) {
    const double angle = begin + (end - begin) * (i + 0.5) / steps;
    sum += density(std::tan(angle)) / (std::cos(angle) * std::cos(angle));
  }
  return sum * (end - begin) / steps;
}

TEST(StudentQuantile, LeavesTheTailAskedFor)
{
  for (const double n : {20.0, 50.0, 99.0, 999.0}) {
    for (const double tail : {0.05, 1e-3, 1e-5}) {
      const double found = tail_beyond(student_quantile(tail, n), n);
      EXPECT_NEAR(found / tail, 1.0, 0.05) << n << " " << tail;
    }
  }
}

}  // namespace
}  // namespace rascade::verify
