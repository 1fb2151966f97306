// SPDX-License-Identifier: MIT
#include "rascade/ssa/sum_forest.hpp"

#include <gtest/gtest.h>

#include <random>

namespace rascade::ssa {
namespace {

std::size_t find(const SumForest& forest, std::size_t tree, double x) { return forest.find(tree, x); }

TEST(SumForest, FindsTheWeightThatANumberFallsOn)
{
  SumForest forest(std::vector<std::size_t>{2, 5});
  forest.set(0, 0, 9.0);
  forest.set(1, 1, 2.0);
  forest.set(1, 3, 1.0);
  forest.set(1, 4, 3.0);
  EXPECT_EQ(forest.total(0), 9.0);
  EXPECT_EQ(forest.total(1), 6.0);
  EXPECT_EQ(find(forest, 1, 0.0), 1U);
  EXPECT_EQ(find(forest, 1, 1.999), 1U);
  EXPECT_EQ(find(forest, 1, 2.0), 3U);
  EXPECT_EQ(find(forest, 1, 3.0), 4U);
  EXPECT_EQ(find(forest, 1, 5.999), 4U);
  double x = 4.5;
  EXPECT_EQ(forest.find(1, x), 4U);
  EXPECT_EQ(x, 1.5);
}

TEST(SumForest, NeverFindsAWeightOfZero)
{
  SumForest forest(std::vector<std::size_t>{4});
  forest.set(0, 0, 0.1);
  forest.set(0, 1, 0.2);
  EXPECT_EQ(find(forest, 0, forest.total(0)), 1U);  // one rounding too far
  forest.set(0, 1, 0.0);
  EXPECT_EQ(find(forest, 0, 0.1), 0U);
}

TEST(SumForest, IsAListOfWeightsWhateverItsHeight)
{
  std::mt19937 engine(3);
  for (const std::size_t size : {1U, 7U, 8U, 9U, 64U, 65U, 600U}) {
    SumForest forest(std::vector<std::size_t>{3, size, 1});
    std::vector<double> weights(size, 0.0);
    for (int i = 0; i < 2000; ++i) {
      const std::size_t leaf = engine() % size;
      weights[leaf] = engine() % 3 == 0 ? 0.0 : static_cast<double>(engine() % 16);  // sums are exact
      forest.set(1, leaf, weights[leaf]);
      double total = 0.0;
      for (const double w : weights) total += w;
      ASSERT_EQ(forest.total(1), total);
      if (total == 0.0) continue;
      double x = total * static_cast<double>(engine() % 1000) / 1000.0, sum = 0.0;
      std::size_t expected = 0;
      while (!(x < (sum += weights[expected]))) ++expected;
      ASSERT_EQ(find(forest, 1, x), expected);
    }
  }
}

}  // namespace
}  // namespace rascade::ssa
