// SPDX-License-Identifier: MIT
#include "rascade/claims/report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rascade/claims/summary.hpp"

namespace rascade::claims {
namespace {

using testing::HasSubstr;

class ReportTest : public testing::Test {
 protected:
  ReportTest()
  {
    const auto claim = [](const char* id, const char* statement, const char* level) {
      knowledge::Claim c;
      c.id = id;
      c.statement = statement;
      c.level = level;
      c.section = "Here";
      c.context = "any | all";
      c.expected = "b<a";
      c.parts = {"mapk"};
      return c;
    };
    claims_ = {claim("C1", "G1", "cell"), claim("C2", "G1", "cell"), claim("C3", "G2", "clinical"),
               claim("C4", "G3", "molecular")};
    claims_[1].doubt = "misprint";
    report_.knowledge_hash = "0123";
    for (const knowledge::Claim& c : claims_) report_.results.push_back({&c});
    report_.results[0].status = Status::reproduced;
    report_.results[0].label = "entailed";
    report_.results[0].robust = RobustShare{40, 6, 70};
    report_.results[1].status = Status::missed;
    report_.results[1].reason = "a = 1, b = 1";
    report_.results[2].missing = {"wnt"};
    report_.results[3].status = Status::uncounted;
  }

  std::vector<knowledge::Claim> claims_;
  Report report_;
};

TEST_F(ReportTest, CountsKeepEveryClaimInTheDenominator)
{
  const Summary summary = summarise(report_.results);
  EXPECT_EQ(summary.all.total(), 4);
  EXPECT_EQ(summary.all.robust, 1);
  EXPECT_EQ(summary.levels[1].reproduced, 1);
  EXPECT_EQ(summary.levels[1].missed, 1);
  EXPECT_EQ(summary.statements.total(), 3);
  EXPECT_EQ(summary.statements.reproduced, 0);  // one of the rows of G1 is missed
  EXPECT_EQ(summary.statements.missed, 1);
  EXPECT_EQ(summary.labels.at("entailed"), 1);
  EXPECT_THAT(summary.waiting, testing::ElementsAre(testing::Pair("wnt", 1)));
}

TEST_F(ReportTest, MissesComeFirst)
{
  EXPECT_EQ(misses_first(report_.results).front()->claim->id, "C2");
  const std::string text = to_text(report_, false);
  EXPECT_LT(text.find("C2"), text.find("C1"));
  EXPECT_EQ(text.find("C3 "), std::string::npos);
  EXPECT_THAT(to_text(report_, true), HasSubstr("waits for wnt"));
}

TEST_F(ReportTest, SaysResearchUseOnlyInEveryForm)
{
  EXPECT_THAT(to_text(report_, false), HasSubstr("Research use only"));
  EXPECT_THAT(to_tsv(report_), HasSubstr("Research use only"));
  EXPECT_THAT(to_page(report_), HasSubstr("Research use only"));
  EXPECT_TRUE(to_json(report_).contains("research_use_only"));
}

TEST_F(ReportTest, ADoubtedRowKeepsItsPlaceWithTheReason)
{
  EXPECT_EQ(reason_text(report_.results[1]), "a = 1, b = 1; doubted: misprint");
  EXPECT_THAT(to_page(report_), HasSubstr("doubted: misprint"));
}

TEST_F(ReportTest, StatusTableHasOneLineAClaim)
{
  EXPECT_EQ(to_status_tsv(report_),
            "id\tstatus\tlabel\trobust\nC1\treproduced\tentailed\t0.87\n"
            "C2\tmissed\t\t\nC3\tnot_modelled\t\t\nC4\topen\t\t\n");
}

TEST_F(ReportTest, ThePageKeepsBarsInTheirCell)
{
  EXPECT_THAT(to_page(report_), HasSubstr("any \\| all"));
  EXPECT_THAT(to_page(report_), HasSubstr("b&lt;a"));
}

}  // namespace
}  // namespace rascade::claims
