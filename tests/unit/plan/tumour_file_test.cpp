// SPDX-License-Identifier: MIT
#include "rascade/plan/tumour_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace rascade::plan {
namespace {

Checked<TumourCase> read(const std::string& text) { return read_tumour(text, "t.toml", support::tables()); }

std::string only_mistake(const std::string& text)
{
  const auto tumour = read(text);
  if (tumour) return "none";
  const Diagnostic& d = tumour.diagnostics().front();
  return d.code + " " + std::to_string(d.span.line) + ":" + std::to_string(d.span.column) + " " + d.hint;
}

TEST(ReadTumour, TakesGenotypeCopiesLevelsAndDrugs)
{
  const auto tumour = read(R"(name = "n"
cancer = "LUAD"
genotype = ["KRAS p.G12C + p.Y96D", "MET amplification"]
treatment = ["LUMAKRAS"]
prior = ["erlotinib"]
cells = 1e9
[copies]
"KRAS p.G12C + p.Y96D" = 3
KRAS = 0
[receptors]
EGFR = "high"
)");
  ASSERT_TRUE(tumour) << to_string(tumour.diagnostics());
  EXPECT_THAT(tumour->genotype, testing::ElementsAre("KRAS G12C + Y96D", "MET amplification"));
  EXPECT_EQ(tumour->cell.alleles.front().copies, 3);
  EXPECT_EQ(tumour->cell.wild_type_copies.at("KRAS"), 0);
  EXPECT_EQ(tumour->cell.levels.at("copies_EGFR"), "high");
  EXPECT_EQ(tumour->treatment.front()->name, "sotorasib");
  EXPECT_EQ(tumour->cells, 1e9);
}

TEST(ReadTumour, PointsToTheUnknownNameAndSuggestsTheNearest)
{
  EXPECT_THAT(only_mistake("cancer = \"LUAD\"\ngenotype = [\"KRSA p.G12C\"]"),
              testing::AllOf(testing::StartsWith("E0904 2:13"), testing::HasSubstr("KRAS")));
  EXPECT_THAT(only_mistake("cancer = \"LUAD\"\ntreatment = [\"sotorasb\"]"),
              testing::AllOf(testing::StartsWith("E0904 2:14"), testing::HasSubstr("sotorasib")));
  EXPECT_THAT(only_mistake("cancer = \"LUDA\""), testing::HasSubstr("LUAD"));
  EXPECT_THAT(only_mistake("cancer = \"LUAD\"\ngenotpye = []"),
              testing::AllOf(testing::StartsWith("E0902 2:1"), testing::HasSubstr("genotype")));
  EXPECT_THAT(only_mistake("cancer = \"LUAD\"\n[receptors]\nEGFR = \"hgh\""),
              testing::AllOf(testing::StartsWith("E0904 3:8"), testing::HasSubstr("high")));
}

TEST(ReadTumour, ReportsAllMistakesAtOnce)
{
  const auto tumour = read("cancer = 3\ngenotype = [\"X y\", 4]\ncells = -1\nfoo = 1\n");
  ASSERT_FALSE(tumour);
  EXPECT_GE(tumour.diagnostics().size(), 5U);
}

TEST(ReadTumour, SaysWhereTheTomlBreaks)
{
  EXPECT_THAT(only_mistake("cancer = \"LUAD\"\nname = \n"), testing::StartsWith("E0901 2:"));
}

TEST(TumourTemplate, IsAFileThatReads)
{
  const auto tumour = read(tumour_template(support::tables()));
  ASSERT_TRUE(tumour) << to_string(tumour.diagnostics());
  EXPECT_FALSE(tumour->genotype.empty());
}

}  // namespace
}  // namespace rascade::plan
