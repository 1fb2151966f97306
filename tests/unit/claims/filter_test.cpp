// SPDX-License-Identifier: MIT
#include "rascade/claims/filter.hpp"

#include <gtest/gtest.h>

namespace rascade::claims {
namespace {

knowledge::Claim sample()
{
  knowledge::Claim claim;
  claim.id = "C069";
  claim.section = "KRAS inhibition";
  claim.level = "cell";
  claim.context = "lung; mutant";
  claim.parts = {"mapk", "feedback"};
  return claim;
}

bool fits(std::string_view text) { return parse_filter(text)->fits(sample()); }

TEST(Filter, AllTermsMustFit)
{
  EXPECT_TRUE(fits(""));
  EXPECT_TRUE(fits("level=cell,section=kras"));
  EXPECT_FALSE(fits("level=clinical,section=kras"));
  EXPECT_TRUE(fits("id=c001;C069"));
  EXPECT_TRUE(fits("part=feedback,LUNG"));
  EXPECT_FALSE(fits("part=feedback,colon"));
}

TEST(Filter, StatusIsLeftForLater)
{
  const auto filter = parse_filter("status=missed;open");
  ASSERT_TRUE(filter);
  EXPECT_TRUE(filter->fits(sample()));
  EXPECT_TRUE(filter->fits(Status::missed));
  EXPECT_TRUE(filter->fits(Status::uncounted));
  EXPECT_FALSE(filter->fits(Status::reproduced));
}

TEST(Filter, ReportsWhatItDoesNotKnow)
{
  EXPECT_EQ(parse_filter("levle=cell").diagnostics().front().code, "E2403");
  EXPECT_EQ(parse_filter("status=lost").diagnostics().front().code, "E2404");
}

}  // namespace
}  // namespace rascade::claims
