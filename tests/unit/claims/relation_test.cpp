// SPDX-License-Identifier: MIT
#include "rascade/claims/relation.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace rascade::claims {
namespace {

Relation parsed(std::string_view text)
{
  auto relation = parse_relation(text, {});
  if (!relation) {
    ADD_FAILURE() << to_string(relation.diagnostics());
    return {};
  }
  return *std::move(relation);
}

std::string code_of(std::string_view text)
{
  const auto relation = parse_relation(text, {});
  return relation ? "" : relation.diagnostics().front().code;
}

TEST(ParseRelation, ReadsEverySignOfAComparison)
{
  const std::vector<std::pair<std::string, Comparison>> signs{
      {"b<a", Comparison::less},       {"b>a", Comparison::more},    {"b<<a", Comparison::much_less},
      {"b>>a", Comparison::much_more}, {"b~a", Comparison::like},    {"b!=a", Comparison::unlike},
      {"b<=a", Comparison::at_most},   {"b=0", Comparison::nothing},
  };
  for (const auto& [text, comparison] : signs) {
    const Relation relation = parsed(text);
    ASSERT_EQ(relation.steps.size(), 1U) << text;
    EXPECT_EQ(relation.steps[0].comparison, comparison) << text;
    EXPECT_EQ(relation.steps[0].left, "b") << text;
  }
  EXPECT_EQ(parsed("b=0").steps[0].right, "");
}

TEST(ParseRelation, ReadsAnOrderAsItsAdjacentPairs)
{
  const Relation relation = parsed("order: m1 > a >> b");
  ASSERT_EQ(relation.steps.size(), 2U);
  EXPECT_EQ(relation.steps[0].left, "m1");
  EXPECT_EQ(relation.steps[0].right, "a");
  EXPECT_EQ(relation.steps[1].comparison, Comparison::much_more);
  EXPECT_EQ(relation.steps[1].right, "b");
}

TEST(ParseRelation, ReadsTheFeaturesOfAShape)
{
  const Relation relation = parsed("shape: nadir<=0.7 recovery>=0.2");
  ASSERT_EQ(relation.features.size(), 2U);
  EXPECT_TRUE(relation.features[0].at_most);
  EXPECT_DOUBLE_EQ(relation.features[0].bound, 0.7);
  EXPECT_EQ(relation.features[1].name, "recovery");
  EXPECT_FALSE(relation.features[1].at_most);
}

TEST(ParseRelation, ReadsNumbersWithUnits)
{
  const Relation range = parsed("value: 3..5 d");
  EXPECT_EQ(range.kind, Relation::Kind::number);
  EXPECT_DOUBLE_EQ(range.low, 3);
  EXPECT_DOUBLE_EQ(range.high, 5);
  EXPECT_EQ(range.unit, "d");
  const Relation single = parsed("freq: 0.13");
  EXPECT_EQ(single.kind, Relation::Kind::frequency);
  EXPECT_DOUBLE_EQ(single.low, single.high);
  EXPECT_EQ(single.unit, "1");
}

TEST(ParseRelation, ReadsTheOtherForms)
{
  EXPECT_EQ(parsed("synergy").kind, Relation::Kind::synergy);
  EXPECT_EQ(parsed("present").kind, Relation::Kind::present);
  EXPECT_EQ(parsed("absent").kind, Relation::Kind::absent);
  const Relation correlation = parsed("corr: - pAKT/AKT_total");
  EXPECT_EQ(correlation.sign, -1);
  EXPECT_EQ(correlation.with, "pAKT/AKT_total");
  for (const char* text : {"list: a; b", "state: open", "conflict: one, two"}) {
    EXPECT_EQ(parsed(text).kind, Relation::Kind::uncounted) << text;
  }
}

TEST(ParseRelation, ReportsWhatCannotBeTested)
{
  for (const char* text : {"", "b is less", "b<c", "order: a", "b=0 > a", "value: much", "corr: up x",
                           "shape: nadir", "shape:", "value: 5..3 d", "m > a"}) {
    EXPECT_EQ(code_of(text), "E2401") << text;
  }
  EXPECT_EQ(code_of("shape: depth<=0.7"), "E2402");
}

}  // namespace
}  // namespace rascade::claims
