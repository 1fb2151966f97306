// SPDX-License-Identifier: MIT
#include "rascade/knowledge/regimen.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace rascade::knowledge {
namespace {

TEST(ParseRegimen, KnowsTheUsualIntervals)
{
  const std::map<std::string, double> hours{{"QD", 24},   {"BID", 12}, {"TID", 8},  {"QW", 168},
                                            {"Q2D", 48},  {"Q2W", 336}, {"Q3W", 504}, {"Q6H", 6}};
  for (const auto& [word, interval] : hours) {
    const auto regimen = parse_regimen("0.5 mg PO " + word);
    ASSERT_TRUE(regimen) << word;
    EXPECT_EQ(regimen->dose_mg, 0.5);
    EXPECT_EQ(regimen->interval_h, interval) << word;
    EXPECT_EQ(regimen->start_h, 0);
    EXPECT_EQ(regimen->doses, 0);
  }
  EXPECT_TRUE(parse_regimen("450 mg IV QW"));
}

TEST(ParseRegimen, RefusesWhatItWouldMisread)
{
  for (const char* bad : {"", "-", "100 mg QD", "100 mg/m2 IV QW", "100 g PO QD", "x mg PO QD",
                          "-5 mg PO QD", "0 mg PO QD", "100 mg PO Q", "100 mg PO Q0D",
                          "100 mg PO QxD", "100 mg PO Q2M", "100 mg XX QD", "100 mg PO QD extra"}) {
    EXPECT_FALSE(parse_regimen(bad)) << bad;
  }
}

}  // namespace
}  // namespace rascade::knowledge
