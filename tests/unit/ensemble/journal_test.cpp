// SPDX-License-Identifier: MIT
#include "rascade/ensemble/journal.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

namespace rascade::ensemble {
namespace {

namespace fs = std::filesystem;

class JournalFile : public testing::Test {
 protected:
  JournalFile() { fs::remove(path_); }
  ~JournalFile() override { fs::remove(path_); }

  std::shared_ptr<Journal> open(const std::string& key = "key") const
  {
    auto journal = Journal::open(path_, key);
    EXPECT_TRUE(journal) << to_string(journal.diagnostics());
    return *journal;
  }

  void write_sample() const
  {
    const auto journal = open();
    journal->begin("first");
    journal->append(1, "one");
    journal->append(0, "");
    journal->begin("second");
    journal->append(0, "zero");
  }

  /// What a stage has, as "member:bytes".
  static std::vector<std::string> read(Journal& journal, const std::string& stage)
  {
    std::vector<std::string> found;
    journal.begin(stage);
    while (const auto record = journal.next()) {
      found.push_back(std::to_string(record->member) + ":" + record->bytes);
    }
    return found;
  }

  std::string bytes() const
  {
    std::ifstream file(path_, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  }

  void put(const std::string& bytes) const { std::ofstream(path_, std::ios::binary) << bytes; }

  // Of its own, since CTest runs the tests side by side.
  std::string path_ = testing::TempDir() + "rascade_" +
                      testing::UnitTest::GetInstance()->current_test_info()->name() + ".journal";
};

using Found = std::vector<std::string>;

TEST_F(JournalFile, GivesBackWhatWasWritten)
{
  write_sample();
  const auto journal = open();
  EXPECT_EQ(read(*journal, "first"), (Found{"1:one", "0:"}));
  EXPECT_EQ(read(*journal, "second"), (Found{"0:zero"}));
  EXPECT_EQ(read(*journal, "third"), Found{});
}

TEST_F(JournalFile, BelievesWholeRecordsOnlyWhereverItIsCut)
{
  write_sample();
  const std::string whole = bytes();
  for (std::size_t length = 0; length < whole.size(); ++length) {
    put(whole.substr(0, length));
    const auto journal = open();
    const Found first = read(*journal, "first");
    EXPECT_LE(first.size(), 2U);
    for (std::size_t i = 0; i < first.size(); ++i) EXPECT_EQ(first[i], (Found{"1:one", "0:"})[i]);
    EXPECT_EQ(read(*journal, "second"), Found{}) << length;
  }
}

TEST_F(JournalFile, BelievesNothingFromAChangedByteOn)
{
  write_sample();
  const std::string whole = bytes();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    put(changed);
    const auto journal = open();
    read(*journal, "first");
    EXPECT_EQ(read(*journal, "second"), Found{}) << at;
  }
}

TEST_F(JournalFile, GoesOnBehindATornRecord)
{
  write_sample();
  put(bytes().substr(0, bytes().size() - 1));
  {
    const auto journal = open();
    read(*journal, "first");
    read(*journal, "second");
    journal->append(7, "new");
  }
  const auto journal = open();
  read(*journal, "first");
  EXPECT_EQ(read(*journal, "second"), Found{"7:new"});
}

TEST_F(JournalFile, CutsOffWhatAnotherStageFound)
{
  write_sample();
  {
    const auto journal = open();
    read(*journal, "first");
    EXPECT_EQ(read(*journal, "other"), Found{});
  }
  const auto journal = open();
  read(*journal, "first");
  EXPECT_EQ(read(*journal, "second"), Found{});
}

TEST_F(JournalFile, StartsAnewForAnotherKey)
{
  write_sample();
  EXPECT_EQ(read(*open("other"), "first"), Found{});
  EXPECT_EQ(read(*open(), "first"), Found{});
}

TEST_F(JournalFile, IsOfOneRunAtATime)
{
  const auto journal = open();
  const auto second = Journal::open(path_, "key");
  ASSERT_FALSE(second);
  EXPECT_EQ(second.diagnostics().front().code, "E2702");
}

TEST_F(JournalFile, ReportsAPlaceThatCannotBeWritten)
{
  const auto journal = Journal::open(testing::TempDir() + "no/such/folder/x.journal", "key");
  ASSERT_FALSE(journal);
  EXPECT_EQ(journal.diagnostics().front().code, "E2701");
}

TEST_F(JournalFile, LeavesNoFileBehindIfNothingWasFound)
{
  open();
  EXPECT_FALSE(fs::exists(path_));
  write_sample();
  open()->remove();
  EXPECT_FALSE(fs::exists(path_));
}

}  // namespace
}  // namespace rascade::ensemble
