// SPDX-License-Identifier: MIT
#include "rascade/atlas/names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/atlas/small_review.hpp"

namespace rascade::atlas {
namespace {

class Names : public testing::Test {
 protected:
  knowledge::Knowledge tables = small_review();
  NameIndex index{tables};
};

TEST_F(Names, AreFoundWhateverTheirCaseAndPunctuation)
{
  for (const char* name : {"firstib", "Firstib", "AB 510", "AB510", "ab-510", "FIRSTA"}) {
    ASSERT_NE(index.therapy(name), nullptr) << name;
    EXPECT_EQ(index.therapy(name)->id, "firstib") << name;
  }
  EXPECT_EQ(index.gene("tra1"), "AAA");
  EXPECT_EQ(index.cancer("crc")->code, "COADREAD");
  EXPECT_EQ(index.regulator("rrr")->id, "RRR");
}

TEST_F(Names, AMisspellingGetsTheNearestName)
{
  EXPECT_EQ(index.therapy("firstob"), nullptr);
  const Diagnostic mistake = index.unknown(Subject::therapy, "firstob");
  EXPECT_EQ(mistake.code, "E2201");
  EXPECT_EQ(mistake.hint, "Did you mean Firstib?");
}

TEST_F(Names, ANameOfAnotherKindIsRecognised)
{
  EXPECT_EQ(index.unknown(Subject::therapy, "AAA").hint,
            "'AAA' is a gene: rascade atlas gene 'AAA'");
}

TEST_F(Names, ASynonymNeverHidesAnotherRowsOwnName)
{
  tables.therapies[0].synonyms.push_back("Secondib");
  EXPECT_EQ(NameIndex(tables).therapy("secondib")->id, "secondib");
}

TEST(Mentions, NeedsWholeWords)
{
  EXPECT_TRUE(mentions("binds KRAS-G12C only", "KRAS G12C"));
  EXPECT_TRUE(mentions("BCL-XL/BCL-2", "bcl2"));
  EXPECT_FALSE(mentions("metabolism", "MET"));
  EXPECT_FALSE(mentions("anything", ""));
}

}  // namespace
}  // namespace rascade::atlas
