// SPDX-License-Identifier: MIT
#include "rascade/simulate/confluent_ratio.hpp"

#include <cmath>
#include <limits>

namespace rascade::simulate {

// Gauss's continued fraction 1/(1 + p_2/(1 + p_3/(1 + …))), summed forwards by the modified method
// of Lentz: two recurrences whose zeros are moved to `tiny`.
double confluent_ratio(double a, double b, double z)
{
  constexpr double tiny = 1e-32;
  constexpr int longest = 100'000;
  const auto apart = [](double x) { return std::abs(x) < tiny ? tiny : x; };
  double fraction = tiny, c = tiny, d = 0.0;
  for (int j = 1; j <= longest; ++j) {
    double p = 1.0;
    if (j > 1) {
      const double half = j / 2;
      const double top = j % 2 == 0 ? a - (b + half - 1.0) : a + half;
      p = z * top / ((b + j - 2.0) * (b + j - 1.0));
    }
    d = 1.0 / apart(1.0 + p * d);
    c = apart(1.0 + p / c);
    const double change = c * d;
    fraction *= change;
    if (!std::isfinite(fraction)) break;
    if (std::abs(change - 1.0) <= std::numeric_limits<double>::epsilon()) return fraction;
  }
  return std::numeric_limits<double>::quiet_NaN();
}

}  // namespace rascade::simulate
