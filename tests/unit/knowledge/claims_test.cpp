// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rascade/knowledge/knowledge.hpp"
#include "unit/knowledge/claim_tables.hpp"

namespace rascade::knowledge {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Claims : public testing::Test {
 protected:
  void SetUp() override
  {
    SmallTables tables;
    const Checked<Knowledge> loaded = add_claims(tables).load();
    ASSERT_TRUE(loaded) << to_string(loaded.diagnostics());
    book = loaded->claims;
  }
  ClaimBook book;
};

TEST_F(Claims, HaveCellsAsTumourFilesWriteThem)
{
  ASSERT_EQ(book.cells.size(), 2u);
  EXPECT_EQ(book.cells[0].name, "shed");
  EXPECT_EQ(book.cells[0].cancer, "PINE");
  EXPECT_THAT(book.cells[0].alleles, ElementsAre("OAK A1B x2", "TIN loss"));
  EXPECT_THAT(book.cells[0].levels, ElementsAre("copies_door high"));
  EXPECT_EQ(book.cells[0].origin.note, "a shed");
  EXPECT_THAT(book.cells[1].alleles, IsEmpty());
}

TEST_F(Claims, HaveContextsWithCellsOrWithoutParts)
{
  ASSERT_EQ(book.contexts.size(), 2u);
  EXPECT_THAT(book.contexts[0].cells, ElementsAre("shed", "hut"));
  EXPECT_THAT(book.contexts[0].missing, IsEmpty());
  EXPECT_THAT(book.contexts[1].missing, ElementsAre("boats"));
}

TEST_F(Claims, HavePerturbationsInTheOrderOfTheirRows)
{
  ASSERT_EQ(book.perturbations.size(), 8u);
  const Perturbation& fitting = book.perturbations[1];
  EXPECT_EQ(fitting.token, "wedge");
  EXPECT_EQ(fitting.target, "lidanib");
  EXPECT_EQ(fitting.needs, "OAK A1B");
  EXPECT_EQ(fitting.amount.origin.note, "fits the knot");
  const Perturbation& more = book.perturbations[3];
  EXPECT_EQ(more.change, Change::scale);
  EXPECT_EQ(more.amount.value, 5);
  EXPECT_EQ(more.amount.high, 10);
  EXPECT_EQ(book.perturbations[4].amount.origin.grade, Grade::measured);
  EXPECT_EQ(book.perturbations[5].change, Change::set);
  EXPECT_THAT(book.perturbations[7].missing, ElementsAre("boats"));
}

TEST_F(Claims, HaveReadoutsWithRangeUnitAndBenefit)
{
  ASSERT_EQ(book.readouts.size(), 4u);
  EXPECT_EQ(book.readouts[0].output, "open/all");
  EXPECT_EQ(book.readouts[0].time_h, 24);
  EXPECT_EQ(book.readouts[0].high, 1);
  EXPECT_EQ(book.readouts[0].benefit, "down");
  EXPECT_EQ(book.readouts[1].unit, "d");
  EXPECT_THAT(book.readouts[3].missing, ElementsAre("boats"));
}

TEST_F(Claims, HaveArmsAndWhatIsExpectedOfThem)
{
  ASSERT_EQ(book.claims.size(), 3u);
  const Claim& first = book.claims[0];
  EXPECT_EQ(first.id, "D1");
  EXPECT_EQ(first.b, "oe:door + ko:OAK");
  EXPECT_EQ(first.base, "none");
  EXPECT_EQ(first.time_h, 12);
  EXPECT_EQ(first.expected, "b<a");
  EXPECT_THAT(first.parts, ElementsAre("wood", "hinges"));
  EXPECT_THAT(first.refs, ElementsAre("r7", "Smith2001"));
  EXPECT_EQ(first.row_hash, "0123456789abcdef");
  EXPECT_EQ(first.doubt, "perhaps");
  EXPECT_THAT(book.claims[1].more, ElementsAre("wedge + mut:more", "none"));
  EXPECT_EQ(book.claims[1].control, "wedge");
  EXPECT_FALSE(book.claims[1].time_h);
  EXPECT_EQ(book.claims[2].b, "-");
}

TEST(WithoutTheirFolder, ThereAreNoClaims)
{
  const Checked<Knowledge> loaded = SmallTables().load();
  ASSERT_TRUE(loaded) << to_string(loaded.diagnostics());
  EXPECT_THAT(loaded->claims.claims, IsEmpty());
  EXPECT_THAT(loaded->claims.cells, IsEmpty());
}

}  // namespace
}  // namespace rascade::knowledge
