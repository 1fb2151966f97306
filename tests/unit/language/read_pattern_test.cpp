// SPDX-License-Identifier: MIT
#include "rascade/language/read_pattern.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "support.hpp"

namespace rascade::language {
namespace {

using testing::ElementsAre;

std::optional<SyntaxPattern> read_pattern_text(const std::string& text, Mistakes& mistakes)
{
  const std::vector<TokenLine> lines = lex(text);
  const std::string file = "m.bngl";
  LineCursor cursor(lines.front(), file, mistakes);
  return read_pattern(cursor);
}

std::vector<std::string> pattern_mistakes(const std::string& text)
{
  Mistakes mistakes;
  EXPECT_FALSE(read_pattern_text(text, mistakes)) << text;
  return places(mistakes.take());
}

TEST(ReadPattern, ReadsSitesStatesAndBonds)
{
  Mistakes mistakes;
  const std::optional<SyntaxPattern> pattern =
      read_pattern_text("A(b!1,s~p,t~?!+,u!?).B(a!1)", mistakes);
  ASSERT_TRUE(pattern);
  ASSERT_EQ(pattern->molecules.size(), 2U);
  const std::vector<SyntaxSite>& sites = pattern->molecules[0].sites;
  ASSERT_EQ(sites.size(), 4U);
  EXPECT_EQ(sites[0].bond->text, "1");
  EXPECT_EQ(sites[1].states.front().text, "p");
  EXPECT_FALSE(sites[1].bond);
  EXPECT_TRUE(sites[2].states.empty());
  EXPECT_EQ(sites[2].bond->text, "+");
  EXPECT_EQ(sites[3].bond->text, "?");
}

TEST(ReadPattern, AMoleculeNeedsNoParentheses)
{
  Mistakes mistakes;
  const std::optional<SyntaxPattern> pattern = read_pattern_text("A.B()", mistakes);
  ASSERT_TRUE(pattern);
  EXPECT_EQ(pattern->molecules.size(), 2U);
}

TEST(ReadPattern, ReadsPlacesAndTags)
{
  for (const char* text : {"%x@cell:A(b%s~p)@wall%m", "@cell%x::A(b~p%s)%m@wall"}) {
    Mistakes mistakes;
    const std::optional<SyntaxPattern> pattern = read_pattern_text(text, mistakes);
    ASSERT_TRUE(pattern) << text;
    EXPECT_EQ(pattern->tag->text, "x");
    EXPECT_EQ(pattern->compartment->text, "cell");
    const SyntaxMolecule& molecule = pattern->molecules[0];
    EXPECT_EQ(molecule.compartment->text, "wall");
    EXPECT_EQ(molecule.tag->text, "m");
    EXPECT_EQ(molecule.sites[0].tag->text, "s");
    EXPECT_EQ(molecule.sites[0].states[0].text, "p");
  }
}

TEST(ReadPattern, ReadsMarksOfTheWholePattern)
{
  Mistakes mistakes;
  EXPECT_TRUE(read_pattern_text("$A(b)", mistakes)->fixed);
  EXPECT_TRUE(read_pattern_text("@cell:$A(b)", mistakes)->fixed);
  EXPECT_TRUE(read_pattern_text("{MatchOnce}A(b)", mistakes)->match_once);
  EXPECT_FALSE(read_pattern_text("{MatchOnce=0}A(b)", mistakes)->match_once);
  EXPECT_EQ(read_pattern_text("A(b)>=3", mistakes)->quantifier->sign, ">=");
  EXPECT_EQ(read_pattern_text("A(b)=3", mistakes)->quantifier->sign, "==");
  EXPECT_EQ(read_pattern_text("A(b)!=3", mistakes)->quantifier->count, 3U);
  EXPECT_THAT(pattern_mistakes("A(b)>1>2"), ElementsAre("E0201@1:8"));
  EXPECT_THAT(pattern_mistakes("A(b)>1.5"), ElementsAre("E0201@1:6"));
}

TEST(ReadPattern, SkipsCommasTooMany)
{
  Mistakes mistakes;
  const std::optional<SyntaxPattern> pattern = read_pattern_text("A(,b,,c,)", mistakes);
  ASSERT_TRUE(pattern);
  EXPECT_EQ(pattern->molecules[0].sites.size(), 2U);
  EXPECT_THAT(places(mistakes.take()), ElementsAre("W0201@1:3", "W0201@1:6", "W0201@1:9"));
}

TEST(ReadPattern, SaysWhereTheTextIsWrong)
{
  EXPECT_THAT(pattern_mistakes("A(b"), ElementsAre("E0201@1:4"));
  EXPECT_THAT(pattern_mistakes("A(b!)"), ElementsAre("E0201@1:5"));
  EXPECT_THAT(pattern_mistakes("A(s~)"), ElementsAre("E0201@1:5"));
  EXPECT_THAT(pattern_mistakes("A(s~u~p)"), ElementsAre("E0201@1:7"));
  EXPECT_THAT(pattern_mistakes("A().+"), ElementsAre("E0201@1:5"));
}

TEST(ReadPattern, NamesWhatIsNotSupported)
{
  EXPECT_THAT(pattern_mistakes("A(b@cell)"), ElementsAre("E0207@1:4"));
  EXPECT_THAT(pattern_mistakes("A(b)!+"), ElementsAre("E0207@1:5"));
  EXPECT_THAT(pattern_mistakes("{Twice}A(b)"), ElementsAre("E0207@1:2"));
  EXPECT_THAT(pattern_mistakes("A(b!1!2)"), ElementsAre("E0207@1:7"));
}

}  // namespace
}  // namespace rascade::language
