// SPDX-License-Identifier: MIT
// The repository's own tables: whatever they name can be asked for, and every answer fits and
// cites.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rascade/atlas/answer_text.hpp"
#include "rascade/atlas/columns.hpp"
#include "rascade/atlas/questions.hpp"
#include "rascade/base/text.hpp"
#include "rascade/knowledge/knowledge.hpp"

namespace rascade::atlas {
namespace {

const knowledge::Knowledge& tables()
{
  static const knowledge::Knowledge loaded = [] {
    const std::string root = RASCADE_SOURCE_DIR;
    auto knowledge = knowledge::load_knowledge(root + "/knowledge", root + "/models");
    if (!knowledge) throw std::runtime_error(to_string(knowledge.diagnostics()));
    return *std::move(knowledge);
  }();
  return loaded;
}

const NameIndex& index()
{
  static const NameIndex names(tables());
  return names;
}

/// It fits the screen, says what it is for, and cites a source or says that none is given.
void expect_sound(const Checked<Answer>& answer, const std::string& what)
{
  ASSERT_TRUE(answer) << what << "\n" << to_string(answer.diagnostics());
  const std::string text = to_text(*answer, tables(), false);
  const auto lines = split(text, '\n');
  EXPECT_LE(lines.size() - 1, screen_lines) << text;
  for (const auto line : lines) EXPECT_LE(columns(line), screen_columns) << line;
  EXPECT_THAT(text, testing::Not(testing::HasSubstr("(0 of"))) << "a section without a row";
  const bool cites = !cited_keys(*answer).empty();
  EXPECT_TRUE(cites || text.find("is given") != std::string::npos) << text;
  EXPECT_THAT(text, testing::HasSubstr("research use only"));
}

TEST(ShippedReview, EverydayNamesAreUnderstood)
{
  for (const char* name : {"sotorasib", "AMG 510", "AMG510", "LUMAKRAS", "MRTX849", "amg-510"}) {
    EXPECT_NE(index().therapy(name), nullptr) << name;
  }
  EXPECT_EQ(index().therapy("AMG510"), index().therapy("Lumakras"));
  EXPECT_EQ(index().gene("ERBB1"), "EGFR");
  EXPECT_EQ(index().gene("LKB1"), "STK11");
  EXPECT_EQ(index().gene("TPL2"), "MAP3K8");
  for (const char* cancer : {"PDAC", "CRC", "NSCLC", "melanoma"}) {
    EXPECT_NE(index().cancer(cancer), nullptr) << cancer;
  }
}

TEST(ShippedReview, EveryTherapyHasAnAnswer)
{
  for (const auto& row : tables().therapies) {
    expect_sound(answer_drug(index(), tables(), row.id), row.id);
    expect_sound(answer_escape(index(), tables(), row.id + " @ NSCLC KRAS G12C"), row.id);
    expect_sound(answer_combine(index(), tables(), row.id + " @ PDAC"), row.id);
  }
}

TEST(ShippedReview, EveryGeneAndNodeHasAnAnswer)
{
  for (const auto& row : tables().gene_symbols) {
    expect_sound(answer_gene(index(), tables(), row.symbol), row.symbol);
  }
  for (const auto& row : tables().nodes)
    expect_sound(answer_gene(index(), tables(), row.name), row.name);
}

TEST(ShippedReview, EveryAlterationHasAnAnswer)
{
  for (const auto& row : tables().alterations) {
    if (row.genes.empty()) continue;
    const std::string& change = row.variant.empty() ? row.kind : row.variant;
    expect_sound(answer_variant(index(), tables(), row.genes.front() + ":" + change), row.id);
  }
}

TEST(ShippedReview, EveryRegulatorHasAnAnswer)
{
  for (const auto& row : tables().regulators) {
    expect_sound(answer_regulator(index(), tables(), row.id), row.id);
  }
}

}  // namespace
}  // namespace rascade::atlas
