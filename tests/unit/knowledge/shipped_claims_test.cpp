// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "rascade/knowledge/knowledge.hpp"

namespace rascade::knowledge {
namespace {

class ShippedClaims : public testing::Test {
 protected:
  static void SetUpTestSuite()
  {
    const Checked<Knowledge> loaded =
        load_knowledge(RASCADE_SOURCE_DIR "/knowledge", RASCADE_SOURCE_DIR "/models");
    ASSERT_TRUE(loaded) << to_string(loaded.diagnostics());
    book = loaded->claims;
    alterations = loaded->alterations;
  }
  static inline ClaimBook book;
  static inline std::vector<Alteration> alterations;
};

std::vector<std::string> arms_of(const Claim& claim)
{
  std::vector<std::string> arms{claim.a, claim.b, claim.base, claim.control};
  arms.insert(arms.end(), claim.more.begin(), claim.more.end());
  return arms;
}

/// The forms a relation may have, as the claims engine documents them.
bool is_relation(const std::string& text)
{
  static const std::string number = R"(-?\d+(\.\d+)?)";
  static const std::array forms{
      std::regex("b(<|>|<<|>>|~|!=|<=)a|b=0|synergy|present|absent"),
      std::regex(R"(order: (a|b|m\d)( (<|>|<<|>>|~) (a|b|m\d))+)"),
      std::regex("shape:( (nadir|peak|end|rise|recovery|decline)(<=|>=)" + number + ")+"),
      std::regex(R"(corr: [+-] \S+)"),
      std::regex("(value|freq): " + number + R"(\.\.)" + number + R"( \S+)"),
      std::regex(R"((list|state|conflict): \S.*)")};
  return std::any_of(forms.begin(), forms.end(),
                     [&](const std::regex& form) { return std::regex_match(text, form); });
}

TEST_F(ShippedClaims, KeepTheirDenominators)
{
  std::map<std::string, int> levels;
  std::set<std::string> ids, statements, hashes;
  for (const Claim& claim : book.claims) {
    ++levels[claim.level];
    ids.insert(claim.id);
    statements.insert(claim.statement);
    hashes.insert(claim.row_hash);
  }
  EXPECT_EQ(book.claims.size(), 692u);
  EXPECT_EQ(levels["molecular"], 264);
  EXPECT_EQ(levels["cell"], 262);
  EXPECT_EQ(levels["population"], 77);
  EXPECT_EQ(levels["clinical"], 89);
  EXPECT_EQ(statements.size(), 251u);
  EXPECT_EQ(ids.size(), 692u);
  EXPECT_EQ(*ids.begin(), "C001");
  EXPECT_EQ(*ids.rbegin(), "C692");
  EXPECT_EQ(hashes.size(), 692u);  // of the rows they were made from, each another
}

TEST_F(ShippedClaims, ExpectWhatCanBeRead)
{
  for (const Claim& claim : book.claims) {
    EXPECT_TRUE(is_relation(claim.expected)) << claim.id << ": " << claim.expected;
  }
}

TEST_F(ShippedClaims, NameTheArmsOfTheirRelation)
{
  for (const Claim& claim : book.claims) {
    const bool compares =
        claim.expected.find_first_of("<>~=") != std::string::npos || claim.expected == "synergy";
    const bool is_shape = claim.expected.starts_with("shape:");
    const bool is_free = claim.expected.starts_with("list:") ||
                         claim.expected.starts_with("state:") ||
                         claim.expected.starts_with("conflict:");
    if (compares && !is_shape && !is_free) {
      EXPECT_NE(claim.b, "-") << claim.id;
    }
    for (std::size_t i = 1; i <= 9; ++i) {
      const bool is_named = claim.expected.find("m" + std::to_string(i)) != std::string::npos &&
                            claim.expected.starts_with("order:");
      EXPECT_EQ(is_named, i <= claim.more.size()) << claim.id;
    }
  }
}

/// A difference that is not there shows nothing unless the same read-out can move.
TEST_F(ShippedClaims, HaveAControlWhereTheModelShowsNoDifference)
{
  std::map<std::string, bool> is_shown;
  for (const Readout& readout : book.readouts) is_shown[readout.name] = readout.missing.empty();
  for (const Claim& claim : book.claims) {
    if (claim.expected == "b~a" && is_shown[claim.readout]) {
      EXPECT_FALSE(claim.control.empty()) << claim.id;
    }
    if (!claim.control.empty()) {
      EXPECT_EQ(claim.expected, "b~a") << claim.id;
    }
  }
}

TEST_F(ShippedClaims, StateWhatWouldBeWithoutTheEffectInNecessitiesOnly)
{
  for (const Claim& claim : book.claims) {
    if (!claim.base.empty()) {
      EXPECT_EQ(claim.kind, "necessity") << claim.id;
    }
  }
}

/// Tokens with a colon are changes of the cell, all of which perturbations.tsv describes; each row
/// of the tables is there for a claim.
TEST_F(ShippedClaims, UseEveryRowOfTheirTables)
{
  std::set<std::string> tokens, contexts, readouts, cells;
  static const std::regex plus(R"( \+ )");
  for (const Claim& claim : book.claims) {
    contexts.insert(claim.context);
    readouts.insert(claim.readout);
    for (const std::string& arm : arms_of(claim)) {
      for (std::sregex_token_iterator at(arm.begin(), arm.end(), plus, -1), end; at != end; ++at) {
        tokens.insert(*at);
        if (at->str().starts_with("cell:")) cells.insert(at->str().substr(5));
      }
    }
  }
  std::set<std::string> described;
  for (const Perturbation& one : book.perturbations) {
    EXPECT_TRUE(tokens.contains(one.token)) << one.token;
    described.insert(one.token);
  }
  for (const std::string& token : tokens) {
    if (token.find(':') == std::string::npos || token.starts_with("cell:")) continue;
    EXPECT_TRUE(described.contains(token)) << token;
  }
  for (const ClaimContext& context : book.contexts) {
    EXPECT_TRUE(contexts.contains(context.context)) << context.context;
    cells.insert(context.cells.begin(), context.cells.end());
  }
  for (const Readout& readout : book.readouts) {
    EXPECT_TRUE(readouts.contains(readout.name)) << readout.name;
  }
  for (const ClaimCell& cell : book.cells) EXPECT_TRUE(cells.contains(cell.name)) << cell.name;
}

/// What a model's observables and functions are called, with `<RAS>` and the like in templates.
std::set<std::string> model_outputs()
{
  static const std::regex observable(R"(\n\s*Molecules\s+(\S+))"),
      function(R"(\n\s*(\w+)\(\)\s*=)");
  std::set<std::string> names{"growth"};
  for (const auto& entry : std::filesystem::directory_iterator(RASCADE_SOURCE_DIR "/models")) {
    if (entry.path().extension() != ".bngl") continue;
    std::ifstream file(entry.path());
    const std::string text(std::istreambuf_iterator<char>(file), {});
    for (const std::regex& form : {observable, function}) {
      for (std::sregex_iterator at(text.begin(), text.end(), form), end; at != end; ++at) {
        names.insert((*at)[1]);
      }
    }
  }
  return names;
}

TEST_F(ShippedClaims, ReadOutputsOfTheCascade)
{
  const std::set<std::string> known = model_outputs();
  static const std::regex between("[+/]"), ras("<KRAS>"), raf("<BRAF>");
  std::size_t read = 0;
  for (const Readout& readout : book.readouts) {
    if (readout.kind == "missing" || readout.kind == "trial" || readout.kind == "rate") continue;
    const std::string output =
        std::regex_replace(std::regex_replace(readout.output, ras, "<RAS>"), raf, "<RAF>");
    for (std::sregex_token_iterator at(output.begin(), output.end(), between, -1), end; at != end;
         ++at) {
      EXPECT_TRUE(known.contains(*at)) << readout.name << ": " << *at;
      ++read;
    }
  }
  EXPECT_GT(read, 50u);
}

/// The effect of a drug is the fall of phosphorylated ERK, or of growth where living cells are
/// meant.
TEST_F(ShippedClaims, ReadTheEffectOfADrugByWhatTheClaimNeeds)
{
  for (const Claim& claim : book.claims) {
    const auto& parts = claim.parts;
    const bool is_of_growth = std::find(parts.begin(), parts.end(), "growth-death") != parts.end();
    if (claim.readout == "drug effect") {
      EXPECT_FALSE(is_of_growth) << claim.id;
    }
    if (claim.readout == "drug effect on growth") {
      EXPECT_TRUE(is_of_growth) << claim.id;
    }
  }
}

/// What the review's own table says of an alteration is not said otherwise here; a class of them
/// that has no variant there may be stood for by one.
TEST_F(ShippedClaims, ChangeAlterationsAsTheirTableSays)
{
  for (const Perturbation& one : book.perturbations) {
    for (const Alteration& alteration : alterations) {
      if (one.token != "mut:" + alteration.id) continue;
      if (one.kind == "missing") {
        EXPECT_EQ(one.missing, alteration.missing) << one.token;
      } else if (!alteration.effect.empty()) {
        EXPECT_TRUE(alteration.effect.starts_with(one.target)) << one.token;
      }
    }
  }
}

/// Knock-downs, over-expression and ligand are assumed alike for every target.
TEST_F(ShippedClaims, ChangeByTheSameAmountWhateverTheTarget)
{
  std::map<std::string, std::set<double>> amounts;
  for (const Perturbation& one : book.perturbations) {
    if (one.kind == "parameter" || one.kind == "gene") {
      amounts[one.token.substr(0, one.token.find(':'))].insert(one.amount.value);
    }
  }
  EXPECT_THAT(amounts["ko"], testing::ElementsAre(0.1));
  EXPECT_THAT(amounts["oe"], testing::ElementsAre(5));
  EXPECT_THAT(amounts["lig"], testing::ElementsAre(20));
}

}  // namespace
}  // namespace rascade::knowledge
