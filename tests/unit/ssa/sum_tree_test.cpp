// SPDX-License-Identifier: MIT
#include "rascade/ssa/sum_tree.hpp"

#include <gtest/gtest.h>

namespace rascade::ssa {
namespace {

TEST(SumTree, FindsTheWeightThatANumberFallsOn)
{
  SumTree tree(5);
  tree.set(1, 2.0);
  tree.set(3, 1.0);
  tree.set(4, 3.0);
  EXPECT_EQ(tree.total(), 6.0);
  EXPECT_EQ(tree.find(0.0), 1U);
  EXPECT_EQ(tree.find(1.999), 1U);
  EXPECT_EQ(tree.find(2.0), 3U);
  EXPECT_EQ(tree.find(3.0), 4U);
  EXPECT_EQ(tree.find(5.999), 4U);
}

TEST(SumTree, NeverFindsAWeightOfZero)
{
  SumTree tree(4);
  tree.set(0, 0.1);
  tree.set(1, 0.2);
  EXPECT_EQ(tree.find(tree.total()), 1U);  // one rounding too far
  tree.set(1, 0.0);
  EXPECT_EQ(tree.find(0.1), 0U);
}

}  // namespace
}  // namespace rascade::ssa
