// SPDX-License-Identifier: MIT
#include "rascade/units/units.hpp"

#include <gtest/gtest.h>

#include <set>

namespace rascade::units {
namespace {

double factor(std::string_view name)
{
  const auto unit = find_unit(name);
  return unit ? unit->factor : 0.0;
}

TEST(Units, HaveOneNameEachAndAPositiveFactor)
{
  std::set<std::string_view> names;
  for (const Unit& unit : known_units()) {
    EXPECT_TRUE(names.insert(unit.name).second) << unit.name;
    EXPECT_GT(unit.factor, 0.0) << unit.name;
    EXPECT_EQ(find_unit(unit.name)->dimension, unit.dimension) << unit.name;
  }
}

TEST(Units, AreFoundByTheirExactNameOnly)
{
  EXPECT_TRUE(find_unit("1/(M s)"));
  for (const char* unknown : {"", "NM", "1/(Ms)", "nM ", "parsec"}) {
    EXPECT_FALSE(find_unit(unknown)) << unknown;
  }
}

TEST(Units, CountMoleculesInAPicolitre)
{
  EXPECT_NEAR(factor("nM"), 602.214076, 1e-9);
  EXPECT_NEAR(factor("uM") / factor("nM"), 1e3, 1e-9);
  EXPECT_NEAR(factor("M") / factor("nM"), 1e9, 1e-3);
  EXPECT_EQ(factor("molecules"), 1.0);
}

// kon * concentration is a rate whatever units both are written in.
TEST(Units, KeepRateTimesConcentration)
{
  EXPECT_NEAR(factor("1/(M s)") * factor("M"), 1.0, 1e-14);
  EXPECT_NEAR(factor("1/(uM s)") * factor("uM"), 1.0, 1e-14);
  EXPECT_NEAR(factor("1/(nM s)") * factor("nM"), 1.0, 1e-14);
}

TEST(Units, MeasureTimeInSeconds)
{
  EXPECT_EQ(factor("d"), 24 * factor("h"));
  EXPECT_EQ(factor("h"), 60 * factor("min"));
  EXPECT_NEAR(factor("1/d") * factor("d"), 1.0, 1e-15);
  EXPECT_NEAR(factor("1/h") * factor("h"), 1.0, 1e-15);
}

TEST(FreeDrug, IsTheUnboundShareOfThePlasmaTimesItsPartition)
{
  EXPECT_DOUBLE_EQ(free_at_target({200.0}, 0.1, 0.5).nM, 10.0);
  EXPECT_DOUBLE_EQ(free_in_medium(200.0, 0.3).nM, 60.0);
  EXPECT_DOUBLE_EQ(to_molecules({2.0}), 2 * 602.214076);
}

}  // namespace
}  // namespace rascade::units
