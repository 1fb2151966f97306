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
  return with_types(
      "begin parameters\n kon 1\n koff 2\nend parameters\n"
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
  EXPECT_THAT(model::names_in(model->functions[0].value), ElementsAre("kon", "Atot", "g", "time"));
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
  EXPECT_THAT(mistakes_in(with_rule("A(s~u) -> A(s~p) MM(k,k)")), ElementsAre("E0407@6:20"));
  EXPECT_THAT(mistakes_in(with_functions("f() = 2*MM(kon,koff)\n")), ElementsAre("E0302@13:9"));
}

TEST(CheckNames, TheLastValueOfAParameterCounts)
{
  const auto model = parse_model("begin parameters\na 1\na 2\nend parameters\n", "m.bngl");
  ASSERT_TRUE(model);
  ASSERT_EQ(model->parameters.size(), 1U);
  EXPECT_DOUBLE_EQ(model->parameters[0].value.number, 2.0);
}

TEST(CheckNames, PlaceholdersOfAFitAreParametersOfOne)
{
  const auto model =
      parse_model("begin parameters\na a__FREE\nb 2*b__FREE + a__FREE\nend parameters\n", "m.bngl");
  ASSERT_TRUE(model);
  ASSERT_THAT(places(model.diagnostics()), ElementsAre("W0301@2:3"));
  EXPECT_THAT(model.diagnostics()[0].message, testing::HasSubstr("a__FREE, b__FREE"));
  ASSERT_EQ(model->parameters.size(), 4U);
  EXPECT_EQ(model->parameters[2].name, "a__FREE");
  EXPECT_DOUBLE_EQ(model->parameters[2].value.number, 1.0);
}

TEST(CheckNames, KnowsTheConstants)
{
  const auto model = parse_model(with_functions("f() = _pi + _e()\n"), "m.bngl");
  ASSERT_TRUE(model);
  EXPECT_DOUBLE_EQ(model->functions[0].value.args[0].number, 3.14159265358979324);
  EXPECT_DOUBLE_EQ(model->functions[0].value.args[1].number, 2.71828182845904524);
}

TEST(CheckNames, TheTimeMayBeT)
{
  EXPECT_THAT(mistakes_in(with_functions("f() = t + t\n")), ElementsAre("W0303@13:7"));
  EXPECT_THAT(mistakes_in("begin parameters\na t\nend parameters\n"), ElementsAre("E0302@2:3"));
}

TEST(CheckNames, LocalFunctionsTakeTags)
{
  EXPECT_THAT(mistakes_in(with_functions("f(x) = kon*Atot(x) + Atot\ng(y) = f(y)^2\n")), IsEmpty());
  EXPECT_THAT(mistakes_in(with_functions("f(x) = kon*x\n")), ElementsAre("E0307@13:12"));
  EXPECT_THAT(mistakes_in(with_functions("f(x) = Atot(y)\n")), ElementsAre("E0307@13:13"));
  EXPECT_THAT(mistakes_in(with_functions("f(x) = Atot(x)\ng() = f\n")), ElementsAre("E0306@14:7"));
  EXPECT_THAT(mistakes_in(with_functions("f(x) = Atot(x)\ng(y) = f(y,y)\n")),
              ElementsAre("E0306@14:8"));
  EXPECT_THAT(mistakes_in(with_functions("f(kon) = 1\n")), ElementsAre("E0301@13:3"));
  EXPECT_THAT(mistakes_in(with_functions("f(x) = g(x)\ng(x) = f(x)\n")), ElementsAre("E0303@13:1"));
}

TEST(CheckNames, RatesUseTheTagsOfTheirSide)
{
  const std::string functions =
      "begin observables\nMolecules At A()\nend observables\n"
      "begin functions\nf(x) = At(x)\nend functions\n";
  EXPECT_THAT(mistakes_in(with_rule("%x:A(s~u) -> A(s~p) k*f(x)") + functions), IsEmpty());
  EXPECT_THAT(mistakes_in(with_rule("A(s~u)%x -> A(s~p)%x At(x)") + functions), IsEmpty());
  EXPECT_THAT(mistakes_in(with_rule("A(s~u) -> A(s~p) f(x)") + functions),
              ElementsAre("E0307@6:22"));
  EXPECT_THAT(mistakes_in(with_rule("%x:A(s~u) <-> %y:A(s~p) f(x),f(x)") + functions),
              ElementsAre("E0307@6:34"));
}

TEST(CheckNames, ReportsNamesDeclaredTwice)
{
  EXPECT_THAT(mistakes_in("begin parameters\na 1\na 2\nend parameters\n"),
              ElementsAre("W0302@3:1"));
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
  EXPECT_THAT(mistakes_in(with_functions("f() = kon()\n")), IsEmpty());  // as PySB writes it
  EXPECT_THAT(mistakes_in(with_functions("f() = kon(1)\n")), ElementsAre("E0306@13:7"));
  EXPECT_THAT(mistakes_in(with_functions("f() = exp\n")), ElementsAre("E0306@13:7"));
  EXPECT_THAT(mistakes_in(with_functions("f() = 1 + Atot()\n")), IsEmpty());
}

}  // namespace
}  // namespace rascade::language
