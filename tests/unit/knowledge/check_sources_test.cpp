// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "rascade/knowledge/read_rows.hpp"

namespace rascade::knowledge {
namespace {

Reference reference(const std::string& key, const std::string& review = "")
{
  Reference r;
  r.key = key;
  r.review = review;
  r.span = {"references.tsv", 2, 1, 1};
  return r;
}

template <class T>
T citing(const std::string& ref)
{
  T row;
  row.refs = {ref};
  row.span = {"table.tsv", 9, 1, 1};
  return row;
}

/// One row in each table that cites by `refs`, all the same.
Reading all_citing(const std::string& ref)
{
  Reading reading;
  Knowledge& k = reading.knowledge;
  k.references = {reference("Smith2001", "7")};
  k.therapies = {citing<Therapy>(ref)};
  k.alterations = {citing<Alteration>(ref)};
  k.regulators = {citing<Regulator>(ref)};
  k.nodes = {citing<Node>(ref)};
  k.edges = {citing<Edge>(ref)};
  k.figures = {citing<Figure>(ref)};
  k.conflicts = {citing<Conflict>(ref)};
  k.claims.claims = {citing<Claim>(ref)};
  return reading;
}

TEST(CheckSources, FindsEveryRefThatDoesNotResolve)
{
  Reading reading = all_citing("r8");
  check_sources(reading);
  ASSERT_EQ(reading.mistakes.size(), 8U);
  for (const Diagnostic& d : reading.mistakes) {
    EXPECT_EQ(d.code, "E0712");
    EXPECT_EQ(d.span.line, 9U);
  }
}

TEST(CheckSources, TakesKeysAndAliases)
{
  for (const char* ref : {"Smith2001", "r7"}) {
    Reading reading = all_citing(ref);
    check_sources(reading);
    EXPECT_TRUE(reading.mistakes.empty()) << to_string(reading.mistakes);
  }
}

TEST(CheckSources, CountsARefAsACitation)
{
  Reading reading;
  reading.knowledge.references = {reference("Cited2001"), reference("Lost1999"),
                                  reference("r12", "12")};
  reading.knowledge.figures = {citing<Figure>("Cited2001")};
  check_sources(reading);
  ASSERT_EQ(reading.mistakes.size(), 1U) << to_string(reading.mistakes);
  EXPECT_EQ(reading.mistakes.front().code, "E0713");
  EXPECT_NE(reading.mistakes.front().message.find("Lost1999"), std::string::npos);
}

TEST(CheckSources, LooksAtTheCellsAndAmountsOfClaims)
{
  Reading reading;
  ClaimCell cell;
  cell.origin.source = "Lost1999";
  Perturbation by_amount, without;
  by_amount.amount.origin.source = "Lost2000";
  reading.knowledge.references = {reference("r12", "12")};
  reading.knowledge.claims.cells = {cell};
  reading.knowledge.claims.perturbations = {by_amount, without};
  check_sources(reading);
  EXPECT_EQ(reading.mistakes.size(), 2U) << to_string(reading.mistakes);
}

}  // namespace
}  // namespace rascade::knowledge
