// SPDX-License-Identifier: MIT
#include "rascade/network/print_net.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model_text.hpp"

namespace rascade::network {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(PrintNet, WritesTheFormatThatBioNetGenDefines)
{
  const std::string text = print_net(expand_text(
      {"A(b)", "A(b) k", "bind: A(b)+A(b)<->A(b!1).A(b!1) k,l", "Molecules D A(b!1).A(b!1)"}));
  EXPECT_EQ(text,
            "# Created by Rascade\n"
            "begin parameters\n"
            "    1 k 1\n"
            "    2 l 2\n"
            "end parameters\n"
            "begin species\n"
            "    1 A(b) k\n"
            "    2 A(b!1).A(b!1) 0\n"
            "end species\n"
            "begin reactions\n"
            "    1 1,1 2 0.5*k #bind\n"
            "    2 2 1,1 l #bind_reverse\n"
            "end reactions\n"
            "begin groups\n"
            "    1 D 2*2\n"
            "end groups\n");
}

TEST(PrintNet, WritesNothingAsZeroAndMarksFixedSpecies)
{
  const std::string text =
      print_net(expand_text({"A()\nB()", "$B() 3", "make: 0->A() k\nlose: A()->0 l"}));
  EXPECT_THAT(text, HasSubstr(" 1 $B() 3\n"));
  EXPECT_THAT(text, HasSubstr(" 0 2 k #make\n"));
  EXPECT_THAT(text, HasSubstr(" 2 0 l #lose\n"));
}

TEST(PrintNet, GivesFormulasNamesAndNoBlanks)
{
  const std::string text = print_net(expand_text({"A(s~u~p)", "A(s~u) 10*k",
                                                  "A(s~u)->A(s~p) k*l\nA(s~p)->A(s~u) k*f()",
                                                  "Molecules X A()", "f() = X*time"}));
  EXPECT_THAT(text, HasSubstr("_rateLaw1 k*l\n"));
  EXPECT_THAT(text, HasSubstr("_InitialConc1 10*k\n"));
  EXPECT_THAT(text, HasSubstr("f() X*time()\n"));
  EXPECT_THAT(text, HasSubstr("_rateLaw2() k*f()\n"));
  EXPECT_THAT(text, HasSubstr(" 1 2 _rateLaw1 #"));
}

TEST(PrintNet, TakesNoNameThatTheModelHas)
{
  const std::string text = print_net(expand_text(
      {"A(s~u~p)", "A(s~u) 1", "A(s~u)->A(s~p) k*_rateLaw1", "Molecules _rateLaw1 A()"}));
  EXPECT_THAT(text, HasSubstr("_rateLaw1_() k*_rateLaw1\n"));
  EXPECT_THAT(text, HasSubstr(" 1 2 _rateLaw1_ #"));
}

TEST(PrintNet, LeavesEmptyBlocksOut)
{
  EXPECT_THAT(print_net(expand_text({"A()", "A() 1", ""})), Not(HasSubstr("reactions")));
}

}  // namespace
}  // namespace rascade::network
