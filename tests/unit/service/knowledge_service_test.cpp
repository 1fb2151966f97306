// SPDX-License-Identifier: MIT
#include "rascade/service/knowledge_service.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "support/tables.hpp"

namespace rascade::service {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

class KnowledgeDiff : public testing::Test {
 protected:
  void SetUp() override
  {
    root_ = fs::path(testing::TempDir()) /
            ("rascade_diff_" +
             std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::create_directories(root_ / "old");
    fs::create_directories(root_ / "new");
  }
  void TearDown() override { fs::remove_all(root_); }

  /// `|` stands for the tab.
  void write(const std::string& path, std::string text) const
  {
    std::replace(text.begin(), text.end(), '|', '\t');
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::binary) << text;
  }
  Checked<std::vector<KnowledgeChange>> compare() const
  {
    return compare_knowledge((root_ / "old").string(), (root_ / "new").string());
  }
  std::vector<KnowledgeChange> changes() const
  {
    auto found = compare();
    EXPECT_TRUE(found) << to_string(found.diagnostics());
    return found ? *found : std::vector<KnowledgeChange>{};
  }

 private:
  fs::path root_;
};

TEST_F(KnowledgeDiff, FindsNothingBetweenEqualTables)
{
  write("old/doors.tsv", "# a comment\ndoor|height\noak|2\n");
  write("new/doors.tsv", "door|height\r\noak|2\r\n\n");
  EXPECT_TRUE(changes().empty());
  EXPECT_THAT(to_text(changes(), KnowledgeFormat::text), HasSubstr("the same"));
}

TEST_F(KnowledgeDiff, NamesRowsAddedRemovedAndChanged)
{
  write("old/doors.tsv", "door|height|note\noak|2|\ntin|1|old\n");
  write("new/doors.tsv", "door|height|note\nelm|3|new\noak|2.5|\n");
  const auto found = changes();
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].change, "added");
  EXPECT_THAT(found[0].key, ElementsAre("elm"));
  EXPECT_EQ(found[0].after, "height=3 | note=new");
  EXPECT_EQ(found[1].change, "changed");
  EXPECT_EQ(found[1].column, "height");
  EXPECT_EQ(found[1].before, "2");
  EXPECT_EQ(found[1].after, "2.5");
  EXPECT_EQ(found[2].change, "removed");
  EXPECT_EQ(found[2].before, "height=1 | note=old");
}

TEST_F(KnowledgeDiff, TakesAsManyFirstCellsAsTellTheRowsApart)
{
  write("old/routes.tsv", "gene|variant|rate\nOAK|A|1\nOAK|B|2\n");
  write("new/routes.tsv", "gene|variant|rate\nOAK|B|3\nOAK|A|1\n");
  const auto found = changes();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0].key, ElementsAre("OAK", "B"));
  EXPECT_EQ(found[0].column, "rate");
}

TEST_F(KnowledgeDiff, CountsRowsThatAreWhollyAlike)
{
  write("old/edges.tsv", "from|to\na|b\na|b\n");
  write("new/edges.tsv", "from|to\na|b\na|b\na|b\n");
  const auto found = changes();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].change, "added");
  EXPECT_THAT(found[0].key, ElementsAre("a", "b", "#3"));
}

TEST_F(KnowledgeDiff, ComparesOnlyColumnsThatBothHaveAndNamesTheOthers)
{
  write("old/doors.tsv", "door|width|height\noak|1|2\n");
  write("new/doors.tsv", "door|height|colour\noak|3|red\n");
  const auto found = changes();
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].change, "column added");
  EXPECT_EQ(found[0].column, "colour");
  EXPECT_EQ(found[1].change, "column removed");
  EXPECT_EQ(found[1].column, "width");
  EXPECT_EQ(found[2].column, "height");
}

TEST_F(KnowledgeDiff, LooksIntoSubfoldersAndTakesANewTableAsAllAdded)
{
  write("old/doors.tsv", "door\noak\n");
  write("new/review/parts.tsv", "part|label\nhinge|A hinge\nlock|A lock\n");
  const auto found = changes();
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].table, "doors");
  EXPECT_EQ(found[0].change, "removed");
  EXPECT_EQ(found[1].table, "review/parts");
  EXPECT_THAT(found[2].key, ElementsAre("lock"));
}

TEST_F(KnowledgeDiff, RefusesAFolderWithoutTablesAndAStrayTab)
{
  EXPECT_EQ(compare().diagnostics().front().code, "E2111");
  EXPECT_EQ(compare().diagnostics().size(), 2U);
  write("old/doors.tsv", "door\noak\n");
  write("new/doors.tsv", "door\noak|x\n");
  const auto found = compare();
  ASSERT_FALSE(found);
  EXPECT_EQ(found.diagnostics().front().code, "E2112");
  EXPECT_EQ(found.diagnostics().front().span.line, 2U);
}

TEST_F(KnowledgeDiff, WritesTheSameChangesInEachForm)
{
  write("old/doors.tsv", "door|height\noak|2\n");
  write("new/doors.tsv", "door|height\noak|3\n");
  EXPECT_THAT(to_text(changes(), KnowledgeFormat::tsv),
              HasSubstr("doors\tchanged\toak\theight\t2\t3\n"));
  const auto json = nlohmann::json::parse(to_text(changes(), KnowledgeFormat::json));
  EXPECT_EQ(json["changes"][0]["key"][0], "oak");
  EXPECT_EQ(json["changes"][0]["new"], "3");
  const std::string text = to_text(changes(), KnowledgeFormat::text);
  EXPECT_THAT(text, HasSubstr("0 rows added, 0 removed, 1 cells changed"));
  EXPECT_THAT(text, HasSubstr("Research use only"));
}

TEST(KnowledgeSummary, GivesTheHashAndTheRowsOfEveryTable)
{
  const std::string root = support::source_folder();
  const auto session = Session::open({root + "/knowledge", root + "/models", "", ""});
  ASSERT_TRUE(session);
  const auto summary = summarise_knowledge(*session);
  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->hash, support::tables().hash);
  const auto json = nlohmann::json::parse(to_text(*summary, KnowledgeFormat::json));
  EXPECT_EQ(json["rows"]["references"], support::tables().references.size());
  EXPECT_EQ(json["rows"]["drugs"], support::tables().drugs.size());
  EXPECT_THAT(to_text(*summary, KnowledgeFormat::text), HasSubstr(summary->hash));
  EXPECT_THAT(to_text(*summary, KnowledgeFormat::tsv), HasSubstr("\nreferences\t"));
}

}  // namespace
}  // namespace rascade::service
