// SPDX-License-Identifier: MIT
#include "rascade/base/checked.hpp"

#include <gtest/gtest.h>

#include <string>

namespace rascade {
namespace {

TEST(Checked, HoldsAValueWithItsWarnings)
{
  const Checked<std::string> checked("x", {{Severity::warning, "W0001", {}, "mind", ""}});
  ASSERT_TRUE(checked);
  EXPECT_EQ(*checked, "x");
  EXPECT_EQ(checked->size(), 1u);
  EXPECT_EQ(checked.diagnostics().size(), 1u);
}

TEST(Checked, HoldsTheReasonsWhenThereIsNoValue)
{
  const Checked<int> checked(Diagnostic{Severity::error, "E0001", {}, "no", ""});
  EXPECT_FALSE(checked);
  EXPECT_EQ(checked.diagnostics().at(0).code, "E0001");
}

}  // namespace
}  // namespace rascade
