// SPDX-License-Identifier: MIT
#include "rascade/knowledge/hgvs.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace rascade::knowledge {
namespace {

TEST(Hgvs, WritesASubstitutionInThreeLetters)
{
  EXPECT_EQ(to_hgvs("G12C"), "p.Gly12Cys");
  EXPECT_EQ(to_hgvs("V600E"), "p.Val600Glu");
  EXPECT_EQ(to_hgvs("H1047R"), "p.His1047Arg");
}

TEST(Hgvs, WritesAStopAsTer) { EXPECT_EQ(to_hgvs("W22*"), "p.Trp22Ter"); }

// IUPAC-IUB 1983: twenty amino acids; B, J, O, U, X and Z are none of them.
TEST(Hgvs, KnowsTwentyAminoAcids)
{
  std::set<std::string> written;
  for (char letter = 'A'; letter <= 'Z'; ++letter) {
    if (const auto hgvs = to_hgvs(std::string("G1") + letter)) written.insert(*hgvs);
  }
  EXPECT_EQ(written.size(), 20u);
  for (const char* none : {"G1B", "G1J", "G1O", "G1U", "G1X", "G1Z"}) EXPECT_FALSE(to_hgvs(none));
}

TEST(Hgvs, LeavesOtherChangesAlone)
{
  for (const char* other : {"", "G", "G12", "12C", "GC", "G0C", "G012C", "G12c", "g12C", "G1-2C",
                            "loss", "amplification", "A*11:01", "G12, any", "p61"}) {
    EXPECT_FALSE(to_hgvs(other)) << other;
  }
}

}  // namespace
}  // namespace rascade::knowledge
