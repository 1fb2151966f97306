// SPDX-License-Identifier: MIT
#include "rascade/service/dosing_table.hpp"

#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace rascade::service {
namespace {

auto read(const std::string& text) { return read_dosing_table(text, "d.csv", support::tables()); }

TEST(ReadDosingTable, RepeatsADoseByIiAndAddl)
{
  const auto table = read("TIME,AMT,DRUG,II,ADDL\n0,960,sotorasib,24,2\n12,2,trametinib,0,0\n");
  ASSERT_TRUE(table) << to_string(table.diagnostics());
  ASSERT_EQ(table->size(), 2U);
  ASSERT_EQ(table->front().doses.size(), 3U);
  EXPECT_EQ(table->front().doses[2].time_h, 48);
  EXPECT_EQ((*table)[1].doses.front().amount_mg, 2);
}

TEST(ReadDosingTable, SkipsRowsThatAreNoDoses)
{
  const auto table = read("TIME\tAMT\tDRUG\tEVID\n0\t960\tsotorasib\t1\n24\t.\tsotorasib\t0\n");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->front().doses.size(), 1U);
}

TEST(ReadDosingTable, NamesTheMissingColumnAndTheBadCell)
{
  EXPECT_EQ(read("TIME,AMT\n0,1\n").diagnostics().front().code, "E1101");
  const auto bad = read("TIME,AMT,DRUG\n0,lots,sotorasib\n");
  EXPECT_EQ(bad.diagnostics().front().code, "E1102");
  EXPECT_EQ(bad.diagnostics().front().span.line, 2U);
}

}  // namespace
}  // namespace rascade::service
