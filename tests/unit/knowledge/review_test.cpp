// SPDX-License-Identifier: MIT
#include "rascade/knowledge/review.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rascade/knowledge/knowledge.hpp"
#include "unit/knowledge/one_mistake.hpp"
#include "unit/knowledge/small_review.hpp"

namespace rascade::knowledge {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Review, IsEmptyWithoutItsFolder)
{
  const Checked<Knowledge> k = SmallTables().load();
  ASSERT_TRUE(k) << to_string(k.diagnostics());
  EXPECT_TRUE(k->parts.empty());
  EXPECT_TRUE(k->therapies.empty());
  EXPECT_TRUE(k->conflicts.empty());
}

TEST(Review, IsReadAsWritten)
{
  const Checked<Knowledge> k = SmallReview().load();
  ASSERT_TRUE(k) << to_string(k.diagnostics());
  EXPECT_THAT(k->parts.at(0).modules, ElementsAre("core.bngl"));
  EXPECT_EQ(k->parts.at(1).state, "missing");
  EXPECT_THAT(k->gene_symbols.at(0).synonyms, ElementsAre("QUERCUS", "ROBUR"));
  EXPECT_EQ(k->cancer_types.at(1).parent, "TREE");
  const Therapy& locky = k->therapies.at(1);
  EXPECT_EQ(locky.parent, "lidi");
  EXPECT_EQ(locky.target, "LOCK");
  EXPECT_EQ(locky.action, "turns the key");
  EXPECT_EQ(locky.modality, "antibody");
  EXPECT_EQ(locky.drug, "");
  EXPECT_THAT(locky.missing, ElementsAre("locks"));
  EXPECT_THAT(locky.combinations, ElementsAre("lidi", "other"));
  EXPECT_THAT(locky.preclinical, ElementsAre("locki"));
  EXPECT_THAT(locky.trials, ElementsAre("NCT00000001"));
  EXPECT_EQ(locky.outcomes, "none yet");
  EXPECT_EQ(locky.note, "invented");
  EXPECT_EQ(locky.span.line, 3u);
}

TEST(Review, KeepsCombinationsAndSignsAsWritten)
{
  const Checked<Knowledge> k = SmallReview().load();
  ASSERT_TRUE(k) << to_string(k.diagnostics());
  const Alteration& knot = k->alterations.at(0);
  EXPECT_EQ(knot.variant, "A1C");
  EXPECT_EQ(knot.effect, "OAK A1B");
  EXPECT_THAT(knot.missing, IsEmpty());
  EXPECT_THAT(knot.resists, ElementsAre("lidi + other", "locki"));
  EXPECT_THAT(knot.sensitive, ElementsAre("other"));
  EXPECT_EQ(knot.evidence, "in vitro");
  const Regulator& wind = k->regulators.at(0);
  EXPECT_THAT(wind.agents, ElementsAre("lidi + other", "lidi"));
  EXPECT_THAT(wind.acts_on, ElementsAre("door", "-room"));
  EXPECT_EQ(wind.level, "weather");
  EXPECT_THAT(k->nodes.at(0).genes, ElementsAre("OAK", "TIN"));
  EXPECT_EQ(k->edges.at(0).sign, '+');
  EXPECT_EQ(k->edges.at(1).sign, '?');
  EXPECT_EQ(k->edges.at(1).basis, "background");
  EXPECT_EQ(k->figures.at(0).unit, "doors");
  EXPECT_EQ(k->conflicts.at(0).resolution, "it is ajar");
}

TEST(Review, NamesAMissingTableOnlyIfItsFolderExists)
{
  SmallReview tables;
  const Checked<Knowledge> loaded = tables.remove("review/figures").load();
  ASSERT_EQ(loaded.diagnostics().size(), 1u) << to_string(loaded.diagnostics());
  EXPECT_EQ(loaded.diagnostics().front().code, "E0701");
}

TEST(Review, AlterationMayBeOfAGenesCopies)
{
  SmallReview tables;
  const Checked<Knowledge> k = tables.change("review/alterations", "OAK A1B|", "OAK|").load();
  ASSERT_TRUE(k) << to_string(k.diagnostics());
  EXPECT_EQ(k->alterations.at(0).effect, "OAK");
}

class MistakeInTheReview : public testing::TestWithParam<Mistake> {};

TEST_P(MistakeInTheReview, IsReportedAtItsCell)
{
  SmallReview tables;
  expect_reported(tables, GetParam());
}


