// SPDX-License-Identifier: MIT
#include "rascade/inspect/check_balance.hpp"

#include <gmock/gmock.h>

#include "rascade/network/expand.hpp"
#include "support.hpp"

namespace rascade::inspect {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Balance balance_of(const std::string& text)
{
  const model::Model model = parse(text);
  const auto network = network::expand(model);
  if (!network) throw std::runtime_error(to_string(network.diagnostics()));
  return check_balance(model, *network);
}

/// A receptor with two ligands; `k_second` binds B where A is bound, with unbinding rate 1.
std::string square(const std::string& k_second)
{
  return block("parameters", "k 3\nl 2\nq " + k_second) +
         block("molecule types", "R(a,b)\nA(r)\nB(r)") +
         block("seed species", "R(a,b) 1\nA(r) 1\nB(r) 1") +
         block("reaction rules",
               "a: R(a)+A(r)<->R(a!1).A(r!1) k,l\n"
               "b0: R(a,b)+B(r)<->R(a,b!1).B(r!1) k,1\n"
               "b1: R(a!+,b)+B(r)<->R(a!+,b!1).B(r!1) q,1");
}

TEST(CheckBalance, IndependentSitesCloseTheirSquare)
{
  const Balance balance = balance_of(square("3"));
  EXPECT_EQ(balance.num_pairs, 4U);  // R+A, RB+A, R+B, RA+B
  EXPECT_EQ(balance.num_cycles, 1U);
  EXPECT_THAT(balance.diagnostics, IsEmpty());
}

TEST(CheckBalance, CooperativityOnOneSideOnlyDoesNot)
{
  const Balance balance = balance_of(square("30"));
  EXPECT_EQ(balance.num_unclosed, 1U);
  ASSERT_THAT(codes(balance.diagnostics), ElementsAre("W1907"));
  // The ratio 30 instead of 3, or its inverse, depending on the direction of travel.
  EXPECT_THAT(balance.diagnostics[0].message,
              testing::AnyOf(HasSubstr(" 10 instead of 1"), HasSubstr(" 0.1 instead of 1")));
}

TEST(CheckBalance, ATriangleOfStatesMustMultiplyToOne)
{
  const auto triangle = [](const std::string& last) {
    return block("parameters", "k 1") + block("molecule types", "A(s~0~1~2)") +
           block("seed species", "A(s~0) 1") +
           block("reaction rules", "A(s~0)<->A(s~1) 2,1\nA(s~1)<->A(s~2) 3,1\nA(s~2)<->A(s~0) 1," +
                                       last);
  };
  EXPECT_THAT(balance_of(triangle("6")).diagnostics, IsEmpty());
  EXPECT_THAT(balance_of(triangle("6.1")).diagnostics.size(), 1U);
}

TEST(CheckBalance, ATreeOfReactionsHasNoCycle)
{
  const Balance balance = balance_of(block("parameters", "k 1") + block("molecule types", "A()\nB()\nC()") +
                                     block("seed species", "A() 1") +
                                     block("reaction rules", "A()<->B() 5,7\nB()<->C() 1,9"));
  EXPECT_EQ(balance.num_pairs, 2U);
  EXPECT_EQ(balance.num_cycles, 0U);
}

TEST(CheckBalance, EnergyPatternsCloseEveryCycle)
{
  const Balance balance = balance_of(
      block("parameters", "phi 0.5\nEa 1\nG_a -2\nG_b 1\nG_ab -3") +
      block("molecule types", "R(a,b)\nA(r)\nB(r)") +
      block("seed species", "R(a,b) 1\nA(r) 1\nB(r) 1") +
      block("energy patterns", "R(a!1).A(r!1) G_a\nR(b!1).B(r!1) G_b\n"
                               "A(r!1).R(a!1,b!2).B(r!2) G_ab") +
      block("reaction rules", "R(a)+A(r)<->R(a!1).A(r!1) Arrhenius(phi,Ea)\n"
                              "R(b)+B(r)<->R(b!1).B(r!1) Arrhenius(phi,Ea)"));
  EXPECT_EQ(balance.num_cycles, 1U);
  EXPECT_EQ(balance.num_unclosed, 0U);
}

TEST(CheckBalance, RatesThatVaryAreLeftOut)
{
  const Balance balance = balance_of(
      block("parameters", "k 1") + block("molecule types", "A(s~0~1)") +
      block("seed species", "A(s~0) 1") + block("observables", "Molecules O A(s~0)") +
      block("functions", "f() = k*O") + block("reaction rules", "A(s~0)<->A(s~1) f(),k"));
  EXPECT_EQ(balance.num_pairs, 0U);
  EXPECT_EQ(balance.num_left_out, 2U);
}

}  // namespace
}  // namespace rascade::inspect
