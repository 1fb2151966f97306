// SPDX-License-Identifier: MIT
#include "rascade/pathway/draw.hpp"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "rascade/units/units.hpp"
#include "support/tables.hpp"

namespace rascade::pathway {
namespace {

class DrawTest : public testing::Test {
 protected:
  const knowledge::Knowledge& tables_ = support::tables();
  Catalogue catalogue_{tables_};
};

TEST_F(DrawTest, TheCentralDrawGivesEveryValueInInternalUnits)
{
  for (const Catalogue::Entry& entry : catalogue_.entries()) {
    EXPECT_DOUBLE_EQ(Draw{}.internal(catalogue_, *entry.quantity), entry.quantity->internal())
        << entry.name;
  }
}

TEST_F(DrawTest, StaysInsideEveryRange)
{
  for (std::uint32_t patient = 0; patient < 20; ++patient) {
    const Draw draw = draw_patient(catalogue_, 1, patient, 0);
    for (const Catalogue::Entry& entry : catalogue_.entries()) {
      const double value = draw.internal(catalogue_, *entry.quantity);
      const double low = entry.quantity->internal_low(), high = entry.quantity->internal_high();
      const double rounding = 1e-12 * std::max(std::abs(low), std::abs(high));
      EXPECT_GE(value, low - rounding) << entry.name;
      EXPECT_LE(value, high + rounding) << entry.name;
    }
  }
}

TEST_F(DrawTest, ReachesTheEndsOfTheRangeAtTheEdges)
{
  const knowledge::Quantity& warm = tables_.find_parameter("warm")->quantity;
  Draw draw{std::vector<double>(catalogue_.entries().size(), 1.96)};
  EXPECT_NEAR(draw.internal(catalogue_, warm), warm.high, 1e-12);
  draw.z.assign(draw.z.size(), -1.96);
  EXPECT_NEAR(draw.internal(catalogue_, warm), warm.low, 1e-12);
}

TEST_F(DrawTest, IsNamedBySeedPatientAndAttempt)
{
  EXPECT_EQ(draw_patient(catalogue_, 1, 2, 3).z, draw_patient(catalogue_, 1, 2, 3).z);
  EXPECT_NE(draw_patient(catalogue_, 1, 2, 3).z, draw_patient(catalogue_, 1, 2, 4).z);
  EXPECT_NE(draw_patient(catalogue_, 1, 2, 3).z, draw_patient(catalogue_, 1, 3, 3).z);
  EXPECT_NE(draw_patient(catalogue_, 1, 2, 3).z, draw_patient(catalogue_, 2, 2, 3).z);
}

}  // namespace
}  // namespace rascade::pathway
