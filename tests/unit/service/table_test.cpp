// SPDX-License-Identifier: MIT
#include "rascade/service/table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rascade::service {
namespace {

const Table table{{"time", "x"}, {{0, 1.5}, {1, 2}}, {"a note"}};

TEST(ToText, EveryFormCarriesTheNoticeOrIsPlainData)
{
  EXPECT_THAT(to_text(table, Format::tsv), testing::HasSubstr("Research use only"));
  EXPECT_THAT(to_text(table, Format::json), testing::HasSubstr("Research use only"));
}

TEST(ToText, GdatHasAHashedHeaderAndOneRowALine)
{
  EXPECT_EQ(to_text(table, Format::gdat),
            "#            time               x\n"
            "  0.00000000e+00  1.50000000e+00\n"
            "  1.00000000e+00  2.00000000e+00\n");
}

}  // namespace
}  // namespace rascade::service
