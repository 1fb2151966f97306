// SPDX-License-Identifier: MIT
#include "rascade/verify/verify_network.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/simulate/build_network.hpp"

namespace rascade::verify {
namespace {

using simulate::Formula;
using simulate::NetworkBuilder;

VerifyPlan plan()
{
  VerifyPlan plan;
  plan.times = {0.0, 0.5, 1.0, 2.0};
  plan.tolerances = {1e-8, 1e-8};
  plan.sample.runs = 200;
  return plan;
}

std::vector<std::string> names_of(const Verification& found)
{
  std::vector<std::string> names;
  for (const Comparison& comparison : found.comparisons) names.push_back(comparison.name);
  return names;
}

/// A isomerises by two alike ways.
network::Network linear(double second_rate_factor = 1.0)
{
  NetworkBuilder b;
  b.parameter("k", 1.0);
  const std::size_t a = b.species("A", 100.0), b1 = b.species("B1"), b2 = b.species("B2");
  b.reaction({a}, {b1}, "k").reaction({a}, {b2}, "k", second_rate_factor);
  b.reaction({b1}, {a}, "k").reaction({b2}, {a}, "k");
  b.observable("A", {{a, 1.0}}).observable("B", {{b1, 1.0}, {b2, 1.0}});
  return b.network();
}

TEST(VerifyNetwork, FindsThatAllWaysAgree)
{
  const auto found = verify_network(linear(), plan());
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->agrees);
  EXPECT_THAT(names_of(*found), testing::ElementsAre("tolerance", "reduction", "stochastic"));
  for (const Comparison& comparison : found->comparisons) EXPECT_TRUE(comparison.agrees());
}

TEST(VerifyNetwork, LeavesOutWhatThereIsNothingToCompareWith)
{
  VerifyPlan without = plan();
  without.sample.runs = 0;
  NetworkBuilder b;
  const std::size_t a = b.seen_species("A", 10.0);
  b.reaction({a}, {}, 1.0);
  EXPECT_THAT(names_of(*verify_network(b.network(), without)), testing::ElementsAre("tolerance"));
}

TEST(VerifyNetwork, TellsThatAMeanDiffersFromTheRateEquations)
{
  // Of two molecules that must meet, one in a half-life: <n(n-1)> is far from <n>^2.
  NetworkBuilder b;
  const std::size_t a = b.seen_species("A", 2.0);
  b.reaction({a, a}, {}, 4.0, 0.5);
  const auto found = verify_network(b.network(), plan());
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->agrees) << "the integrations do";
  EXPECT_FALSE(found->comparisons.back().agrees());
  EXPECT_THAT(found->notes.back(), testing::HasSubstr("stochastic mean differs"));
}

TEST(VerifyNetwork, SaysWhyThereIsNoStochasticComparison)
{
  VerifyPlan short_of_events = plan();
  short_of_events.sample.most_events = 10;
  const auto found = verify_network(linear(), short_of_events);
  EXPECT_TRUE(found->agrees);
  EXPECT_THAT(found->notes.back(), testing::HasSubstr("too many events"));
}

TEST(VerifyNetwork, ComparesFromRoundedAmounts)
{
  NetworkBuilder b;
  const std::size_t a = b.seen_species("A", 40.4);
  b.reaction({a}, {}, 1.0);
  const auto found = verify_network(b.network(), plan());
  EXPECT_TRUE(found->agrees);
  EXPECT_THAT(found->notes, testing::Contains(testing::HasSubstr("not whole numbers")));
}

TEST(IsLinear, LooksAtReactantsAndLaws)
{
  EXPECT_TRUE(is_linear(linear()));
  const auto with_law = [](const Formula& law, std::vector<std::size_t> reactants) {
    NetworkBuilder b;
    b.parameter("k", 1.0);
    b.seen_species("A", 10.0);
    b.function("f", Formula("k") * Formula("A")).function("g", Formula("f") + 1.0);
    b.function("h", Formula("k") + 1.0);
    b.reaction(reactants, {}, law);
    return b.network();
  };
  EXPECT_TRUE(is_linear(with_law("h", {0})));
  EXPECT_FALSE(is_linear(with_law("g", {0})));
  EXPECT_FALSE(is_linear(with_law("k", {0, 0})));
}

}  // namespace
}  // namespace rascade::verify
