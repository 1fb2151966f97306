// SPDX-License-Identifier: MIT
#include "rascade/network/evaluation_order.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model_text.hpp"

namespace rascade::network {
namespace {

using testing::ElementsAre;

template <class Formula>
std::vector<std::string> names(const std::vector<Formula>& formulas)
{
  std::vector<std::string> result;
  for (const Formula& formula : formulas) result.push_back(formula.name);
  return result;
}

TEST(EvaluationOrder, PutsWhatIsNeededFirst)
{
  const model::Model model = parse({.parameters = "a b+c\nb 2*c\nc 1"});
  EXPECT_THAT(names(evaluation_order(model.parameters)), ElementsAre("c", "b", "a"));
}

TEST(EvaluationOrder, KeepsTheOrderGivenIfItCan)
{
  const model::Model model = parse({.parameters = "z 1\ny z\nb 2\na 3"});
  EXPECT_THAT(names(evaluation_order(model.parameters)), ElementsAre("z", "y", "b", "a"));
}

TEST(EvaluationOrder, HoldsForFunctions)
{
  const model::Model model = parse({.functions = "f() = g()*k\ng() = time"});
  EXPECT_THAT(names(evaluation_order(model.functions)), ElementsAre("g", "f"));
}

TEST(EvaluationOrder, TakesAChainOfAnyLength)
{
  std::string text;
  for (int i = 0; i < 2000; ++i) {
    text += "p" + std::to_string(i) + " p" + std::to_string(i + 1) + "\n";
  }
  const model::Model model = parse({.parameters = text + "p2000 1"});
  const auto ordered = evaluation_order(model.parameters);
  EXPECT_EQ(ordered.front().name, "p2000");
  EXPECT_EQ(ordered.back().name, "p0");
}

}  // namespace
}  // namespace rascade::network
