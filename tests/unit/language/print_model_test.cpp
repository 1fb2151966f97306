// SPDX-License-Identifier: MIT
#include "rascade/language/print_model.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace rascade::language {
namespace {

using testing::HasSubstr;

const std::string all_of_it =
    "begin model\n"
    "begin parameters\n"
    "  kon = 1e-06\n"
    "  koff = 2^-1 * kon\n"
    "end parameters\n"
    "begin molecule types\n"
    "  A(b,s~u~p)\n"
    "  B(a,a)\n"
    "  C()\n"
    "end molecule types\n"
    "begin seed species\n"
    "  A(b!1,s~u).B(a!1,a) 100\n"
    "  $C() (kon + 1) * 2\n"
    "end seed species\n"
    "begin observables\n"
    "  Molecules X A(b!+), A(s~p,b!?)\n"
    "  Species Y A(b!1).B(a!1)\n"
    "end observables\n"
    "begin functions\n"
    "  f() = if(X > 1 && !(Y == 2), -kon, time() - (1 - X))\n"
    "  g() = f()^2 / (X / Y)\n"
    "end functions\n"
    "begin reaction rules\n"
    "  bind: A(b) + B(a) -> A(b!1).B(a!1) kon * g()\n"
    "  make: 0 -> C() koff\n"
    "  lose: A() -> 0 f() DeleteMolecules\n"
    "end reaction rules\n"
    "end model\n";

const std::string rest_of_it =
    "setOption(\"NumberPerQuantityUnit\",6.0221e+23)\n"
    "setOption(\"MoleculesObservables\",\"CountUnique\")\n"
    "setOption(\"SpeciesObservables\",\"CountUnique\")\n"
    "begin model\n"
    "begin parameters\n"
    "  k = 1  # [1/(uM s)]\n"
    "end parameters\n"
    "begin compartments\n"
    "  out 3 2 * k  # [fl]\n"
    "  wall 2 k out\n"
    "end compartments\n"
    "begin molecule types\n"
    "  A(b,s~0~1~2P)\n"
    "  B(a,a)\n"
    "end molecule types\n"
    "begin seed species\n"
    "  $@out:A(b,s~0) 100  # [nM]\n"
    "  A(b!1,s~2P)@out.B(a!1,a)@wall k\n"
    "end seed species\n"
    "begin observables\n"
    "  Species Twice @wall:B(a!+,a)==2, A()>=3\n"
    "  Molecules None 0\n"
    "  Molecules All A(), B()@wall\n"
    "end observables\n"
    "begin functions\n"
    "  f(x,y) = All(x) + g(y)\n"
    "  g(z) = k * All(z)  # [1/s]\n"
    "  table() = 2 * tfun([0, 1.5, 3], [-1, 0, 2], time(), method=>\"step\")\n"
    "  of_table() = tfun([0, 1], [1, 2], table())\n"
    "end functions\n"
    "begin energy patterns\n"
    "  near: A(b!1).B(a!1) k / 2\n"
    "end energy patterns\n"
    "begin reaction rules\n"
    "  local: %x:A(s~0%s)%y -> A(s%s~1)%y f(x, y)\n"
    "  once: {MatchOnce}A(b!+) -> 0 k TotalRate DeleteMolecules MoveConnected "
    "exclude_reactants(1,B(),@out:A())\n"
    "  three: A(b) + A(b!?) + B() -> A(b) + A(b!?) + B() k include_products(3,B(a!+))\n"
    "  bind: A(b) + B(a) <-> A(b!1).B(a!1) Arrhenius(0.5, k)\n"
    "  mm: A(s~0) + B() -> A(s~1) + B() MM(k, 2 * k)\n"
    "  hill: A(s~0) -> A(s~1) Hill(k, 2, 3)\n"
    "end reaction rules\n"
    "end model\n";

/// Tags stand before the state when they are printed, wherever they stood.
std::string with_tags_first(std::string text)
{
  const std::string written = "s~0%s";
  return text.replace(text.find(written), written.size(), "s%s~0");
}

TEST(PrintModel, TheWholeLanguageReadsBackTheSame)
{
  const auto model = parse_model(rest_of_it, "m.bngl");
  ASSERT_TRUE(model) << to_string(model.diagnostics());
  EXPECT_TRUE(model.diagnostics().empty()) << to_string(model.diagnostics());
  const std::string printed = print_model(*model);
  EXPECT_EQ(printed, with_tags_first(rest_of_it));
  const auto again = parse_model(printed, "m.bngl");
  ASSERT_TRUE(again) << to_string(again.diagnostics());
  EXPECT_EQ(print_model(*again), printed);
}

TEST(PrintModel, WhatIsPrintedReadsBackTheSame)
{
  const auto model = parse_model(all_of_it, "m.bngl");
  ASSERT_TRUE(model) << to_string(model.diagnostics());
  EXPECT_EQ(print_model(*model), all_of_it);
}

TEST(PrintModel, IsTheSameForDifferentSpellings)
{
  const auto model = parse_model(
      "begin parameters\n1 k (2)*3 # note\nend parameters\n"
      "begin molecule_types\nA(b)\nend molecule_types\n"
      "begin species\nA(b!x).A(b!x) k\nend species\n"
      "begin reaction_rules\nA(b!7).A(b!7) <-> A(b)+A(b) k,k\n"
      "end reaction_rules\nsimulate({})\n",
      "m.bngl");
  ASSERT_TRUE(model) << to_string(model.diagnostics());
  const std::string text = print_model(*model);
  EXPECT_THAT(text, HasSubstr("  k = 2 * 3\n"));
  EXPECT_THAT(text, HasSubstr("  A(b!1).A(b!1) k\n"));
  EXPECT_THAT(text, HasSubstr("  R1: A(b!1).A(b!1) -> A(b) + A(b) k\n"
                              "  R1_reverse: A(b) + A(b) -> A(b!1).A(b!1) k\n"));
  const auto again = parse_model(text, "m.bngl");
  ASSERT_TRUE(again) << to_string(again.diagnostics());
  EXPECT_EQ(print_model(*again), text);
}

TEST(PrintModel, WritesFunctionsAsCalls)
{
  const auto model =
      parse_model("begin functions\nf = 1\ng() = f + time\nend functions\n", "m.bngl");
  ASSERT_TRUE(model);
  EXPECT_THAT(print_model(*model), HasSubstr("g() = f() + time()"));
}

}  // namespace
}  // namespace rascade::language
