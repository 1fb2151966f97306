// SPDX-License-Identifier: MIT
#include "rascade/language/lexer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace rascade::language {
namespace {

using testing::ElementsAre;

std::vector<std::string> texts(const TokenLine& line)
{
  std::vector<std::string> found;
  for (const Token& token : line) found.emplace_back(token.text);
  return found;
}

TEST(Lexer, DropsCommentsAndBlankLines)
{
  const std::vector<TokenLine> lines = lex("# all of it\n\n  k 1 # per second\r\n\t\n");
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_THAT(texts(lines[0]), ElementsAre("k", "1"));
}

TEST(Lexer, CountsLinesAndColumnsFromOne)
{
  const std::vector<TokenLine> lines = lex("a\n  bc  d");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0][0].line, 1U);
  EXPECT_EQ(lines[0][0].column, 1U);
  EXPECT_EQ(lines[1][1].line, 2U);
  EXPECT_EQ(lines[1][1].column, 7U);
}

TEST(Lexer, PrefersTheLongestSymbol)
{
  EXPECT_THAT(texts(lex("A<->B->C<=D").front()),
              ElementsAre("A", "<->", "B", "->", "C", "<=", "D"));
}

TEST(Lexer, ReadsNumbersInEveryForm)
{
  for (const char* text : {"0", "10", "1.5", ".5", "2.", "1e-3", "6.02E+23"}) {
    const TokenLine line = lex(text).front();
    ASSERT_EQ(line.size(), 1U) << text;
    EXPECT_EQ(line[0].kind, TokenKind::number) << text;
  }
}

TEST(Lexer, MarksNumbersThatAreNone)
{
  for (const char* text : {"1e999", "2abc", "1.2.3"}) {
    const TokenLine line = lex(text).front();
    ASSERT_EQ(line.size(), 1U) << text;
    EXPECT_EQ(line[0].kind, TokenKind::bad_number) << text;
  }
}

TEST(Lexer, LetsAStateStartWithADigit)
{
  const TokenLine line = lex("A(s~0~2P)").front();
  EXPECT_THAT(texts(line), ElementsAre("A", "(", "s", "~", "0", "~", "2P", ")"));
  EXPECT_EQ(line[4].kind, TokenKind::word);
  EXPECT_EQ(line[6].kind, TokenKind::word);
}

TEST(Lexer, JoinsLinesAtABackslash)
{
  const std::vector<TokenLine> lines = lex("a + \\  # goes on\n b\nc");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_THAT(texts(lines[0]), ElementsAre("a", "+", "b"));
  EXPECT_EQ(lines[0][2].line, 2U);
}

TEST(Lexer, MarksWhatIsNotOfTheLanguage)
{
  const TokenLine line = lex("a µ \\ b").front();
  EXPECT_EQ(line[1].kind, TokenKind::bad_character);
  EXPECT_EQ(line[1].text, "µ");
  EXPECT_EQ(line[2].kind, TokenKind::stray_backslash);
}

}  // namespace
}  // namespace rascade::language
