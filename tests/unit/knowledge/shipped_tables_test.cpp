// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <string>

#include "rascade/knowledge/knowledge.hpp"

namespace rascade::knowledge {
namespace {

class ShippedTables : public testing::Test {
 protected:
  void SetUp() override
  {
    Checked<Knowledge> loaded =
        load_knowledge(RASCADE_SOURCE_DIR "/knowledge", RASCADE_SOURCE_DIR "/models");
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

// `DOI` as the DOI handbook has it: 10., a registrant, a slash, a name without spaces.
TEST_F(ShippedTables, GiveWellFormedIdentifiers)
{
  const std::regex doi("10\\.[0-9]{4,9}/[!-~]+"), pmid("[1-9][0-9]{0,7}"), year("(19|20)[0-9]{2}");
  for (const Reference& r : k.references) {
    EXPECT_TRUE(r.doi.empty() || std::regex_match(r.doi, doi)) << r.key << ' ' << r.doi;
    EXPECT_TRUE(r.pmid.empty() || std::regex_match(r.pmid, pmid)) << r.key << ' ' << r.pmid;
    EXPECT_TRUE(r.year.empty() || std::regex_match(r.year, year)) << r.key << ' ' << r.year;
  }
}

// The edition of a label is not always recorded.
TEST_F(ShippedTables, CompleteEveryWorkThatIsEstablished)
{
  for (const Reference& r : k.references) {
    if (r.established == "no") continue;
    EXPECT_FALSE(r.author_list().empty()) << r.key;
    EXPECT_FALSE(r.title.empty()) << r.key;
    EXPECT_TRUE(!r.year.empty() || r.kind == "label") << r.key;
  }
}

// The review's own list runs from 1 to 216; 0 is the review.
TEST_F(ShippedTables, HoldARowForEveryReferenceOfTheReview)
{
  for (int number = 0; number <= 216; ++number) {
    const Reference* r = k.find_reference("r" + std::to_string(number));
    ASSERT_NE(r, nullptr) << number;
    EXPECT_TRUE(r->established != "no" || !r->note.empty()) << r->key;
  }
}

TEST_F(ShippedTables, NameModulesThatExist)
{
  for (const Mechanism& m : k.mechanisms) {
    EXPECT_TRUE(std::filesystem::exists(RASCADE_SOURCE_DIR "/models/" + m.module)) << m.module;
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
