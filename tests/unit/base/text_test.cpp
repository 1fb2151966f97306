// SPDX-License-Identifier: MIT
#include "rascade/base/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace rascade {
namespace {

using testing::ElementsAre;

TEST(Split, KeepsEmptyPieces)
{
  EXPECT_THAT(split("a,,b,", ','), ElementsAre("a", "", "b", ""));
  EXPECT_THAT(split("", ','), ElementsAre(""));
}

TEST(Trim, TakesBlanksOffBothEndsOnly)
{
  EXPECT_EQ(trim(" \t a b \r\n"), "a b");
  EXPECT_EQ(trim("   "), "");
}

TEST(ToLower, ChangesAsciiLettersOnly) { EXPECT_EQ(to_lower("AbZ-9"), "abz-9"); }

TEST(ParseNumber, TakesTheWholeTextOrNothing)
{
  EXPECT_EQ(parse_number("1.5e-3"), 1.5e-3);
  EXPECT_EQ(parse_number("+2"), 2.0);
  EXPECT_EQ(parse_number("-.5"), -0.5);
  for (const char* bad : {"", "+", "+-1", "1.5x", " 1", "1 ", "inf", "nan", "1e999", "0x10"}) {
    EXPECT_EQ(parse_number(bad), std::nullopt) << bad;
  }
}

TEST(FormatNumber, ReadsBackAsTheSameDouble)
{
  std::mt19937_64 draw(7);
  for (int i = 0; i < 2000; ++i) {
    const double value = std::ldexp(static_cast<double>(draw()) / 1e19 - 0.5, i % 1000 - 500);
    EXPECT_EQ(parse_number(format_number(value)), value);
  }
  EXPECT_EQ(format_number(0.1), "0.1");
  EXPECT_EQ(format_number(-std::numeric_limits<double>::max()), "-1.7976931348623157e+308");
}

TEST(NearestName, AllowsAThirdOfTheLength)
{
  const std::vector<std::string> names{"kinase", "ligand"};
  EXPECT_EQ(nearest_name("kinsae", names), "kinase");  // a swap costs one
  EXPECT_EQ(nearest_name("LIGAND", names), "ligand");
  EXPECT_EQ(nearest_name("kinnnase", names), "kinase");    // 2 of 8 / 3
  EXPECT_EQ(nearest_name("kixxxe", names), std::nullopt);  // 3 of 6 / 3
}

TEST(NearestName, PrefersTheNearerThenTheFirst)
{
  const std::vector<std::string> names{"abx", "aby", "abc"};
  EXPECT_EQ(nearest_name("abz", names), "abx");
  EXPECT_EQ(nearest_name("abc", names), "abc");
}

TEST(Suggest, NamesTheNearestOrListsWhatIsValid)
{
  const std::vector<std::string> names{"lig", "ligs"};
  EXPECT_EQ(suggest("ligss", names), "Did you mean ligs?");
  EXPECT_EQ(suggest("other", names), "Valid: lig, ligs.");
  EXPECT_EQ(suggest("other", {}), "");
  EXPECT_THAT(suggest("zzz", std::vector<std::string>(23, "name")),
              testing::EndsWith("and 3 more."));
}

}  // namespace
}  // namespace rascade
