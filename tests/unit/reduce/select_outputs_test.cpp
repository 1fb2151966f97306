// SPDX-License-Identifier: MIT
#include "rascade/reduce/select_outputs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/simulate/build_network.hpp"

namespace rascade::reduce {
namespace {

network::Network example()
{
  simulate::NetworkBuilder builder;
  const std::size_t a = builder.species("a", 1.0);
  for (const char* name : {"A", "B", "C", "D"}) builder.observable(name, {{a, 1.0}});
  builder.function("f", simulate::Formula("B") + 1.0).function("g", simulate::Formula("f") * 2.0);
  builder.function("h", simulate::Formula("D"));
  builder.reaction({a}, {}, "C");
  return builder.network();
}

std::vector<std::string> names_of(const network::Network& network)
{
  std::vector<std::string> names;
  for (const auto& o : network.observables) names.push_back(o.name);
  for (const auto& f : network.functions) names.push_back(f.name);
  return names;
}

TEST(SelectOutputs, KeepsWhatIsAskedForAndWhatItAndTheRatesNeed)
{
  const std::vector<std::string> asked{"g"};
  const auto network = select_outputs(example(), asked);
  ASSERT_TRUE(network);
  EXPECT_THAT(names_of(*network), testing::ElementsAre("B", "C", "f", "g"));
}

TEST(SelectOutputs, KeepsAllIfNothingIsAskedFor)
{
  EXPECT_EQ(names_of(*select_outputs(example(), {})).size(), 7U);
}

TEST(SelectOutputs, ReportsUnknownNames)
{
  const std::vector<std::string> asked{"A", "gg"};
  const auto network = select_outputs(example(), asked);
  ASSERT_FALSE(network);
  EXPECT_EQ(network.diagnostics()[0].code, "E1841");
}

}  // namespace
}  // namespace rascade::reduce
