// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <string>

#include "rascade/base/text.hpp"
#include "rascade/knowledge/knowledge.hpp"

namespace rascade::knowledge {
namespace {

class ShippedReview : public testing::Test {
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

TEST_F(ShippedReview, HoldTheWholeReview)
{
  EXPECT_EQ(k.therapies.size(), 124u);
  EXPECT_EQ(k.alterations.size(), 122u);
  EXPECT_EQ(k.regulators.size(), 44u);
  EXPECT_EQ(k.nodes.size(), 268u);
  EXPECT_EQ(k.edges.size(), 466u);
  EXPECT_EQ(k.figures.size(), 95u);
  EXPECT_EQ(k.conflicts.size(), 22u);
  EXPECT_EQ(k.parts.size(), 45u);  // 43 of biology, and two for data that are missing
}

TEST_F(ShippedReview, NamePartsThatExist)
{
  for (const Part& part : k.parts) {
    for (const std::string& module : part.modules) {
      EXPECT_TRUE(std::filesystem::exists(RASCADE_SOURCE_DIR "/models/" + module) ||
                  std::filesystem::exists(RASCADE_SOURCE_DIR "/src/rascade/" + module))
          << part.name << ": " << module;
    }
  }
}

// ClinicalTrials.gov: NCT and eight digits.
TEST_F(ShippedReview, GiveTrialsTheirRegistryNumbers)
{
  const std::regex number("NCT[0-9]{8}");
  for (const Therapy& therapy : k.therapies) {
    for (const std::string& trial : therapy.trials) {
      EXPECT_TRUE(std::regex_match(trial, number)) << therapy.id << ": " << trial;
    }
  }
}

// HGNC symbols are capitals and digits, with a hyphen in the HLA genes.
TEST_F(ShippedReview, NameGenesAsHgncDoes)
{
  const std::regex symbol("[A-Z][A-Z0-9]*(-[A-Z0-9]+)?");
  for (const GeneSymbol& gene : k.gene_symbols) {
    EXPECT_TRUE(std::regex_match(gene.symbol, symbol)) << gene.symbol;
  }
  for (const Gene& gene : k.genes) {
    EXPECT_TRUE(std::any_of(k.gene_symbols.begin(), k.gene_symbols.end(), [&](const GeneSymbol& s) {
      return s.symbol == gene.name;
    })) << gene.name;
  }
}

// OncoTree, release 2021-11-02: these codes and names stand there.
TEST_F(ShippedReview, NameCancersAsOncoTreeDoes)
{
  const std::map<std::string, std::string> onco_tree{
      {"LUNG", "Lung"},
      {"NSCLC", "Non-Small Cell Lung Cancer"},
      {"LUAD", "Lung Adenocarcinoma"},
      {"BOWEL", "Bowel"},
      {"COADREAD", "Colorectal Adenocarcinoma"},
      {"COAD", "Colon Adenocarcinoma"},
      {"PANCREAS", "Pancreas"},
      {"PAAD", "Pancreatic Adenocarcinoma"},
      {"SKIN", "Skin"},
      {"MEL", "Melanoma"},
      {"SKCM", "Cutaneous Melanoma"},
      {"EYE", "Eye"},
      {"UM", "Uveal Melanoma"},
      {"THYROID", "Thyroid"},
      {"THAP", "Anaplastic Thyroid Cancer"},
      {"BRAIN", "CNS/Brain"},
      {"GNOS", "Glioma, NOS"},
      {"GB", "Glioblastoma"},
      {"HEAD_NECK", "Head and Neck"},
      {"HNSC", "Head and Neck Squamous Cell Carcinoma"},
      {"PROSTATE", "Prostate"},
      {"PRAD", "Prostate Adenocarcinoma"},
      {"OVARY", "Ovary/Fallopian Tube"},
      {"OVT", "Ovarian Epithelial Tumor"},
      {"LGSOC", "Low-Grade Serous Ovarian Cancer"},
      {"BREAST", "Breast"},
      {"BRCA", "Invasive Breast Carcinoma"},
      {"STOMACH", "Esophagus/Stomach"},
      {"STAD", "Stomach Adenocarcinoma"},
      {"PNS", "Peripheral Nervous System"},
      {"MPNST", "Malignant Peripheral Nerve Sheath Tumor"},
      {"LYMPH", "Lymphoid"},
      {"MBN", "Mature B-Cell Neoplasms"},
      {"PCM", "Plasma Cell Myeloma"},
      {"SOFT_TISSUE", "Soft Tissue"},
      {"SARCNOS", "Sarcoma, NOS"}};
  for (const CancerType& type : k.cancer_types) {
    const auto known = onco_tree.find(type.code);
    ASSERT_NE(known, onco_tree.end()) << type.code;
    EXPECT_EQ(type.name, known->second);
  }
  for (const Cancer& cancer : k.cancers) {
    if (cancer.code == "EPITHELIUM") continue;  // no tumour
    EXPECT_TRUE(onco_tree.contains(cancer.code)) << cancer.code;
  }
}

TEST_F(ShippedReview, LetNoAgentBorrowADrug)
{
  for (const Therapy& therapy : k.therapies) {
    if (therapy.kind != "agent" || therapy.drug.empty()) continue;
    EXPECT_EQ(to_lower(therapy.name), to_lower(therapy.drug));
  }
}

}  // namespace
}  // namespace rascade::knowledge
