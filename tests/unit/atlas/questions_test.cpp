// SPDX-License-Identifier: MIT
#include "rascade/atlas/questions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "rascade/atlas/answer_text.hpp"
#include "rascade/atlas/kinship.hpp"
#include "unit/atlas/small_review.hpp"

namespace rascade::atlas {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class Questions : public testing::Test {
 protected:
  knowledge::Knowledge tables = small_review();
  NameIndex index{tables};

  static std::vector<std::string> ids(const Answer& answer, const std::string& title)
  {
    std::vector<std::string> ids;
    for (const Section& section : answer.sections) {
      if (section.title != title) continue;
      for (const Fact& fact : section.facts) ids.push_back(fact.id);
    }
    return ids;
  }

  /// Ids of all rows by their rank.
  static std::vector<std::string> ranked(const Answer& answer)
  {
    std::vector<std::pair<std::size_t, std::string>> rows;
    for (const Section& section : answer.sections) {
      for (const Fact& fact : section.facts) rows.emplace_back(fact.rank, fact.id);
    }
    std::sort(rows.begin(), rows.end());
    std::vector<std::string> ids;
    for (const auto& row : rows) ids.push_back(row.second);
    return ids;
  }

  static const Fact& fact(const Answer& answer, const std::string& id)
  {
    for (const Section& section : answer.sections) {
      for (const Fact& one : section.facts) {
        if (one.id == id) return one;
      }
    }
    throw std::runtime_error("no row " + id);
  }
};

TEST_F(Questions, KinshipFollowsTheClasses)
{
  EXPECT_EQ(kinship(tables, "firstib", "firstib"), Kinship::same);
  EXPECT_EQ(kinship(tables, "firstib", "abi"), Kinship::kin);
  EXPECT_EQ(kinship(tables, "abi", "firstib"), Kinship::kin);
  EXPECT_EQ(kinship(tables, "firstib", "secondib"), Kinship::near);
  EXPECT_EQ(kinship(tables, "firstib", "bbi"), Kinship::none);
  const std::vector<std::string> one{"firstib"}, two{"firstib", "bbi"};
  EXPECT_EQ(kinship(tables, one, "firstib + bbi"), Kinship::near);
  EXPECT_EQ(kinship(tables, two, "abi + bbi"), Kinship::kin);
}

TEST_F(Questions, ADrugIsDescribedWithWhatResistsAndSparesIt)
{
  const auto answer = answer_drug(index, tables, "AB510");
  ASSERT_TRUE(answer);
  // Its own rows, then its class, then its siblings; not the row that says it stays active.
  EXPECT_THAT(ids(*answer, "Resisted by"),
              ElementsAre("screen", "thought", "clinic-own", "clinic-other"));
  EXPECT_THAT(ids(*answer, "Stays active against"), ElementsAre("spared", "differs"));
  EXPECT_THAT(ids(*answer, "Regulators that answer to it"), ElementsAre("RRR"));
  EXPECT_THAT(to_text(*answer, tables, true), HasSubstr("not possible yet: needs pharmacology"));
}

TEST_F(Questions, AGeneIsDescribedWithItsNeighbours)
{
  const auto answer = answer_gene(index, tables, "T-RA1");
  ASSERT_TRUE(answer);
  const std::string text = to_text(*answer, tables, true);
  EXPECT_THAT(text, HasSubstr("Inhibits      death"));
  EXPECT_THAT(text, HasSubstr("Activated by  RRR [Two2002]"));
  EXPECT_THAT(ids(*answer, "Therapies that act on it"), ElementsAre("firstib"));
}

TEST_F(Questions, AVariantIsOneInEverySpelling)
{
  for (const char* text : {"AAA:Y96D", "AAA Y96D", "p.Y96D", "AAA p.Tyr96Asp", "TRA1-Y96D"}) {
    const auto answer = answer_variant(index, tables, text);
    ASSERT_TRUE(answer) << text;
    EXPECT_EQ(answer->question, "variant AAA:Y96D");
    EXPECT_THAT(ids(*answer, "What is described"), ElementsAre("screen", "differs"));
    EXPECT_THAT(ids(*answer, "Statements about it"), ElementsAre("C003"));
  }
}

TEST_F(Questions, AVariantThatSourcesJudgeDifferentlyIsSaidToBe)
{
  tables.alterations.back().sensitive = {"firstib"};
  const auto answer = answer_variant(index, tables, "AAA:Y96D");
  ASSERT_TRUE(answer);
  const std::string text = to_text(*answer, tables, true);
  EXPECT_THAT(text, HasSubstr("Sources differ"));
  EXPECT_THAT(ids(*answer, "Conflicting statements"), ElementsAre("X01"));
  EXPECT_THAT(text, HasSubstr("used here: the screen"));
}

TEST_F(Questions, AVariantUnknownOrOfSeveralGenesIsRefused)
{
  EXPECT_EQ(answer_variant(index, tables, "AAA:Y99Z").diagnostics().front().code, "E2204");
  EXPECT_EQ(answer_variant(index, tables, "QQQQ:Y96D").diagnostics().front().code, "E2201");
  tables.alterations.back().genes = {"BBB"};
  EXPECT_EQ(answer_variant(index, tables, "p.Y96D").diagnostics().front().code, "E2205");
}

TEST_F(Questions, EscapeRanksByEvidenceThenFitThenSources)
{
  const auto answer = answer_escape(index, tables, "firstib @ LUAD AAA G12C");
  ASSERT_TRUE(answer);
  // Clinical first, the own setting before another cancer and a sibling; then models, the drug
  // itself before its class; what is only thought of last.
  EXPECT_THAT(ranked(*answer),
              ElementsAre("clinic-own", "clinic-other", "screen", "C004", "RRR", "thought"));
}

TEST_F(Questions, MoreSourcesWinWhenAllElseIsEqual)
{
  tables.alterations[2].refs = {"One2001"};
  knowledge::Alteration other = tables.alterations[2];
  other.id = "more-sources";
  other.variant = "H95D";
  other.refs = {"One2001", "Two2002"};
  tables.alterations.push_back(other);
  const auto answer = answer_escape(index, tables, "firstib @ LUAD AAA G12C");
  ASSERT_TRUE(answer);
  EXPECT_EQ(ranked(*answer).front(), "more-sources");
}

TEST_F(Questions, AnEscapeRouteShowsWhatDisagreesWithIt)
{
  const auto answer = answer_escape(index, tables, "firstib @ LUAD");
  ASSERT_TRUE(answer);
  EXPECT_THAT(fact(*answer, "screen").against,
              ElementsAre(HasSubstr("stays sensitive to Firstib")));
  EXPECT_THAT(fact(*answer, "screen").refs, ElementsAre("One2001", "Two2002"));
}

TEST_F(Questions, TheTumoursOwnAlleleIsNoEscape)
{
  const auto answer = answer_escape(index, tables, "firstib @ LUAD AAA H95Q");
  ASSERT_TRUE(answer);
  EXPECT_THAT(ranked(*answer), Not(testing::Contains("clinic-own")));
}

TEST_F(Questions, CombinationsCountReasonsForAndAgainst)
{
  const auto answer = answer_combine(index, tables, "firstib @ LUAD AAA G12C");
  ASSERT_TRUE(answer);
  // A trial goes before every model.
  EXPECT_THAT(ranked(*answer), ElementsAre("cci", "bbi"));
  const Fact& partner = fact(*answer, "bbi");
  EXPECT_THAT(partner.text, HasSubstr("drug effect higher"));
  EXPECT_THAT(partner.text, HasSubstr("counters RRR"));
  EXPECT_THAT(partner.text, HasSubstr("stays active against AAA Y96D"));
  EXPECT_THAT(partner.against, ElementsAre(HasSubstr("apoptosis no different")));
}

TEST_F(Questions, SearchNeedsEveryWordInOneRow)
{
  const auto answer = answer_search(index, tables, "RRR signal");
  ASSERT_TRUE(answer);
  EXPECT_THAT(ids(*answer, "Regulators"), ElementsAre("RRR"));
  EXPECT_EQ(answer_search(index, tables, "RRR nothing").diagnostics().front().code, "E2206");
}

}  // namespace
}  // namespace rascade::atlas
