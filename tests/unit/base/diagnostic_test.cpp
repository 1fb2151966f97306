// SPDX-License-Identifier: MIT
#include "rascade/base/diagnostic.hpp"

#include <gtest/gtest.h>

namespace rascade {
namespace {

const Diagnostic mistake{Severity::error, "E0412", {"a.bngl", 3, 7, 2}, "no", "write yes"};
const Diagnostic remark{Severity::warning, "W0110", {"a.bngl", 0, 0, 0}, "skipped", ""};

TEST(DiagnosticText, GivesPlaceSeverityCodeAndHint)
{
  EXPECT_EQ(to_string(mistake), "a.bngl:3:7: error E0412: no\n  hint: write yes");
}

TEST(DiagnosticText, LeavesOutLineZeroAndAnEmptyHint)
{
  EXPECT_EQ(to_string(remark), "a.bngl: warning W0110: skipped");
}

TEST(DiagnosticText, EndsEachOfManyWithANewline)
{
  EXPECT_EQ(to_string(std::vector{remark, remark}),
            "a.bngl: warning W0110: skipped\na.bngl: warning W0110: skipped\n");
}

TEST(HasError, IsNotFooledByWarnings)
{
  EXPECT_FALSE(has_error({}));
  EXPECT_FALSE(has_error({remark}));
  EXPECT_TRUE(has_error({remark, mistake}));
}

}  // namespace
}  // namespace rascade
