// SPDX-License-Identifier: MIT
#include "rascade/inspect/unit.hpp"

#include <gtest/gtest.h>

namespace rascade::inspect {
namespace {

Unit read(const char* text)
{
  const auto unit = parse_unit(text);
  EXPECT_TRUE(unit) << text;
  return unit.value_or(Unit{});
}

TEST(Unit, WaysOfWritingOneUnitAgree)
{
  for (const char* text : {"1/(uM s)", "1/uM/s", "uM^-1 s^-1", "1/(s*uM)", "1 / ( uM . s )"}) {
    EXPECT_TRUE(is_alike(read(text), read("1/(uM s)"))) << text;
    EXPECT_TRUE(is_equal_scale(read(text), read("1/(uM s)"))) << text;
  }
}

TEST(Unit, PrefixesScale)
{
  EXPECT_NEAR(read("uM").factor / read("nM").factor, 1000.0, 1e-9);
  EXPECT_NEAR(read("h").factor / read("min").factor, 60.0, 1e-12);
  EXPECT_NEAR(read("um^3").factor / read("fL").factor, 1.0, 1e-12);
  EXPECT_NEAR(read("kcal/mol").factor / read("kJ/mol").factor, 4.184, 1e-12);
}

TEST(Unit, AMolarIsAMolePerLitre)
{
  EXPECT_TRUE(is_alike(read("M"), read("mol/L")));
  EXPECT_TRUE(is_equal_scale(read("M"), read("mol/L")));
}

TEST(Unit, AvogadrosNumberTurnsMolesIntoMolecules)
{
  // 1 nM in 1 pL is 602.214076 molecules.
  const Unit n = divide(multiply(read("nM"), read("pL")), read("molecules"));
  EXPECT_TRUE(n.is_plain());
  EXPECT_NEAR(n.factor, 602.214076, 1e-6);
  EXPECT_TRUE(read("1/mol").is_plain());
}

TEST(Unit, MinutesAreNotMilliInches)
{
  EXPECT_TRUE(is_alike(read("min"), read("s")));
  EXPECT_TRUE(is_alike(read("m"), read("um")));
}

TEST(Unit, WhatIsNotUnderstoodIsNoUnit)
{
  for (const char* text : {"", "foo", "1/(uM s", "uM)", "see [3]", "/s"}) {
    EXPECT_FALSE(parse_unit(text)) << text;
  }
}

TEST(Unit, DimensionsReadWell)
{
  EXPECT_EQ(dimension_text(read("1/(uM s)")), "m^3/(molecule s)");
  EXPECT_EQ(dimension_text(read("1/h")), "1/s");
  EXPECT_EQ(dimension_text(read("%")), "1");
}

}  // namespace
}  // namespace rascade::inspect
