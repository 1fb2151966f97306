// SPDX-License-Identifier: MIT
#include "rascade/claims/journal.hpp"

#include <gtest/gtest.h>

namespace rascade::claims {
namespace {

std::string written()
{
  JournalWriter writer;
  writer.add("lung|KRAS", {{3, 8, 9}, 20});
  std::string text = journal_header("key") + writer.take();
  writer.add("one", 0, true);
  writer.add("two", 0, false);
  return text + writer.take();
}

TEST(Journal, GivesBackWhatWasWritten)
{
  const JournalText read = read_journal(written(), "key");
  EXPECT_EQ(read.believed, written());
  EXPECT_EQ(read.journal.draws.at("lung|KRAS").numbers, (std::vector<std::uint32_t>{3, 8, 9}));
  EXPECT_EQ(read.journal.draws.at("lung|KRAS").tried, 20U);
  EXPECT_TRUE(read.journal.verdicts.at({"one", 0}));
  EXPECT_FALSE(read.journal.verdicts.at({"two", 0}));
}

TEST(Journal, BelievesNothingAfterTheLastWholeBlockWhereverItIsCut)
{
  const std::string whole = written();
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const JournalText read = read_journal(whole.substr(0, length), "key");
    EXPECT_TRUE(read.journal.verdicts.empty()) << length;
    EXPECT_TRUE(whole.starts_with(read.believed)) << length;
    EXPECT_TRUE(read.believed.ends_with('\n')) << length;
  }
}

TEST(Journal, StartsAnewForAnotherKey)
{
  const JournalText read = read_journal(written(), "other");
  EXPECT_TRUE(read.journal.draws.empty());
  EXPECT_EQ(read.believed, journal_header("other"));
}

TEST(JournalWriter, WritesNothingIfNothingWasAdded)
{
  JournalWriter writer;
  EXPECT_EQ(writer.take(), "");
}

}  // namespace
}  // namespace rascade::claims
