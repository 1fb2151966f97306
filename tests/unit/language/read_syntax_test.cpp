// SPDX-License-Identifier: MIT
#include "rascade/language/read_syntax.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace rascade::language {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

SyntaxModel read(const std::string& text)
{
  Mistakes mistakes;
  SyntaxModel syntax = read_syntax(text, "m.bngl", mistakes);
  EXPECT_THAT(places(mistakes.take()), IsEmpty());
  return syntax;
}

TEST(ReadSyntax, ReadsEveryBlock)
{
  const SyntaxModel syntax = read("begin model\n"
                                  "begin parameters\n k 1\n l = 2*k\nend parameters\n"
                                  "begin molecule types\n A(s~u~p)\nend molecule types\n"
                                  "begin seed species\n $A(s~u) 10\nend seed species\n"
                                  "begin observables\n Species X A(), A(s~p) A\nend observables\n"
                                  "begin functions\n f() = X\n g() 2\n h = 3\nend functions\n"
                                  "begin reaction rules\n A(s~u) -> A(s~p) k\nend reaction rules\n"
                                  "end model\n");
  EXPECT_EQ(syntax.parameters.size(), 2U);
  EXPECT_EQ(syntax.molecule_types.size(), 1U);
  ASSERT_EQ(syntax.seeds.size(), 1U);
  EXPECT_TRUE(syntax.seeds[0].pattern.fixed);
  ASSERT_EQ(syntax.observables.size(), 1U);
  EXPECT_EQ(syntax.observables[0].kind, model::Observable::Kind::species);
  EXPECT_EQ(syntax.observables[0].patterns.size(), 3U);
  EXPECT_EQ(syntax.functions.size(), 3U);
  EXPECT_EQ(syntax.rules.size(), 1U);
}

TEST(ReadSyntax, ABlockMayComeTwice)
{
  EXPECT_EQ(read("begin parameters\na 1\nend parameters\nbegin parameters\nb 1\nend parameters")
                .parameters.size(),
            2U);
}

TEST(ReadSyntax, SkipsTheNumbersOfOldFiles)
{
  const SyntaxModel syntax = read("begin parameters\n 1 k 3\nend parameters\n"
                                  "begin species\n 1 A() 10\n 2 $B() 1\nend species\n");
  EXPECT_EQ(syntax.parameters.front().name.text, "k");
  EXPECT_EQ(syntax.seeds.size(), 2U);
}

TEST(ReadSyntax, SkipsTheLabelsOfSeeds)
{
  const SyntaxModel syntax = read("begin species\n first: $A() 10\nend species\n");
  ASSERT_EQ(syntax.seeds.size(), 1U);
  EXPECT_TRUE(syntax.seeds[0].pattern.fixed);
}

TEST(ReadSyntax, WarnsOnceOfProseAroundTheModel)
{
  EXPECT_THAT(mistakes_in("begin model\nend model\n====\nthe end\n"), ElementsAre("W0102@3:1"));
  EXPECT_THAT(mistakes_in("begin model\nend model\nbegin actions\nend actions\n====\n"),
              ElementsAre("W0102@5:1"));
  EXPECT_THAT(mistakes_in("=====\nA model\nbegin model\nend model\n"),
              ElementsAre("W0102@1:1"));
}

TEST(ReadSyntax, WarnsOnceThatActionsAreNotRun)
{
  EXPECT_THAT(mistakes_in("begin parameters\nend parameters\n"
                          "generate_network({overwrite=>1})\n"
                          "simulate({method=>\"ode\",\n  t_end=>10})\n"
                          "x = 3\n"
                          "begin actions\n whatever \"this\" is\nend actions\n"),
              ElementsAre("W0101@3:1"));
  EXPECT_TRUE(parse_model("setOption(\"a\",1)\n", "m.bngl"));
}

TEST(ReadSyntax, ReportsUnbalancedBlocks)
{
  EXPECT_THAT(mistakes_in("begin parameters\nk 1\n"), ElementsAre("E0102@1:1"));
  EXPECT_THAT(mistakes_in("begin model\n"), ElementsAre("E0102@1:1"));
  EXPECT_THAT(mistakes_in("begin parameters\nend functions\n"), ElementsAre("E0102@2:1"));
  EXPECT_THAT(mistakes_in("begin parameters\nbegin functions\nend functions\n"),
              ElementsAre("E0102@1:1"));
  EXPECT_THAT(mistakes_in("begin model\nbegin functions\nend model\n"), ElementsAre("E0102@2:1"));
  EXPECT_THAT(mistakes_in("end parameters\n"), ElementsAre("E0103@1:1"));
  EXPECT_THAT(mistakes_in("end model\n"), ElementsAre("E0103@1:1"));
}

TEST(ReadSyntax, ReportsLinesOutsideOfBlocksOnce)
{
  EXPECT_THAT(mistakes_in("dear reader\nthis is no model\n"), ElementsAre("E0104@1:1"));
  EXPECT_THAT(mistakes_in("version(\"2\")\nbegin model\nk 3\nend model\n"),
              ElementsAre("W0101@1:1", "E0104@3:1"));
}

TEST(ReadSyntax, ReportsUnknownBlocksAndStillReadsThem)
{
  EXPECT_THAT(mistakes_in("begin paramters\nk +*\nend paramters\n"),
              ElementsAre("E0101@1:1", "E0201@2:4"));
}

TEST(ReadSyntax, ReportsStatementsThatGoOn)
{
  EXPECT_THAT(mistakes_in("begin parameters\n k 1 nM\nend parameters\n"),
              ElementsAre("E0201@2:6"));
  EXPECT_THAT(mistakes_in("begin molecule types\n A() B()\nend molecule types\n"),
              ElementsAre("E0201@2:6"));
  EXPECT_THAT(mistakes_in("begin observables\n Molecule X A()\nend observables\n"),
              ElementsAre("E0201@2:2"));
  EXPECT_THAT(mistakes_in("begin species\n A()\nend species\n"), ElementsAre("E0201@2:5"));
  EXPECT_THAT(mistakes_in("begin parameters\n 3\nend parameters\n"), ElementsAre("E0201@2:2"));
}

TEST(ReadSyntax, NamesWhatIsNotSupported)
{
  EXPECT_THAT(mistakes_in("begin observables\n Counter X A()\nend observables\n"),
              ElementsAre("E0207@2:2"));
  EXPECT_THAT(mistakes_in("begin reactions\n 1 1 2 k\nend reactions\n"),
              ElementsAre("E0207@1:1"));
}

TEST(ReadSyntax, WarnsThatPopulationsAreCountedAsAllSpecies)
{
  EXPECT_THAT(mistakes_in("begin molecule types\n A() population\nend molecule types\n"),
              ElementsAre("W0104@2:6"));
  EXPECT_THAT(mistakes_in("begin population maps\n A(b) -> P() k\nend population maps\n"),
              ElementsAre("W0104@2:2"));
}

TEST(ReadSyntax, ABrokenDeclarationIsOneMistake)
{
  EXPECT_THAT(mistakes_in("begin parameters\n a 1 +\n b a\nend parameters\n"),
              ElementsAre("E0201@2:7"));
  EXPECT_THAT(mistakes_in("begin molecule types\n A(s~)\nend molecule types\n"
                          "begin species\n A(s~u) 1\nend species\n"),
              ElementsAre("E0201@2:6"));
}

}  // namespace
}  // namespace rascade::language
