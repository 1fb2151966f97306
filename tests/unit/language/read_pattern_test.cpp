// SPDX-License-Identifier: MIT
#include "rascade/language/read_pattern.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace rascade::language {
namespace {

using testing::ElementsAre;

std::optional<SyntaxPattern> read(const std::string& text, Mistakes& mistakes)
{
  const std::vector<TokenLine> lines = lex(text);
  const std::string file = "m.bngl";
  LineCursor cursor(lines.front(), file, mistakes);
  return read_pattern(cursor);
}

std::vector<std::string> mistakes_of(const std::string& text)
{
  Mistakes mistakes;
  EXPECT_FALSE(read(text, mistakes)) << text;
  return places(mistakes.take());
}

TEST(ReadPattern, ReadsSitesStatesAndBonds)
{
  Mistakes mistakes;
  const std::optional<SyntaxPattern> pattern = read("A(b!1,s~p,t~?!+,u!?).B(a!1)", mistakes);
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
  const std::optional<SyntaxPattern> pattern = read("A.B()", mistakes);
  ASSERT_TRUE(pattern);
  EXPECT_EQ(pattern->molecules.size(), 2U);
}

TEST(ReadPattern, SaysWhereTheTextIsWrong)
{
  EXPECT_THAT(mistakes_of("A(b"), ElementsAre("E0201@1:4"));
  EXPECT_THAT(mistakes_of("A(,b)"), ElementsAre("E0201@1:3"));
  EXPECT_THAT(mistakes_of("A(b!)"), ElementsAre("E0201@1:5"));
  EXPECT_THAT(mistakes_of("A(s~)"), ElementsAre("E0201@1:5"));
  EXPECT_THAT(mistakes_of("A(s~u~p)"), ElementsAre("E0201@1:7"));
  EXPECT_THAT(mistakes_of("A().+"), ElementsAre("E0201@1:5"));
}

TEST(ReadPattern, NamesWhatIsNotSupported)
{
  EXPECT_THAT(mistakes_of("A(b)@cell"), ElementsAre("E0207@1:5"));
  EXPECT_THAT(mistakes_of("@cell:A(b)"), ElementsAre("E0207@1:1"));
  EXPECT_THAT(mistakes_of("A(b)%x"), ElementsAre("E0207@1:5"));
  EXPECT_THAT(mistakes_of("A(s~u%x)"), ElementsAre("E0207@1:6"));
  EXPECT_THAT(mistakes_of("{MatchOnce}A(b)"), ElementsAre("E0207@1:1"));
  EXPECT_THAT(mistakes_of("A(b!1!2)"), ElementsAre("E0207@1:7"));
}

}  // namespace
}  // namespace rascade::language
