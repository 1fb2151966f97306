// SPDX-License-Identifier: MIT
#include "rascade/atlas/tumour_question.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/atlas/small_review.hpp"

namespace rascade::atlas {
namespace {

class TumourQuestions : public testing::Test {
 protected:
  knowledge::Knowledge tables = small_review();
  NameIndex index{tables};

  std::string read(const char* text) const
  {
    const auto question = parse_tumour_question(index, text);
    return question ? describe(tables, question->tumour) : question.diagnostics().front().code;
  }
};

TEST_F(TumourQuestions, AreReadInEverySpelling)
{
  EXPECT_EQ(read("firstib @ CRC AAA p.G12C"), "CRC, AAA G12C");
  EXPECT_EQ(read("firstib @ AAA p.Gly12Cys bowel cancer"), "CRC, AAA G12C");
  EXPECT_EQ(read("firstib@lung cancer, AAA-mutant"), "Lung, AAA mutant");
  EXPECT_EQ(read("firstib @ AAA:G12C BBB amplification"), "AAA G12C, BBB amplification");
  EXPECT_EQ(read("firstib"), "any tumour");
}

TEST_F(TumourQuestions, AnAnswerOfTheirsCanBeAskedAgain)
{
  EXPECT_EQ(read("firstib @ any tumour"), "any tumour");
  EXPECT_EQ(read("firstib @ COADREAD, AAA G12C"), "CRC, AAA G12C");
}

TEST_F(TumourQuestions, ReadCombinations)
{
  const auto question = parse_tumour_question(index, "AB510 + bbi @ CRC");
  ASSERT_TRUE(question);
  EXPECT_THAT(question->therapies, testing::ElementsAre("firstib", "bbi"));
}

TEST_F(TumourQuestions, NameWhatTheyDoNotKnow)
{
  EXPECT_EQ(read("nonsense @ CRC"), "E2201");
  EXPECT_EQ(read("firstib @ CRD"), "E2202");
  EXPECT_EQ(read("@ CRC"), "E2203");
}

TEST(ShortVariant, IsTheOneLetterForm)
{
  EXPECT_EQ(short_variant("p.Tyr96Asp"), "Y96D");
  EXPECT_EQ(short_variant("p.Y96D"), "Y96D");
  EXPECT_EQ(short_variant("y96d"), "Y96D");
  EXPECT_EQ(short_variant("p.Arg213Ter"), "R213*");
  EXPECT_EQ(short_variant("amplification"), "amplification");
}

class Fits : public TumourQuestions {};

TEST_F(Fits, ACancerFitsItsKindsAndItsGenus)
{
  EXPECT_EQ(cancer_fit(index, "LUNG", {"LUAD"}), 2);
  EXPECT_EQ(cancer_fit(index, "LUAD", {"LUNG"}), 2);
  EXPECT_EQ(cancer_fit(index, "LUAD", {"COADREAD"}), 0);
  EXPECT_EQ(cancer_fit(index, "LUAD", {}), 1);
  EXPECT_EQ(cancer_fit(index, "", {"LUAD"}), 1);
}

TEST_F(Fits, AGenotypeFitsItsOwnAlleleBest)
{
  const std::vector<Tumour::Allele> alleles{{"AAA", "G12C"}};
  EXPECT_EQ(genotype_fit(index, alleles, "lung cancer; AAA-G12C"), 2);
  EXPECT_EQ(genotype_fit(index, alleles, "any; AAA-mut"), 1);
  EXPECT_EQ(genotype_fit(index, alleles, "any"), 1);
  EXPECT_EQ(genotype_fit(index, alleles, "AAA G12D"), 0);
  EXPECT_EQ(genotype_fit(index, alleles, "BBB V600E"), 0);
}

}  // namespace
}  // namespace rascade::atlas
