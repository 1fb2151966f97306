// SPDX-License-Identifier: MIT
#include "rascade/language/check_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace rascade::language {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Two parameters (lines 6, 7), an observable (line 10), and functions from line 13 on.
std::string with_functions(const std::string& functions)
{
  return with_types("begin parameters\n kon 1\n koff 2\nend parameters\n"
                    "begin observables\n Molecules Atot A()\nend observables\n"
                    "begin functions\n" +
                    functions + "end functions\n");
}

TEST(CheckNames, FunctionsMayUseEverything)
{
  const auto model = parse_model(with_functions("f() = kon*Atot + g() + g + time() + time\n"
                                                "g() = if(Atot > 1, 0, max(1, 2))\n"),
                                 "m.bngl");
  ASSERT_TRUE(model) << to_string(model.diagnostics());
  EXPECT_THAT(model::names_in(model->functions[0].value),
              ElementsAre("kon", "Atot", "g", "time"));
}

TEST(CheckNames, SuggestsTheNearestName)
{
  const auto model = parse_model(with_functions("f() = 2*konn\n"), "m.bngl");
  ASSERT_THAT(places(model.diagnostics()), ElementsAre("E0302@13:9"));
  EXPECT_EQ(model.diagnostics()[0].hint, "Did you mean kon?");
}

TEST(CheckNames, ReportsAnUnknownNameOnce)
{
  EXPECT_THAT(mistakes_in(with_functions("f() = xyz + xyz\ng() = xyz\n")),
              ElementsAre("E0302@13:7"));
}

TEST(CheckNames, ReportsUnknownFunctions)
{
  EXPECT_THAT(mistakes_in(with_functions("f() = sine(1)\n")), ElementsAre("E0302@13:7"));
  EXPECT_THAT(mistakes_in(with_rule("A(s~u) -> A(s~p) MM(k,k)")), ElementsAre("E0302@6:20"));
}

TEST(CheckNames, ReportsNamesDeclaredTwice)
{
  EXPECT_THAT(mistakes_in("begin parameters\na 1\na 2\nend parameters\n"),
              ElementsAre("E0301@3:1"));
  EXPECT_THAT(mistakes_in(with_functions("Atot() = 1\n")), ElementsAre("E0301@13:1"));
}

TEST(CheckNames, ParametersUseOnlyParameters)
{
  EXPECT_THAT(mistakes_in("begin parameters\na f()\nb time\nend parameters\n"
                          "begin functions\nf() = 1\nend functions\n"),
              ElementsAre("E0304@2:3", "E0304@3:3"));
  EXPECT_THAT(mistakes_in(with_types("begin species\n A(b,s~u) f\nend species\n"
                                     "begin functions\nf() = 1\nend functions\n")),
              ElementsAre("E0304@6:11"));
}

TEST(CheckNames, WordsOfTheLanguageAreTaken)
{
  EXPECT_THAT(mistakes_in("begin parameters\ntime 1\nexp 2\nend parameters\n"),
              ElementsAre("E0305@2:1", "E0305@3:1"));
}

TEST(CheckNames, ChecksArguments)
{
  EXPECT_THAT(mistakes_in(with_functions("f() = exp(1, 2)\n")), ElementsAre("E0306@13:7"));
  EXPECT_THAT(mistakes_in(with_functions("f() = kon()\n")), ElementsAre("E0306@13:7"));
  EXPECT_THAT(mistakes_in(with_functions("f() = kon(1)\n")), ElementsAre("E0306@13:7"));
  EXPECT_THAT(mistakes_in(with_functions("f() = exp\n")), ElementsAre("E0306@13:7"));
  EXPECT_THAT(mistakes_in(with_functions("f() = 1 + Atot()\n")), IsEmpty());
}

}  // namespace
}  // namespace rascade::language
