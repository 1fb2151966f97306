// SPDX-License-Identifier: MIT
#include "rascade/claims/perturb.hpp"

#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace rascade::claims {
namespace {

knowledge::Perturbation row(const std::string& token, const std::string& kind,
                            const std::string& target, const std::string& needs = "")
{
  knowledge::Perturbation p;
  p.token = token;
  p.kind = kind;
  p.target = target;
  p.needs = needs;
  p.amount = {2, 1, 4, "1", {"assumed", knowledge::Grade::assumed, "", {}}};
  return p;
}

/// The repository's tables with tokens of the test's own.
class PerturbTest : public testing::Test {
 protected:
  PerturbTest() : knowledge_(support::tables())
  {
    knowledge_.therapies.clear();
    knowledge_.alterations.clear();
    knowledge_.claims.perturbations = {
        row("ras-drug", "drug", "sotorasib", "KRAS G12C"),
        row("ras-drug", "drug", "RMC-6236"),
        row("oe:sos", "parameter", "copies_SOS1"),
        row("oe:sos", "parameter", "kcat_SOS1"),
        row("oe:kras", "gene", "KRAS"),
        row("mut:twelve", "new_allele", "KRAS G12C"),
        row("mut:pocket", "second_site", "KRAS Y96D"),
        row("amp:kras", "amplification", "KRAS"),
        row("gone", "missing", ""),
    };
    knowledge_.claims.perturbations.back().missing = {"wnt"};
    knowledge_.claims.cells = {{"melanoma", "SKCM", {"BRAF V600E"}, {"copies_EGFR high"}, {}, {}}};
  }

  Perturbed act(const std::string& tokens, const std::string& variant = "G12D") const
  {
    const pathway::Cell cell{"LUAD", {{"KRAS", {variant}, 1}}, {}, {}};
    return perturb(knowledge_, cell, tokens_of(tokens));
  }

  knowledge::Knowledge knowledge_;
};

TEST_F(PerturbTest, NothingIsDoneByNone)
{
  for (const char* token : {"none", "vehicle", "-"}) {
    const Perturbed p = act(token);
    EXPECT_TRUE(p.why_not.empty());
    EXPECT_EQ(p.arm.key(), (Arm{p.origin, {}, {}, false}.key()));
  }
}

TEST_F(PerturbTest, TheFirstNeedThatTheCellMeetsDecides)
{
  ASSERT_EQ(act("ras-drug", "G12C").arm.drugs.size(), 1U);
  EXPECT_EQ(act("ras-drug", "G12C").arm.drugs[0]->name, "sotorasib");
  EXPECT_EQ(act("ras-drug", "G12D").arm.drugs[0]->name, "RMC-6236");
  // The need is judged after the arm's own mutations, wherever they stand.
  EXPECT_EQ(act("ras-drug + mut:twelve", "G12D").arm.drugs[0]->name, "sotorasib");
}

TEST_F(PerturbTest, RowsOfOneTokenActTogether)
{
  const Perturbed p = act("oe:sos");
  ASSERT_EQ(p.arm.tweaks.size(), 2U);
  EXPECT_EQ(p.arm.tweaks[1].target, "kcat_SOS1");
}

TEST_F(PerturbTest, MutationsMakeOtherCells)
{
  const Perturbed second = act("mut:pocket", "G12C");
  EXPECT_EQ(second.arm.cell.alleles[0].variants, (std::vector<std::string>{"G12C", "Y96D"}));
  EXPECT_EQ(second.origin.alleles[0].variants, (std::vector<std::string>{"G12C"}));
  const Perturbed other = act("mut:twelve");
  ASSERT_EQ(other.arm.cell.alleles.size(), 2U);
  EXPECT_EQ(other.arm.cell.wild_type_copies.at("KRAS"), 0);
  EXPECT_EQ(act("mut:twelve", "G12C").arm.cell.alleles.size(), 1U);  // it has it already
}

TEST_F(PerturbTest, AmplificationScalesTheAlteredCopiesOnly)
{
  EXPECT_EQ(act("amp:kras").arm.tweaks[0].kind, Tweak::Kind::mutant_copies);
  const auto wild_type = perturb(knowledge_, {"LUAD", {}, {}, {}}, {"amp:kras"});
  EXPECT_EQ(wild_type.arm.tweaks[0].kind, Tweak::Kind::gene);
}

TEST_F(PerturbTest, AnotherCellMayBeTheStart)
{
  const Perturbed p = act("cell:melanoma + oe:kras");
  EXPECT_EQ(p.origin.cancer, "SKCM");
  EXPECT_EQ(p.arm.cell.levels.at("copies_EGFR"), "high");
  EXPECT_EQ(p.arm.cell.alleles[0].gene, "BRAF");
}

TEST_F(PerturbTest, SaysWhatIsMissing)
{
  EXPECT_EQ(act("gone").why_not.missing, (std::vector<std::string>{"wnt"}));
  EXPECT_NE(act("never heard of").why_not.reason.find("never heard of"), std::string::npos);
  EXPECT_NE(act("cell:nowhere").why_not.reason.find("nowhere"), std::string::npos);
}

TEST_F(PerturbTest, TwoDrugsOfOneMechanismCannotBeGiven)
{
  const Perturbed p = act("sotorasib + adagrasib", "G12C");
  EXPECT_NE(p.why_not.reason.find("mechanism"), std::string::npos);
}

TEST_F(PerturbTest, TheOrderOfDrugsMakesNoOtherArm)
{
  EXPECT_EQ(act("sotorasib + trametinib").arm.key(), act("trametinib + sotorasib").arm.key());
}

TEST(TokensOf, SplitsAtSpacedPlusSigns)
{
  EXPECT_EQ(tokens_of("a + b+c + d"), (std::vector<std::string>{"a", "b+c", "d"}));
  EXPECT_TRUE(tokens_of(" ").empty());
}

TEST(MakeCell, ReadsAllelesCopiesAndLevels)
{
  const pathway::Cell cell =
      make_cell({"name", "LUAD", {"KRAS G12C+Y96D x3"}, {"copies_EGFR low"}, {}, {}});
  EXPECT_EQ(cell.alleles[0].variants, (std::vector<std::string>{"G12C", "Y96D"}));
  EXPECT_DOUBLE_EQ(cell.alleles[0].copies, 3);
  EXPECT_EQ(cell.levels.at("copies_EGFR"), "low");
}

}  // namespace
}  // namespace rascade::claims
