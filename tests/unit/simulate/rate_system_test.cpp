// SPDX-License-Identifier: MIT
#include "rascade/simulate/rate_system.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/simulate/build_network.hpp"

namespace rascade::simulate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

RateSystem compile(const NetworkBuilder& builder, const std::vector<std::string>& inputs = {})
{
  Checked<RateSystem> system = RateSystem::compile(builder.network(), inputs);
  EXPECT_TRUE(system) << to_string(system.diagnostics());
  return *std::move(system);
}

std::vector<std::string> codes(const NetworkBuilder& builder,
                               const std::vector<std::string>& inputs = {})
{
  std::vector<std::string> result;
  const Checked<RateSystem> system = RateSystem::compile(builder.network(), inputs);
  for (const Diagnostic& d : system.diagnostics()) result.push_back(d.code);
  return result;
}

NetworkBuilder chain_of_parameters()
{
  NetworkBuilder builder;
  builder.parameter("a", 2.0).parameter("b", Formula("a") * 3.0);
  builder.parameter("c", Formula("b") + Formula("a"));
  builder.species("X", Formula("c") * 10.0);
  builder.species("Y", Formula("b") * 3.0);
  return builder;
}

TEST(ParameterValues, FollowTheirFormulas)
{
  EXPECT_THAT(compile(chain_of_parameters()).parameter_values({}), ElementsAre(2.0, 6.0, 8.0));
}

TEST(ParameterValues, OverrideReachesWhatIsComputedFromIt)
{
  const RateSystem system = compile(chain_of_parameters());
  const std::vector<Override> overrides{{*system.find_parameter("b"), 1.0}};
  EXPECT_THAT(system.parameter_values(overrides), ElementsAre(2.0, 1.0, 3.0));
}

TEST(InitialAmounts, AreComputedFromTheValuesGiven)
{
  const RateSystem system = compile(chain_of_parameters());
  EXPECT_THAT(system.initial_amounts(std::vector{2.0, 6.0, 8.0}), ElementsAre(80.0, 18.0));
  EXPECT_THAT(system.initial_amounts(std::vector{2.0, 1.0, 3.0}), ElementsAre(30.0, 3.0));
}

TEST(RateSystem, NamesObservablesThenFunctions)
{
  NetworkBuilder builder;
  builder.seen_species("A");
  builder.seen_species("B");
  builder.function("f", Formula("A") + Formula("B"));
  const RateSystem system = compile(builder);
  EXPECT_THAT(system.output_names(), ElementsAre("A", "B", "f"));
  EXPECT_EQ(system.find_output("f"), OutputIndex(std::size_t{2}));
  EXPECT_EQ(system.find_output("g"), std::nullopt);
  EXPECT_EQ(system.find_parameter("g"), std::nullopt);
}

TEST(Compile, ReportsAnInputThatIsNoParameter)
{
  NetworkBuilder builder;
  builder.parameter("dose_x", 0.0).species("A");
  const std::vector<std::string> inputs{"dose_y"};
  const Checked<RateSystem> system = RateSystem::compile(builder.network(), inputs);
  ASSERT_FALSE(system);
  EXPECT_EQ(system.diagnostics()[0].code, "E0601");
  EXPECT_THAT(system.diagnostics()[0].hint, HasSubstr("dose_x"));
}

TEST(Compile, ReportsParametersComputedFromAnInput)
{
  NetworkBuilder builder;
  builder.parameter("dose", 0.0).parameter("twice", Formula("dose") * 2.0);
  builder.parameter("four", Formula("twice") * 2.0).species("A");
  EXPECT_THAT(codes(builder, {"dose"}), ElementsAre("E0602", "E0602"));
  EXPECT_THAT(codes(builder), ElementsAre());
}

TEST(Compile, ReportsAllUnknownNamesAtOnce)
{
  NetworkBuilder builder;
  builder.parameter("k", "unknown");
  builder.species("A", "missing");
  builder.function("f", Formula("g") + 1.0);
  builder.reaction({0}, {}, "nothing");
  EXPECT_THAT(codes(builder), ElementsAre("E0603", "E0603", "E0603", "E0603"));
}

TEST(Compile, ReportsCallsThatCannotBeMade)
{
  NetworkBuilder builder;
  builder.species("A");
  builder.function("f", call("sinus", {1.0})).function("g", call("exp", {1.0, 2.0}));
  EXPECT_THAT(codes(builder), ElementsAre("E0604", "E0604"));
}

TEST(Compile, ReportsANetworkWithoutSpecies)
{
  EXPECT_THAT(codes(NetworkBuilder()), ElementsAre("E0605"));
}

}  // namespace
}  // namespace rascade::simulate
