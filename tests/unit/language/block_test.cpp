// SPDX-License-Identifier: MIT
#include "rascade/language/block.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace rascade::language {
namespace {

using testing::ElementsAre;

TEST(BlockName, JoinsWordsWithBlanks)
{
  EXPECT_EQ(block_name(lex("begin   molecule\ttypes # all").front()), "molecule types");
  EXPECT_EQ(block_name(lex("end reaction_rules").front()), "reaction rules");
  EXPECT_EQ(block_name(lex("begin").front()), "");
}

TEST(FindBlock, KnowsOldNames)
{
  Mistakes mistakes;
  EXPECT_EQ(find_block("species", {}, mistakes), Block::seeds);
  EXPECT_EQ(find_block("seed species", {}, mistakes), Block::seeds);
  EXPECT_THAT(places(mistakes.take()), testing::IsEmpty());
  EXPECT_EQ(find_block("molecules", {"m.bngl", 1, 1, 5}, mistakes), Block::molecule_types);
  EXPECT_EQ(find_block("anchors", {"m.bngl", 2, 1, 5}, mistakes), Block::skipped);
  EXPECT_THAT(places(mistakes.take()), ElementsAre("W0103@1:1", "W0103@2:1"));
}

TEST(FindBlock, SuggestsTheNearestAndGoesOnWithIt)
{
  Mistakes mistakes;
  EXPECT_EQ(find_block("paramters", {"m.bngl", 3, 1, 5}, mistakes), Block::parameters);
  const std::vector<Diagnostic> found = mistakes.take();
  EXPECT_THAT(places(found), ElementsAre("E0101@3:1"));
  EXPECT_EQ(found.front().hint, "Did you mean parameters?");
}

TEST(FindBlock, SkipsWhatResemblesNothing)
{
  Mistakes mistakes;
  EXPECT_EQ(find_block("weather", {}, mistakes), Block::skipped);
  EXPECT_TRUE(mistakes.has_error());
}

TEST(FindBlock, RefusesWhatTheLanguageLeavesOut)
{
  for (const char* name : {"reactions", "groups"}) {
    Mistakes mistakes;
    EXPECT_EQ(find_block(name, {"m.bngl", 1, 1, 5}, mistakes), Block::skipped);
    EXPECT_THAT(places(mistakes.take()), ElementsAre("E0207@1:1")) << name;
  }
}

}  // namespace
}  // namespace rascade::language
