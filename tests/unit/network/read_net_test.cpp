// SPDX-License-Identifier: MIT
#include "rascade/network/read_net.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model_text.hpp"
#include "rascade/network/print_net.hpp"

namespace rascade::network {
namespace {

using testing::ElementsAre;
using testing::Pair;

/// As other programs write it: numbered lines, comments, several kinds of rate laws.
constexpr const char* sample = R"(# a network
begin parameters
    1 k     2.0  # Constant
    2 K     10*k  # ConstantExpression
end parameters
begin functions
    1 f() k*A_tot/(1+time())
    2 g() tfun([0,1,2],[5,6,7],time,method=>"step")
end functions
begin species
    1 A(b,s~u) 100
    2 $B() K
    3 @C::A(b,s~p) 0
end species
begin reactions
    1 1,1 3 0.5*k #pair
    2 3,2 1,2 Sat k K #back
    3 0 1 2*f #make unit_conversion=1/V
    4 1,2 2,3 MM k K #back
end reactions
begin groups
    1 A_tot  1,2*3
    2 none
end groups
)";

Network read(const std::string& text)
{
  auto network = read_net(text, "n.net");
  if (!network) throw std::runtime_error(to_string(network.diagnostics()));
  return *network;
}

std::vector<std::string> codes(const std::string& text)
{
  std::vector<std::string> result;
  const auto network = read_net(text, "n.net");
  for (const Diagnostic& d : network.diagnostics()) result.push_back(d.code);
  return result;
}

TEST(ReadNet, TakesEveryBlock)
{
  const Network n = read(sample);
  EXPECT_EQ(n.parameters.size(), 2U);
  EXPECT_EQ(species_names(n), (std::vector<std::string>{"A(b,s~u)", "B()", "@C::A(b,s~p)"}));
  EXPECT_TRUE(n.species[1].fixed);
  EXPECT_EQ(factors(n), (std::vector{0.5, 1.0, 2.0, 1.0}));
  EXPECT_EQ(n.rate_laws[n.reactions[1].law].kind, model::RateLaw::Kind::Sat);
  EXPECT_EQ(n.rate_laws[n.reactions[3].law].kind, model::RateLaw::Kind::MM);
  EXPECT_TRUE(n.reactions[2].reactants.empty());
  EXPECT_THAT(n.rule_names, ElementsAre("pair", "back", "make"));
  EXPECT_EQ(n.tables.at(0).method, model::Table::Method::step);
  EXPECT_THAT(n.observables[0].weights,
              ElementsAre(Pair(SpeciesIndex(0), 1.0), Pair(SpeciesIndex(2), 2.0)));
  EXPECT_TRUE(n.observables[1].weights.empty());
}

TEST(ReadNet, KeepsTheOrderOfReactantsWhereTheLawNeedsIt)
{
  const Network n = read(sample);
  EXPECT_THAT(n.reactions[1].reactants, ElementsAre(SpeciesIndex(2), SpeciesIndex(1)));
}

TEST(ReadNet, WhatWasPrintedReadsBackTheSame)
{
  const std::string printed = print_net(read(sample));
  EXPECT_EQ(print_net(read(printed)), printed);
  const Network rules = expand_text({"A(b,s~u~p)", "A(b,s~u) 10*k",
                                     "A(s~u)->A(s~p) k*f()\nA(b)+A(b)<->A(b!1).A(b!1) k,l",
                                     "Molecules X A()", "f() = X^2"});
  EXPECT_EQ(print_net(read(print_net(rules))), print_net(rules));
}

TEST(ReadNet, ReadsTablesFromFiles)
{
  const std::string text =
      "begin functions\n1 f() tfun('t.tfun',time)\nend functions\n";
  const auto network = read_net(text, "n.net", [](const std::string& name) {
    return std::optional<std::string>(name == "t.tfun" ? "# t y\n0 1\n2.5 3\n" : "");
  });
  ASSERT_TRUE(network);
  EXPECT_THAT(network->tables.at(0).x, ElementsAre(0.0, 2.5));
  EXPECT_THAT(codes(text), ElementsAre("E0210"));
}

TEST(ReadNet, ReportsMistakesWithTheirPlaces)
{
  EXPECT_THAT(codes("begin species\n1 A() 1\n"), ElementsAre("E1601"));
  EXPECT_THAT(codes("begin species\n1 A()\nend species\n"), ElementsAre("E1602"));
  EXPECT_THAT(codes("begin parameters\n1 k 1\n2 k 2\nend parameters\n"), ElementsAre("E1603"));
  EXPECT_THAT(codes("begin species\n2 A() 1\nend species\n"), ElementsAre("E1604"));
  EXPECT_THAT(codes("begin groups\n1 X 1\nend groups\n"), ElementsAre("E1605"));
  EXPECT_THAT(codes("begin parameters\n1 k l\n2 l k\nend parameters\n"), ElementsAre("E1606"));
  const auto bad = read_net("begin parameters\n    1 k 2*\nend parameters\n", "n.net");
  ASSERT_EQ(bad.diagnostics().size(), 1U);
  EXPECT_EQ(bad.diagnostics()[0].code, "E0201");
  EXPECT_EQ(bad.diagnostics()[0].span.line, 2U);
}

}  // namespace
}  // namespace rascade::network
