// SPDX-License-Identifier: MIT
#include "rascade/language/builtins.hpp"

#include <gtest/gtest.h>

namespace rascade::language {
namespace {

TEST(Builtins, AreFoundByTheirExactName)
{
  ASSERT_NE(find_builtin("if"), nullptr);
  EXPECT_EQ(find_builtin("if")->least_args, 3U);
  EXPECT_EQ(find_builtin("Exp"), nullptr);
  EXPECT_EQ(find_builtin(""), nullptr);
}

TEST(Builtins, TakeAtLeastOneArgument)
{
  for (const Builtin& builtin : builtins()) {
    EXPECT_GE(builtin.least_args, 1U) << builtin.name;
    EXPECT_GE(builtin.most_args, builtin.least_args) << builtin.name;
  }
}

}  // namespace
}  // namespace rascade::language
