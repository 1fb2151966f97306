// SPDX-License-Identifier: MIT
#include "rascade/claims/conservation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "support/tables.hpp"

#include "rascade/pathway/assemble.hpp"

namespace rascade::claims {
namespace {

TEST(ConservedSums, DoNotChangeAtAnyState)
{
  const pathway::Cell cell{"LUAD", {{"KRAS", {"G12C"}, 1}}, {}, {}};
  const auto assembly = pathway::assemble(support::tables(), support::modules(), cell, {});
  ASSERT_TRUE(assembly);
  const std::vector<double> parameters = assembly->system.parameter_values({});
  std::vector<double> y = assembly->system.initial_amounts(parameters);
  const auto sums = conserved_sums(assembly->system, y);
  ASSERT_FALSE(sums.empty());
  for (std::size_t i = 0; i < y.size(); ++i) y[i] = 100.0 + 37.0 * static_cast<double>(i % 11);
  simulate::Evaluator evaluator(assembly->system, parameters);
  std::vector<double> rates(y.size());
  evaluator.rhs(0, y, {}, rates);
  double largest = 0;
  for (const double rate : rates) largest = std::max(largest, std::abs(rate));
  for (const ConservedSum& sum : sums) {
    double change = rates[sum.dependent];
    for (const auto& term : sum.others) change += term.coefficient * rates[term.species];
    EXPECT_NEAR(change, 0, 1e-9 * largest) << assembly->system.species_names()[sum.dependent];
  }
}

TEST(ConservedSums, NameEachDependentSpeciesOnceAndNowhereElse)
{
  const pathway::Cell cell{"LUAD", {{"KRAS", {"G12C"}, 1}}, {}, {}};
  const auto assembly = pathway::assemble(support::tables(), support::modules(), cell, {});
  ASSERT_TRUE(assembly);
  const std::vector<double> start =
      assembly->system.initial_amounts(assembly->system.parameter_values({}));
  const auto sums = conserved_sums(assembly->system, start);
  std::vector<int> dependent(start.size(), 0);
  for (const ConservedSum& sum : sums) {
    ++dependent[sum.dependent];
    EXPECT_GT(start[sum.dependent], 0);  // the idle form
  }
  for (const ConservedSum& sum : sums) {
    EXPECT_EQ(dependent[sum.dependent], 1);
    for (const auto& term : sum.others) EXPECT_EQ(dependent[term.species], 0);
  }
}

}  // namespace
}  // namespace rascade::claims
