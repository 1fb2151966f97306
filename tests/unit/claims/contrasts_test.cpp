// SPDX-License-Identifier: MIT
#include "rascade/claims/contrasts.hpp"

#include <gtest/gtest.h>

namespace rascade::claims {
namespace {

int expected_of(const std::string& kind, std::string_view relation, const std::string& benefit = "")
{
  knowledge::Readout readout;
  readout.kind = kind;
  readout.benefit = benefit;
  Scenario scenario;
  scenario.readout = &readout;
  scenario.relation = *parse_relation(relation, {});
  CellScenario cell;
  for (const char* role : {"a", "b", "untreated"}) cell.roles[role] = {};
  return contrasts_of(scenario, cell).at(0).expected;
}

TEST(ContrastsOf, TurnTheSignForFallsAndDrugEffects)
{
  EXPECT_EQ(expected_of("level", "b<a"), -1);
  EXPECT_EQ(expected_of("fall", "b<a"), 1);
  EXPECT_EQ(expected_of("drug_effect", "b<<a"), 1);
  EXPECT_EQ(expected_of("drug_rise", "b>a"), 1);
}

TEST(ContrastsOf, WhatIsGoodForAPatientIsLessGrowth)
{
  EXPECT_EQ(expected_of("trial", "b>a", "up"), -1);
  EXPECT_EQ(expected_of("trial", "b>a", "down"), 1);
}

TEST(ContrastsOf, NoSignFollowsFromLikenessOrSynergy)
{
  EXPECT_EQ(expected_of("level", "b~a"), 0);
  EXPECT_EQ(expected_of("level", "synergy"), 0);
}

}  // namespace
}  // namespace rascade::claims
