// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <filesystem>

#include "rascade/knowledge/knowledge.hpp"

namespace rascade::knowledge {
namespace {

const std::string root = RASCADE_SOURCE_DIR;

class ShippedTables : public testing::Test {
 protected:
  void SetUp() override
  {
    Checked<Knowledge> loaded = load_knowledge(root + "/knowledge", root + "/models");
    ASSERT_TRUE(loaded) << to_string(loaded.diagnostics());
    k = *std::move(loaded);
  }
  Knowledge k;
};

TEST_F(ShippedTables, AreWithoutMistakes)
{
  EXPECT_FALSE(k.parameters.empty());
  EXPECT_FALSE(k.genes.empty());
  EXPECT_FALSE(k.variants.empty());
  EXPECT_FALSE(k.drugs.empty());
  EXPECT_FALSE(k.switches.empty());
  EXPECT_FALSE(k.cancers.empty());
  EXPECT_FALSE(k.levels.empty());
  EXPECT_FALSE(k.routes.empty());
  EXPECT_FALSE(k.trials.empty());
  EXPECT_FALSE(k.baselines.empty());
}

TEST_F(ShippedTables, NameModulesThatExist)
{
  for (const Mechanism& m : k.mechanisms) {
    EXPECT_TRUE(std::filesystem::exists(root + "/models/" + m.module)) << m.module;
  }
}

TEST_F(ShippedTables, FindEveryEntryByItsNameAndSynonyms)
{
  for (const Drug& drug : k.drugs) {
    EXPECT_EQ(k.find_drug(drug.name), &drug);
    for (const std::string& synonym : drug.synonyms) EXPECT_EQ(k.find_drug(synonym), &drug);
  }
  for (const Variant& variant : k.variants) {
    EXPECT_EQ(k.find_variant(variant.gene, variant.name), &variant);
    for (const std::string& synonym : variant.synonyms) {
      EXPECT_EQ(k.find_variant(variant.gene, synonym), &variant);
    }
  }
}

}  // namespace
}  // namespace rascade::knowledge
