// SPDX-License-Identifier: MIT
#include "rascade/claims/mean_exposure.hpp"

#include <gtest/gtest.h>

#include "rascade/plan/exposure.hpp"
#include "support/tables.hpp"

namespace rascade::claims {
namespace {

/// The mean of the course over its last full interval, by many samples.
double slow_mean(const pathway::Catalogue& catalogue, const knowledge::Drug& drug, double days)
{
  const double end = days * 86400;
  const plan::Exposure exposure = plan::exposure_of(support::tables(), catalogue, {}, drug, end);
  if (exposure.interval_s <= 0) return exposure.molecules(0);
  constexpr int n = 20000;
  const double start = exposure.breaks_s.back() - exposure.interval_s;
  double sum = 0;
  for (int i = 0; i < n; ++i) sum += exposure.molecules(start + exposure.interval_s * (i + 0.5) / n);
  return sum / n;
}

TEST(MeanFreeDrug, IsTheMeanOfTheCourseAtSteadyState)
{
  const pathway::Catalogue catalogue(support::tables());
  for (const knowledge::Drug& drug : support::tables().drugs) {
    const double mean = mean_free_drug(support::tables(), catalogue, {}, drug);
    EXPECT_GT(mean, 0) << drug.name;
    EXPECT_NEAR(mean / slow_mean(catalogue, drug, 365), 1, 0.02) << drug.name;
  }
}

}  // namespace
}  // namespace rascade::claims
