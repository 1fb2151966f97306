// SPDX-License-Identifier: MIT
#include "rascade/reduce/collapse.hpp"

#include <gtest/gtest.h>

#include "rascade/network/equations.hpp"
#include "unit/simulate/build_network.hpp"

namespace rascade::reduce {
namespace {

using simulate::NetworkBuilder;

/// Two alike ways from A to C.
network::Network diamond()
{
  NetworkBuilder builder;
  const std::size_t a = builder.species("A", "n"), b1 = builder.species("B1", 1.0),
                    b2 = builder.species("B2", "m"), c = builder.species("C");
  builder.reaction({a}, {b1}, "k").reaction({a}, {b2}, "k");
  builder.reaction({b1}, {c}, "l").reaction({b2}, {c}, "l");
  builder.observable("B", {{b1, 2.0}, {b2, 2.0}});
  return builder.network();
}

TEST(Collapse, AddsUpAmountsAndEqualReactions)
{
  const Reduction reduction = collapse(diamond(), {0, 1, 1, 2}, Meaning::sum);
  const network::Equations equations = network::equations_of(reduction.network);
  EXPECT_EQ(equations.rates, (std::vector<std::string>{"2 * k * [A]", "l * [B1]"}));
  EXPECT_EQ(equations.slopes, (std::vector<std::string>{"-v1", "v1 - v2", "v2"}));
  EXPECT_EQ(model::to_string(reduction.network.species[1].amount), "1 + m");
  EXPECT_EQ(reduction.network.observables[0].weights[0].second, 2.0);
}

TEST(Collapse, KeepsOneOfEqualSpecies)
{
  const Reduction reduction = collapse(diamond(), {0, 1, 1, 2}, Meaning::copy);
  const network::Network& network = reduction.network;
  const network::Equations equations = network::equations_of(network);
  // dA/dt = -2 k A, dB1/dt = k A - l B1, dC/dt = 2 l B1
  ASSERT_EQ(network.reactions.size(), 4U);
  EXPECT_EQ(equations.rates, (std::vector<std::string>{"k * [A]", "k * [A]", "l * [B1]", "l * [B1]"}));
  EXPECT_EQ(equations.slopes, (std::vector<std::string>{"-v1 - v2", "v1 - v3", "v3 + v4"}));
  EXPECT_EQ(network.observables[0].weights[0].second, 4.0);
}

}  // namespace
}  // namespace rascade::reduce
