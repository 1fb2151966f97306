// SPDX-License-Identifier: MIT
#include <cassert>
#include <cmath>

#include "rascade/tumour/signal_integral.hpp"
#include "rascade/tumour/tumour.hpp"

namespace rascade::tumour {

double signal(double ppERK_relative, double pAKT_relative, const Growth& growth)
{
  const double x = growth.weight_erk * ppERK_relative + (1.0 - growth.weight_erk) * pAKT_relative;
  if (x <= 0.0) return 0.0;
  return 1.0 / (1.0 + std::pow(growth.theta / x, growth.h));
}

Rates rates_at(double s, const Growth& growth)
{
  return {growth.b_max * s, growth.d0 + growth.d_max * (1.0 - s), growth.enter * (1.0 - s),
          growth.leave * s};
}

Rates SignalCourse::mean_rates(double from_d, double to_d, const Growth& growth) const
{
  // The rates are linear in S, so their mean is the rate at the mean.
  return rates_at(SignalIntegral(*this).mean(from_d, to_d), growth);
}

}  // namespace rascade::tumour
