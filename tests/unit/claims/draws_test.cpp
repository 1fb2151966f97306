// SPDX-License-Identifier: MIT
#include "rascade/claims/draws.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "support/tables.hpp"

namespace rascade::claims {
namespace {

using knowledge::Grade;

knowledge::Quantity quantity(double value, double low, double high, Grade grade,
                             const std::string& unit = "nM")
{
  return {value, low, high, unit, {"assumed", grade, "", {}}};
}

TEST(DrawRange, IsAtLeastAsWideAsTheGradeAsks)
{
  const auto measured = draw_range(quantity(10, 9, 11, Grade::measured));
  EXPECT_NEAR(measured.low, 10 / 1.5, 1e-12);
  EXPECT_NEAR(measured.high, 15, 1e-12);
  const auto fitted = draw_range(quantity(10, 10, 10, Grade::fitted));
  EXPECT_NEAR(fitted.low, 5, 1e-12);
  EXPECT_NEAR(fitted.high, 20, 1e-12);
  const auto assumed = draw_range(quantity(10, 4, 30, Grade::assumed));
  EXPECT_NEAR(assumed.low, 2, 1e-12);
  EXPECT_NEAR(assumed.high, 50, 1e-12);
}

TEST(DrawRange, KeepsAWiderRangeOfItsOwn)
{
  const auto range = draw_range(quantity(10, 0.1, 11, Grade::measured));
  EXPECT_DOUBLE_EQ(range.low, 0.1);
  EXPECT_NEAR(range.high, 15, 1e-12);
  EXPECT_TRUE(range.is_log);
}

TEST(DrawRange, KeepsSharesAndZerosWhatTheyAre)
{
  EXPECT_DOUBLE_EQ(draw_range(quantity(0.9, 0.7, 0.95, Grade::assumed, "1")).high, 1);
  EXPECT_NEAR(draw_range(quantity(1.6, 1.5, 3, Grade::assumed, "1")).high, 8, 1e-12);
  const auto zero = draw_range(quantity(0, 0, 0, Grade::assumed, "1"));
  EXPECT_FALSE(zero.is_log);
  EXPECT_DOUBLE_EQ(zero.high, 0);
}

TEST(DrawWidely, IsLogUniformAndNamedByItsNumber)
{
  const pathway::Catalogue catalogue(support::tables());
  const auto& entries = catalogue.entries();
  const auto wide = std::find_if(entries.begin(), entries.end(), [](const auto& e) {
    const DrawRange range = draw_range(*e.quantity);
    return range.is_log && range.high > 4 * range.low;
  });
  ASSERT_NE(wide, entries.end());
  const auto place = static_cast<std::size_t>(wide - entries.begin());
  const DrawRange range = draw_range(*wide->quantity);
  double sum = 0;
  constexpr int n = 2000;
  for (std::uint32_t i = 0; i < n; ++i) {
    const double value = draw_widely(catalogue, 7, i).values[place];
    ASSERT_GE(value, range.low * (1 - 1e-12));
    ASSERT_LE(value, range.high * (1 + 1e-12));
    sum += std::log(value / range.low) / std::log(range.high / range.low);
  }
  // A uniform mean has standard error 1 / sqrt(12 n).
  EXPECT_NEAR(sum / n, 0.5, 5 / std::sqrt(12.0 * n));
  EXPECT_EQ(draw_widely(catalogue, 7, 3).values, draw_widely(catalogue, 7, 3).values);
  EXPECT_NE(draw_widely(catalogue, 7, 3).values, draw_widely(catalogue, 8, 3).values);
}

}  // namespace
}  // namespace rascade::claims