INSTANTIATE_TEST_SUITE_P(
    OfEntities, MistakeInTheReview,
    testing::Values(Mistake{"PartTwice", "review/parts", "locks|Locks",
                            "hinges|More|missing\nlocks|Locks", "hinges|More", "E0709", "rename"},
                    Mistake{"PartOfAnUnknownState", "review/parts", "|modelled|", "|modeled|",
                            "modeled", "E0708", "modelled"},
                    Mistake{"ModelledWithoutModules", "review/parts", "core.bngl", "", "|oiled",
                            "E0721", "names its modules"},
                    Mistake{"MissingWithModules", "review/parts", "Locks|missing",
                            "Locks|missing|lock.bngl", "lock.bngl", "E0721", "missing one none"},
                    Mistake{"PartWithoutALabel", "review/parts", "|Hinges of the door|", "||",
                            "|modelled", "E0715", "Fill"},
                    Mistake{"SymbolTwice", "review/gene_symbols", "TIN|tin", "OAK|more\nTIN|tin",
                            "OAK|more", "E0709", "rename"},
                    Mistake{"SynonymOfTwoGenes", "review/gene_symbols", "tin metal",
                            "tin metal|robur", "robur", "E0709", "rename"},
                    Mistake{"GeneWithoutAName", "review/gene_symbols", "TIN|tin metal", "TIN||Sn",
                            "|Sn", "E0715", "Fill"},
                    Mistake{"SynonymOfTwoCancers", "review/cancer_types", "any tree",
                            "any tree||Conifer", "PINUS;", "E0709", "rename"},
                    Mistake{"UnknownParentOfACancer", "review/cancer_types", "|TREE|", "|TRE|",
                            "TRE|PINUS", "E0710", "TREE"},
                    Mistake{"TherapyTwice", "review/therapies", "other|Otherlin",
                            "lidi|More||lidi|class|A||b|any|lidanib\nother|Otherlin", "lidi|More",
                            "E0709", "rename"},
                    Mistake{"SynonymOfTwoTherapies", "review/therapies", "|L-0|", "|LIDI|", "LIDI|",
                            "E0709", "rename"},
                    Mistake{"NameOfAnotherTherapy", "review/therapies", "|Locky|", "|Other|",
                            "other|Otherlin", "E0709", "rename"},
                    Mistake{"UnknownParent", "review/therapies", "|L-0|lidi|", "|L-0|lid|",
                            "lid|agent", "E0710", "lidi"},
                    Mistake{"UnknownKind", "review/therapies", "|agent|", "|agents|", "agents",
                            "E0708", "agent"},
                    Mistake{"UnknownModality", "review/therapies", "|antibody|", "|antybody|",
                            "antybody", "E0708", "antibody"},
                    Mistake{"UnknownDrug", "review/therapies", "|stillanib", "|stilanib",
                            "stilanib", "E0710", "stillanib"},
                    Mistake{"NeitherDrugNorMissing", "review/therapies", "any|stillanib",
                            "any|||TREE", "||TREE", "E0721", "parts without which"},
                    Mistake{"DrugAndMissing", "review/therapies", "|stillanib", "|stillanib|locks",
                            "locks\n", "E0721", "parts without which"},
                    Mistake{"UnknownPart", "review/therapies", "||locks|", "||loks|", "loks",
                            "E0710", "locks"},
                    Mistake{"UnknownCancer", "review/therapies", "PINE;TREE", "PINE;TRE",
                            "PINE;TRE", "E0710", "TREE"},
                    Mistake{"UnknownPartner", "review/therapies", "lidi;other", "lidi;oter",
                            "lidi;oter", "E0710", "other"},
                    Mistake{"PartnerTwice", "review/therapies", "lidi;other", "lidi;lidi",
                            "lidi;lidi", "E0709", "Delete"},
                    Mistake{"UnknownPreclinicalPartner", "review/therapies", "|locki|NCT",
                            "|loki|NCT", "loki|NCT", "E0710", "locki"},
                    Mistake{"WithoutAnAction", "review/therapies", "oils the hinge", "",
                            "|any|stillanib", "E0715", "Fill"},
                    Mistake{"FigureTwice", "review/figures", "F1|", "F1|3|doors|a|b||c\nF1|",
                            "F1|2", "E0709", "rename"},
                    Mistake{"FigureWithoutAValue", "review/figures", "|2|", "||",
                            "|doors|doors|house", "E0715", "Fill"},
                    Mistake{"ConflictTwice", "review/conflicts", "X1|", "X1|defect|a|b|c|||d\nX1|",
                            "X1|contradiction", "E0709", "rename"},
                    Mistake{"ConflictOfAnUnknownKind", "review/conflicts", "|contradiction|",
                            "|quarrel|", "quarrel", "E0708", "Valid"},
                    Mistake{"ConflictWithoutASubject", "review/conflicts", "|the door|", "||",
                            "|is open", "E0715", "Fill"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    OfRelations, MistakeInTheReview,
    testing::Values(
        Mistake{"AlterationTwice", "review/alterations", "tin-loss", "oak-a1", "oak-a1|TIN",
                "E0709", "rename"},
        Mistake{"UnknownGene", "review/alterations", "tin-loss|TIN", "tin-loss|TON", "TON", "E0710",
                "TIN"},
        Mistake{"ShortFormAndHgvsDiffer", "review/alterations", "p.Ala1Cys", "p.Ala1Gly",
                "p.Ala1Gly", "E0722", "p.Ala1Cys"},
        Mistake{"SubstitutionWithoutHgvs", "review/alterations", "p.Ala1Cys", "", "|missense",
                "E0722", "p.Ala1Cys"},
        Mistake{"HgvsOfNoProtein", "review/alterations", "|loss||loss", "|loss|c.1del|loss",
                "c.1del", "E0722", "Begin"},
        Mistake{"UnknownKindOfAlteration", "review/alterations", "|missense|", "|misense|",
                "misense", "E0708", "missense"},
        Mistake{"UnknownCategory", "review/alterations", "|missense|modifier|",
                "|missense|modifer|", "modifer", "E0708", "modifier"},
        Mistake{"UnknownEffect", "review/alterations", "OAK A1B", "OAK A1", "OAK A1|", "E0710",
                "A1B"},
        Mistake{"UnknownGeneOfAnEffect", "review/alterations", "OAK A1B", "ASH", "ASH|", "E0710",
                "OAK"},
        Mistake{"NeitherEffectNorMissing", "review/alterations", "|OAK A1B|", "||", "||lidi",
                "E0721", "parts without which"},
        Mistake{"EffectAndMissing", "review/alterations", "|OAK A1B||", "|OAK A1B|hinges|",
                "hinges|lidi", "E0721", "parts without which"},
        Mistake{"UnknownPartOfAnAlteration", "review/alterations", "||locks|", "||lock|",
                "lock|locki", "E0710", "locks"},
        Mistake{"UnknownResistedTherapy", "review/alterations", "lidi + other", "lidi + oter",
                "lidi + oter", "E0710", "other"},
        Mistake{"UnknownHelpfulTherapy", "review/alterations", "locki|other|", "locki|oter|",
                "oter", "E0710", "other"},
        Mistake{"UnknownCancerOfAnAlteration", "review/alterations", "|rusts|TREE", "|rusts|TRE",
                "TRE\n", "E0710", "TREE"},
        Mistake{"RegulatorTwice", "review/regulators", "wind|", "wind|a|pro|||b|c\nwind|",
                "wind|Wind", "E0709", "rename"},
        Mistake{"UnknownRole", "review/regulators", "|pro|", "|for|", "for|lidi", "E0708", "Valid"},
        Mistake{"UnknownAgent", "review/regulators", "lidi + other", "lidi + oter", "lidi + oter",
                "E0710", "other"},
        Mistake{"UnknownTargetOfARegulator", "review/regulators", "door;-room", "door;-rom",
                "door;-rom", "E0710", "room"},
        Mistake{"TargetTwice", "review/regulators", "door;-room", "door;-door", "door;-door",
                "E0709", "Delete"},
        Mistake{"UnknownCounterAgent", "review/regulators", "|locki|", "|loki|", "loki", "E0710",
                "locki"},
        Mistake{"UnknownPartOfARegulator", "review/regulators", "|locks|", "|lock|", "lock|r7",
                "E0710", "locks"},
        Mistake{"NodeTwice", "review/nodes", "room|process", "door|process|tissue||x\nroom|process",
                "door|process", "E0709", "rename"},
        Mistake{"UnknownKindOfNode", "review/nodes", "|process|", "|proces|", "proces", "E0708",
                "process"},
        Mistake{"UnknownCompartment", "review/nodes", "|tissue|", "|tisue|", "tisue", "E0708",
                "tissue"},
        Mistake{"UnknownGeneOfANode", "review/nodes", "OAK;TIN", "OAK;TON", "OAK;TON", "E0710",
                "TIN"},
        Mistake{"UnknownPartOfANode", "review/nodes", "|locks", "|lock", "lock\n", "E0710",
                "locks"},
        Mistake{"UnknownStartOfAnEdge", "review/edges", "room|door|", "rom|door|", "rom|door",
                "E0710", "room"},
        Mistake{"UnknownEndOfAnEdge", "review/edges", "room|door|", "room|dor|", "dor|", "E0710",
                "door"},
        Mistake{"EdgeTwice", "review/edges", "room|door|", "door|room|", "room|?", "E0709",
                "rename"},
        Mistake{"UnknownSign", "review/edges", "|+|", "|plus|", "plus", "E0708", "Valid"},
        Mistake{"UnknownBasis", "review/edges", "|stated|", "|statd|", "statd", "E0708", "stated"}),
    name_of);

TEST(Review, FindsParentsThatGoInACircle)
{
  SmallReview tables;
  const Checked<Knowledge> loaded =
      tables.change("review/cancer_types", "TREE|any tree", "TREE|any tree|PINE").load();
  ASSERT_EQ(loaded.diagnostics().size(), 2u) << to_string(loaded.diagnostics());  // one a member
  for (const Diagnostic& d : loaded.diagnostics()) {
    EXPECT_EQ(d.code, "E0723");
    EXPECT_THAT(d.hint, testing::HasSubstr("more general"));
  }
}

}  // namespace
}  // namespace rascade::knowledge
