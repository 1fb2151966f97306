// SPDX-License-Identifier: MIT
#include "rascade/knowledge/reference.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/knowledge/small_tables.hpp"

namespace rascade::knowledge {
namespace {

using testing::HasSubstr;

Reference written_by(const std::string& authors)
{
  Reference r;
  r.authors = authors;
  r.year = "2001";
  r.title = "On doors";
  r.journal = "J Wood 5:12";
  return r;
}

TEST(Citation, NamesOneOrTwoAuthorsAndShortensMore)
{
  EXPECT_EQ(written_by("Smith AB").citation(), "Smith 2001, On doors, J Wood 5:12");
  EXPECT_EQ(written_by("Smith AB; van Dyke C").citation(),
            "Smith and van Dyke 2001, On doors, J Wood 5:12");
  EXPECT_EQ(written_by("Smith AB; Wood C; Oak D").citation(),
            "Smith et al. 2001, On doors, J Wood 5:12");
  EXPECT_EQ(written_by("Smith AB; et al.").citation(), "Smith et al. 2001, On doors, J Wood 5:12");
}

// A name that is not `Surname AB` is no person's: nothing of it is left out.
TEST(Citation, LeavesTheNameOfAGroupWhole)
{
  EXPECT_THAT(written_by("Door Makers Limited").citation(), HasSubstr("Door Makers Limited 2001"));
}

TEST(Citation, LeavesOutWhatIsNotKnown)
{
  Reference r;
  r.title = "No source";
  EXPECT_EQ(r.citation(), "No source");
}

TEST(Citation, SaysThatAWorkIsNotEstablished)
{
  Reference r;
  r.review = "12";
  r.note = "doors of oak";
  EXPECT_EQ(r.citation(), "Not established: reference 12 of the review, doors of oak");
}

TEST(Identifier, IsTheDoiElseThePmid)
{
  Reference r = written_by("Smith AB");
  EXPECT_EQ(r.identifier(), "");
  EXPECT_EQ(r.url(), "");
  r.pmid = "123";
  EXPECT_EQ(r.identifier(), "pmid:123");
  EXPECT_EQ(r.url(), "https://pubmed.ncbi.nlm.nih.gov/123/");
  r.doi = "10.1000/door.1";
  EXPECT_EQ(r.identifier(), "doi:10.1000/door.1");
  EXPECT_EQ(r.url(), "https://doi.org/10.1000/door.1");
}

TEST(Authors, AreAListWithoutTheRest)
{
  const std::vector<Author> authors = written_by("Smith AB; van Dyke C; et al.").author_list();
  ASSERT_EQ(authors.size(), 2U);
  EXPECT_EQ(authors[0].surname, "Smith");
  EXPECT_EQ(authors[0].initials, "AB");
  EXPECT_EQ(authors[1].surname, "van Dyke");
  EXPECT_TRUE(written_by("Smith AB; et al.").has_more_authors());
  EXPECT_FALSE(written_by("Smith AB").has_more_authors());
}

TEST(FindReference, TakesAKeyOrANumberOfTheReview)
{
  const Checked<Knowledge> k = SmallTables().load();
  ASSERT_TRUE(k) << to_string(k.diagnostics());
  const Reference* smith = k->find_reference("Smith2001");
  ASSERT_NE(smith, nullptr);
  EXPECT_EQ(smith->journal, "J Wood 5:12");
  EXPECT_EQ(k->find_reference("r7"), smith);
  EXPECT_EQ(k->find_reference("r8"), nullptr);
  EXPECT_EQ(k->find_reference("r"), nullptr);
  EXPECT_EQ(k->find_reference("7"), nullptr);
}

// A row of the review's list needs no row that cites it, nor, not yet established, a title.
TEST(ReviewList, MayHoldWhatNothingCites)
{
  SmallTables tables;
  const auto loaded = tables.add("references", "r8|article|||||||8|no|doors of oak").load();
  ASSERT_TRUE(loaded) << to_string(loaded.diagnostics());
  EXPECT_NE(loaded->find_reference("r8"), nullptr);
}

TEST(ReviewList, MayBeCitedByAlias)
{
  SmallTables tables;
  EXPECT_TRUE(tables.change("parameters", "Smith2001|measured", "r7|measured").load());
}

}  // namespace
}  // namespace rascade::knowledge
