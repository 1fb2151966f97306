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

TEST_F(ShippedTables, HoldTheWholeReview)
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

TEST_F(ShippedTables, NamePartsThatExist)
{
  for (const Part& part : k.parts) {
    for (const std::string& module : part.modules) {
      EXPECT_TRUE(std::filesystem::exists(root + "/models/" + module) ||
                  std::filesystem::exists(root + "/src/rascade/" + module))
          << part.name << ": " << module;
    }
  }
}

// HGNC symbols are capitals and digits, with a hyphen in the HLA genes.
TEST_F(ShippedTables, NameGenesAsHgncDoes)
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
TEST_F(ShippedTables, NameCancersAsOncoTreeDoes)
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

TEST_F(ShippedTables, LetNoAgentBorrowADrug)
{
  for (const Therapy& therapy : k.therapies) {
    if (therapy.kind != "agent" || therapy.drug.empty()) continue;
    EXPECT_EQ(to_lower(therapy.name), to_lower(therapy.drug));
  }
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
