// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "unit/knowledge/small_tables.hpp"

namespace rascade::knowledge {
namespace {

std::string hash_of_small(SmallTables& tables)
{
  const Checked<Knowledge> loaded = tables.load();
  EXPECT_TRUE(loaded) << to_string(loaded.diagnostics());
  return loaded ? loaded->hash : "";
}

TEST(Hash, HasSixteenHexDigitsAndIsRepeatable)
{
  SmallTables tables;
  const std::string hash = hash_of_small(tables);
  EXPECT_THAT(hash, testing::MatchesRegex("[0-9a-f]{16}"));
  EXPECT_EQ(hash_of_small(tables), hash);
}

TEST(Hash, ChangesWithEveryTableModelAndName)
{
  SmallTables tables;
  std::set<std::string> hashes{hash_of_small(tables)};
  tables.add("levels", "# no more than a comment");
  EXPECT_TRUE(hashes.insert(hash_of_small(tables)).second);
  tables.set_model("drugs/lid.bngl", "lid ");
  EXPECT_TRUE(hashes.insert(hash_of_small(tables)).second);
  tables.set_model("new.bngl", "");
  EXPECT_TRUE(hashes.insert(hash_of_small(tables)).second);
  // The same bytes under another division into files are other models.
  tables.set_model("core.bngl", "").set_model("new.bngl", "core");
  EXPECT_TRUE(hashes.insert(hash_of_small(tables)).second);
}

TEST(Hash, IgnoresOtherFiles)
{
  SmallTables tables;
  const std::string hash = hash_of_small(tables);
  EXPECT_EQ(hash_of_small(tables.set_model("README.md", "text")), hash);
}

}  // namespace
}  // namespace rascade::knowledge
