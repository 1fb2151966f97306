// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rascade/knowledge/knowledge.hpp"
#include "unit/knowledge/one_mistake.hpp"
#include "unit/knowledge/small_tables.hpp"

namespace rascade::knowledge {
namespace {

class OneMistake : public testing::TestWithParam<Mistake> {};

TEST_P(OneMistake, IsReportedAtItsCell)
{
  SmallTables tables;
  expect_reported(tables, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    OfForm, OneMistake,
    testing::Values(
        Mistake{"UnknownColumn", "levels", "note", "note|notes", "notes", "E0702", "note"},
        Mistake{"RepeatedColumn", "levels", "note", "note|low ", "low ", "E0702", "Rename"},
        Mistake{"TooManyCells", "references", "page|n", "page|n|xx", "xx", "E0703", "tab"},
        Mistake{"NotANumber", "parameters", "100|", "1oo|", "1oo", "E0704", "decimal"},
        Mistake{"NoNumber", "parameters", "|100|", "||", "|molecules|50", "E0704", "decimal"},
        Mistake{"NotANumberOfATrial", "trials", "|22|", "|some|", "some|||", "E0704", "decimal"},
        Mistake{"EmptyLevel", "levels", "door|high", "door|", "|4|", "E0715", "Fill"},
        Mistake{"UnknownGrade", "parameters", "fitted", "fited", "fited", "E0705", "fitted"},
        Mistake{"ValueAboveItsRange", "parameters", "|50|200", "|50|99", "100|", "E0706", "low"},
        Mistake{"ValueBelowItsRange", "parameters", "|50|200", "|101|200", "100|", "E0706", "low"},
        Mistake{"OutsideATrialsInterval", "trials", "|20|41", "|31|41", "30|31", "E0706", "low"},
        Mistake{"BaselineUpsideDown", "baselines", "0.02", "0.7", "0.5", "E0706", "low"},
        Mistake{"UnknownUnit", "parameters", "nM", "nm", "nm", "E0707", "nM"},
        Mistake{"UnitOfAnotherKind", "cancers", "40|nM", "40|1/s", "1/s", "E0707", "molecules"},
        Mistake{"UnitOfAKineticParameter", "pharmacokinetics", "L/h", "L/d", "L/d", "E0707", "L/h"},
        Mistake{"UnknownOperation", "variants", "|set|", "|sets|", "sets", "E0708", "set"},
        Mistake{"UnknownExposure", "drugs", "|constant|", "|constnt|", "constnt", "E0708",
                "constant"},
        Mistake{"UnknownKindOfRoute", "routes", "amplification", "amp", "amp", "E0708", "Valid"},
        Mistake{"NoRegimen", "drugs", "mg PO BID", "mg BID", "100 mg", "E0711", "PO QD"},
        Mistake{"RegimenMissing", "drugs", "100 mg PO BID", "-", "-|0.1", "E0711", "constant"},
        Mistake{"ShareAboveOne", "drugs", "|0.1|", "|1.1|", "1.1", "E0714", "0 to 1"},
        Mistake{"CopiesToScaleBy", "routes", "||6|", "||0|", "0|1e-7", "E0714", "1 to"},
        Mistake{"NegativeCopies", "genes", "oak_wt|2", "oak_wt|-2", "-2", "E0714", "0 to"},
        Mistake{"VolumeOfNothing", "pharmacokinetics", "|90|", "|0|", "0|L|", "E0714", "to"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    OfReferences, OneMistake,
    testing::Values(
        Mistake{"UnknownKind", "references", "|article|", "|artcle|", "artcle", "E0708", "article"},
        Mistake{"UnknownWayToKnow", "references", "|page|", "|pages|", "pages", "E0708", "page"},
        Mistake{"YearInWords", "references", "|2001|", "|MMI|", "MMI", "E0731", "2021"},
        Mistake{"DoiWithPrefix", "references", "|10.1000/", "|doi:10.1000/", "doi:10", "E0731", "10."},
        Mistake{"DoiWithoutName", "references", "/door.1", "/", "10.1000/", "E0731", "10."},
        Mistake{"DoiOfNoRegistrant", "references", "10.1000/", "10.10/", "10.10/", "E0731", "10."},
        Mistake{"DoiWithASpace", "references", "/door.1", "/door 1", "10.1000", "E0731", "10."},
        Mistake{"PmidOfLetters", "references", "123456", "PMC1234", "PMC1234", "E0731", "empty"},
        Mistake{"PmidTooLong", "references", "123456", "123456789", "123456789", "E0731", "empty"},
        Mistake{"ReviewNumberWithItsR", "references", "|7|", "|r7|", "r7", "E0731", "34"},
        Mistake{"NoAuthors", "references", "Smith AB; Wood C", "", "|2001|On", "E0715", "Fill"},
        Mistake{"NoYear", "references", "|2001|", "||", "|On doors", "E0715", "Fill"},
        Mistake{"NoTitle", "references", "On doors", "", "|J Wood", "E0715", "Fill"},
        Mistake{"NeitherEstablishedNorOfTheReview", "references", "|7|page", "||no", "|no|n",
                "E0715", "Fill"},
        Mistake{"DoiTwice", "references", "Smith2001|",
                "r8|article|||||10.1000/DOOR.1||8|no\nSmith2001|", "10.1000/door.1", "E0709",
                "Delete"},
        Mistake{"PmidTwice", "references", "Smith2001|",
                "r8|article||||||123456|8|no\nSmith2001|", "123456|7", "E0709", "Delete"},
        Mistake{"ReviewNumberTwice", "references", "Smith2001|",
                "r8|article|||||||7|no\nSmith2001|", "7|page", "E0709", "Delete"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    OfNames, OneMistake,
    testing::Values(
        Mistake{"ReferenceTwice", "references", "Smith2001|",
                "Smith2001|fit|||A|||||no\nSmith2001|", "Smith2001|article", "E0709", "Delete"},
        Mistake{"ParameterTwice", "parameters", "copies_door|",
                "kon|1|1/(M s)|1|1|assumed|assumed\ncopies_door|", "kon|1|", "E0709", "Delete"},
        Mistake{"GeneTwice", "genes", "TIN|", "TIN|-|-|2|0|molecules|||assumed|assumed\nTIN|",
                "TIN|-|-|2|0|molecules|0", "E0709", "Delete"},
        Mistake{"SynonymOfTwoDrugs", "drugs", "stillanib||", "stillanib|LIDA|",
                "LIDA|lid_inhibitor|4", "E0709", "Delete"},
        Mistake{"SynonymOfTwoVariants", "variants", "TIN|loss||copies_door",
                "OAK|loss|knot|copies_door", "knot|copies", "E0709", "Delete"},
        Mistake{"UnknownMechanism", "drugs", "stillanib||lid_inhibitor", "stillanib||lid_inhibtor",
                "lid_inhibtor", "E0710", "lid_inhibitor"},
        Mistake{"UnknownDrug", "drug_parameters", "lidanib|", "lidnib|", "lidnib", "E0710",
                "lidanib"},
        Mistake{"UnknownKineticParameter", "pharmacokinetics", "lidanib|V_F|90",
                "lidanib|V_F|90|L||Smith2001|measured\nlidanib|Vq_F|8", "Vq_F", "E0710", "_F"},
        Mistake{"UnknownDrugOfAVariant", "variants", "lid_inhibitor", "lid_inhibitors",
                "lid_inhibitors", "E0710", "lid_inhibitor"},
        Mistake{"UnknownParameterOfAVariant", "variants", "hinge_", "hinges_", "hinges_", "E0710",
                "hinge_<wood>"},
        Mistake{"UnknownParameterOfASwitch", "switches", "copies_door", "copies_dor", "copies_dor",
                "E0710", "copies_door"},
        Mistake{"UnknownParameterOfALevel", "levels", "copies_door", "copies_dor", "copies_dor",
                "E0710", "copies_door"},
        Mistake{"UnknownVariantOfARoute", "routes", "A1B", "A1C", "A1C", "E0710", "A1B"},
        Mistake{"UnknownSwitchOfARoute", "routes", "ajar", "ajra", "ajra", "E0710", "ajar"},
        Mistake{"UnknownNeedOfARoute", "routes", "TIN loss", "TIN los", "TIN los", "E0710", "loss"},
        Mistake{"UnknownDrugOfATrial", "trials", "+ stillanib", "+ stilanib", "lidanib + ", "E0710",
                "stillanib"},
        Mistake{"UnknownCancerOfATrial", "trials", "stillanib|PINE", "stillanib|PIN", "PIN|",
                "E0710", "PINE"},
        Mistake{"UnknownGenotypeOfATrial", "trials", "stillanib|PINE|OAK", "stillanib|PINE|OAC",
                "OAC", "E0710", "OAK"},
        Mistake{"UnknownSource", "levels", "|assumed|assumed", "|asumed|assumed", "asumed", "E0712",
                "assumed"},
        Mistake{"UncitedSource", "references", "Smith2001|",
                "Lost1999|fit|||Lost|||||no\nSmith2001|", "Lost1999", "E0713", "Delete"},
        Mistake{"NoConcentration", "drugs", "|pk|", "|constant|", "constant|Smith", "E0715",
                "pharmacokinetics.tsv"}),
    name_of);

TEST(Mistakes, AreAllReportedAtOnceInTheOrderOfTheFiles)
{
  SmallTables tables;
  tables.change("parameters", "nM", "nm")
      .change("parameters", "100|", "1oo|")
      .change("drugs", "|0.1|", "|1.1|")
      .change("levels", "|assumed|assumed", "|asumed|assumed");
  const Checked<Knowledge> loaded = tables.load();
  std::vector<std::string> codes;
  for (const Diagnostic& d : loaded.diagnostics()) codes.push_back(d.code);
  EXPECT_THAT(codes, testing::ElementsAre("E0714", "E0712", "E0704", "E0707"));
}

TEST(Mistakes, NameEveryMissingTable)
{
  SmallTables tables;
  const Checked<Knowledge> loaded = tables.remove("mechanisms").remove("trials").load();
  ASSERT_EQ(loaded.diagnostics().size(), 2u) << to_string(loaded.diagnostics());
  for (const Diagnostic& d : loaded.diagnostics()) {
    EXPECT_EQ(d.code, "E0701");
    EXPECT_EQ(d.span.line, 0u);
  }
}

// The rows of such a table are not read: each would repeat the complaint.
TEST(Mistakes, NameAMissingColumnOnce)
{
  SmallTables tables;
  const Checked<Knowledge> loaded = tables.change("cancers", "parameter|value", "parameter").load();
  ASSERT_FALSE(loaded);
  const std::string text = to_string(loaded.diagnostics());
  EXPECT_EQ(loaded.diagnostics().size(), 1u) << text;
  EXPECT_THAT(text, testing::HasSubstr("the column 'value' is missing"));
}

TEST(Mistakes, NameTheColumnsOfAnEmptyTable)
{
  SmallTables tables;
  tables.remove("levels").add_empty("levels");
  const Checked<Knowledge> loaded = tables.load();
  EXPECT_EQ(loaded.diagnostics().size(), 8u) << to_string(loaded.diagnostics());  // its columns
}

}  // namespace
}  // namespace rascade::knowledge
