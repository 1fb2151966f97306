// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "rascade/simulate/rate_system.hpp"
#include "unit/simulate/build_network.hpp"

namespace rascade::simulate {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;

Evaluator evaluator_of(const NetworkBuilder& builder, const std::vector<std::string>& inputs = {})
{
  Checked<RateSystem> system = RateSystem::compile(builder.network(), inputs);
  EXPECT_TRUE(system) << to_string(system.diagnostics());
  const std::vector<double> parameters = system->parameter_values({});
  return Evaluator(*std::move(system), parameters);
}

std::vector<double> slope(Evaluator& evaluator, const std::vector<double>& y,
                          const std::vector<double>& inputs = {}, double t = 0.0)
{
  std::vector<double> dydt(y.size());
  evaluator.rhs(t, y, inputs, dydt);
  return dydt;
}

std::vector<double> outputs(Evaluator& evaluator, const std::vector<double>& y, double t = 0.0)
{
  std::vector<double> out(evaluator.system().num_outputs());
  evaluator.outputs(t, y, {}, out);
  return out;
}

/// A formula's value as a function of the network, A = 4 molecules, t = 10 s.
double value_of(const Formula& formula)
{
  NetworkBuilder builder;
  builder.parameter("k", 3.0).seen_species("A");
  builder.function("f", formula);
  Evaluator evaluator = evaluator_of(builder);
  return outputs(evaluator, {4.0}, 10.0)[1];
}

TEST(Rhs, MultipliesReactantsAndFactor)
{
  NetworkBuilder builder;
  const std::size_t a = builder.species("A"), b = builder.species("B"), c = builder.species("C");
  builder.reaction({a, b}, {c}, 0.5).reaction({a, a}, {b}, 2.0, 0.5).reaction({}, {a}, 7.0);
  Evaluator evaluator = evaluator_of(builder);
  // A + B -> C: 0.5 * 3 * 4 = 6;  A + A -> B: 0.5 * 2 * 9 = 9;  0 -> A: 7.
  EXPECT_THAT(slope(evaluator, {3.0, 4.0, 0.0}), ElementsAre(-6.0 - 18.0 + 7.0, -6.0 + 9.0, 6.0));
}

TEST(Rhs, TakesThreeReactants)
{
  NetworkBuilder builder;
  const std::size_t a = builder.species("A"), b = builder.species("B");
  builder.reaction({a, a, b}, {b}, 1.0);
  Evaluator evaluator = evaluator_of(builder);
  EXPECT_THAT(slope(evaluator, {2.0, 5.0}), ElementsAre(-2.0 * 20.0, 0.0));
}

TEST(Rhs, FixedSpeciesAndCatalystsDoNotChange)
{
  NetworkBuilder builder;
  const std::size_t a = builder.species("A", 1.0, true), e = builder.species("E");
  const std::size_t b = builder.species("B");
  builder.reaction({a, e}, {e, b}, 2.0);
  Evaluator evaluator = evaluator_of(builder);
  EXPECT_THAT(slope(evaluator, {3.0, 1.0, 0.0}), ElementsAre(0.0, 0.0, 6.0));
}

TEST(Rhs, FollowsInputsTimeAndFunctions)
{
  NetworkBuilder builder;
  builder.parameter("dose", 99.0);
  const std::size_t a = builder.seen_species("A");
  builder.function("f", Formula("dose") * Formula("A")).function("g", Formula("f") + "time");
  builder.reaction({}, {a}, "g");
  Evaluator evaluator = evaluator_of(builder, {"dose"});
  EXPECT_THAT(slope(evaluator, {3.0}, {5.0}, 100.0), ElementsAre(115.0));
  EXPECT_THAT(slope(evaluator, {3.0}, {0.0}, 1.0), ElementsAre(1.0));
}

TEST(Rhs, ToleratesAmountsBelowZeroByRounding)
{
  NetworkBuilder builder;
  const std::size_t a = builder.seen_species("A");
  builder.reaction({}, {a}, call("sqrt", {"A"}) + power("A", 1.5));
  Evaluator evaluator = evaluator_of(builder);
  EXPECT_THAT(slope(evaluator, {-1e-9}), ElementsAre(0.0));
}

TEST(Outputs, WeighObservablesAndComputeFunctions)
{
  NetworkBuilder builder;
  const std::size_t a = builder.species("A"), d = builder.species("A.A");
  builder.observable("total", {{a, 1.0}, {d, 2.0}}).function("half", Formula("total") / 2.0);
  Evaluator evaluator = evaluator_of(builder);
  EXPECT_THAT(outputs(evaluator, {3.0, 5.0}), ElementsAre(13.0, 6.5));
}

TEST(Formulas, EveryBuiltInHasItsUsualMeaning)
{
  EXPECT_THAT(value_of(call("exp", {"A"})), DoubleEq(std::exp(4.0)));
  EXPECT_THAT(value_of(call("ln", {"A"})), DoubleEq(std::log(4.0)));
  EXPECT_THAT(value_of(call("log10", {"A"})), DoubleEq(std::log10(4.0)));
  EXPECT_THAT(value_of(call("log2", {"A"})), DoubleEq(2.0));
  EXPECT_THAT(value_of(call("sqrt", {"A"})), DoubleEq(2.0));
  EXPECT_THAT(value_of(call("abs", {Formula("k") - "A"})), DoubleEq(1.0));
  EXPECT_THAT(value_of(call("min", {"A", "k"})), DoubleEq(3.0));
  EXPECT_THAT(value_of(call("max", {"A", "k"})), DoubleEq(4.0));
  EXPECT_THAT(value_of(power("A", "k")), DoubleEq(64.0));
  EXPECT_THAT(value_of(power("A", 2.0)), DoubleEq(16.0));
  EXPECT_THAT(value_of(-Formula("A")), DoubleEq(-4.0));
  EXPECT_THAT(value_of("time"), DoubleEq(10.0));
}

TEST(Formulas, ConditionsAreOneOrZero)
{
  EXPECT_EQ(value_of(call("if", {compare(">", "A", "k"), 5.0, 6.0})), 5.0);
  EXPECT_EQ(value_of(call("if", {compare("<", "A", "k"), 5.0, 6.0})), 6.0);
  EXPECT_EQ(value_of(compare(">=", "A", 4.0)), 1.0);
  EXPECT_EQ(value_of(compare("<=", "A", 3.9)), 0.0);
  EXPECT_EQ(value_of(compare("==", "A", 4.0)), 1.0);
  EXPECT_EQ(value_of(compare("!=", "A", 4.0)), 0.0);
  EXPECT_EQ(value_of(logical("&&", "A", 0.0)), 0.0);
  EXPECT_EQ(value_of(logical("||", 0.0, "A")), 1.0);
  EXPECT_EQ(value_of(negation("A")), 0.0);
  EXPECT_EQ(value_of(negation(compare("<", "A", "k"))), 1.0);
}

TEST(Evaluator, WithOtherParametersIsLikeANewOne)
{
  NetworkBuilder builder;
  const std::size_t a = builder.species("A"), b = builder.species("B");
  builder.parameter("k", 2.0).parameter("twice", Formula("k") * Formula(2.0));
  builder.observable("A", {{a, 1.0}});
  builder.function("law", Formula("twice") * Formula("A"));
  builder.reaction({a}, {b}, "k").reaction({b}, {}, "law");
  const auto system = *RateSystem::compile(builder.network(), {});
  const auto with_k = [&](double k) {
    return system.parameter_values(std::vector<Override>{{*system.find_parameter("k"), k}});
  };
  Evaluator reused(system, with_k(5.0));
  slope(reused, {3.0, 4.0});
  for (const double k : {0.5, 7.0}) {
    reused.set_parameters(with_k(k));
    Evaluator fresh(system, with_k(k));
    EXPECT_EQ(slope(reused, {3.0, 4.0}), slope(fresh, {3.0, 4.0}));
    EXPECT_THAT(slope(reused, {3.0, 4.0}), ElementsAre(-3.0 * k, 3.0 * k - 2.0 * k * 3.0 * 4.0));
  }
}

TEST(Evaluator, MovesWithItsState)
{
  NetworkBuilder builder;
  const std::size_t a = builder.species("A");
  builder.reaction({a}, {}, 2.0);
  Evaluator first = evaluator_of(builder);
  Evaluator second = std::move(first);
  EXPECT_THAT(slope(second, {3.0}), ElementsAre(-6.0));
}

}  // namespace
}  // namespace rascade::simulate
