// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "unit/knowledge/claim_tables.hpp"
#include "unit/knowledge/one_mistake.hpp"

namespace rascade::knowledge {
namespace {

class OneClaimMistake : public testing::TestWithParam<Mistake> {};

TEST_P(OneClaimMistake, IsReportedAtItsCell)
{
  SmallTables tables;
  expect_reported(add_claims(tables), GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    OfCellsAndContexts, OneClaimMistake,
    testing::Values(
        Mistake{"CellTwice", "claims/cells", "hut|PINE", "shed|PINE|||assumed|assumed|\nhut|PINE",
                "shed|PINE|||", "E0709", "Delete"},
        Mistake{"UnknownCancer", "claims/cells", "hut|PINE", "hut|PIN", "PIN|||", "E0710", "PINE"},
        Mistake{"UnknownGene", "claims/cells", "OAK A1B", "OAC A1B", "OAC", "E0710", "OAK"},
        Mistake{"UnknownVariant", "claims/cells", "OAK A1B", "OAK A1C", "OAK A1C", "E0710", "A1B"},
        Mistake{"NoVariant", "claims/cells", "OAK A1B x2", "OAK x2", "OAK x2", "E0742", "GENE"},
        Mistake{"NoCopies", "claims/cells", "x2", "xx", "OAK A1B xx", "E0742", "number"},
        Mistake{"NegativeCopies", "claims/cells", "x2", "x-2", "OAK A1B x-2", "E0742", "number"},
        Mistake{"UnknownLevel", "claims/cells", "copies_door high", "copies_door higher",
                "copies_door higher", "E0710", "copies_door high"},
        Mistake{"UnknownSource", "claims/cells", "hut|PINE|||assumed", "hut|PINE|||asumed",
                "asumed|assumed", "E0712", "assumed"},
        Mistake{"ContextTwice", "claims/contexts", "sea; any|", "garden; any||boats|\nsea; any|",
                "garden; any||boats", "E0709", "Delete"},
        Mistake{"UnknownCell", "claims/contexts", "shed;hut", "shed;hat", "shed;hat", "E0710",
                "hut"},
        Mistake{"NeitherCellsNorParts", "claims/contexts", "||boats", "||", "|no boats", "E0741",
                "parts"},
        Mistake{"BothCellsAndParts", "claims/contexts", "hut||", "hut|boats|", "boats|both",
                "E0741", "only there"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    OfPerturbations, OneClaimMistake,
    testing::Values(Mistake{"RowTwice", "claims/perturbations", "wedge|drug|stillanib||",
                            "wedge|drug|lidanib|OAK A1B|",
                            "wedge|drug|lidanib|OAK A1B|||||||||fits all", "E0709", "Delete"},
                    Mistake{"UnknownKind", "claims/perturbations", "mut:knot|new_allele",
                            "mut:knot|allele", "allele", "E0708", "new_allele"},
                    Mistake{"UnknownDrug", "claims/perturbations", "|stillanib|", "|stilanib|",
                            "stilanib", "E0710", "stillanib"},
                    Mistake{"UnknownParameter", "claims/perturbations", "copies_door", "copies_dor",
                            "copies_dor", "E0710", "copies_door"},
                    Mistake{"GeneWithoutCopies", "claims/perturbations", "gene|OAK", "gene|TIN",
                            "TIN", "E0710", "OAK"},
                    Mistake{"UnknownAllele", "claims/perturbations", "new_allele|OAK A1B",
                            "new_allele|OAK A1C", "OAK A1C", "E0710", "A1B"},
                    Mistake{"AlleleWithoutVariant", "claims/perturbations", "new_allele|OAK A1B",
                            "new_allele|OAK", "OAK||set", "E0743", "GENE VARIANT"},
                    Mistake{"TargetOfNothing", "claims/perturbations", "none|none|",
                            "none|none|OAK", "OAK||||||||||nothing", "E0743", "empty"},
                    Mistake{"NoTarget", "claims/perturbations", "|stillanib|", "||",
                            "||||||||||fits all", "E0715", "Fill"},
                    Mistake{"UnknownNeed", "claims/perturbations", "lidanib|OAK A1B",
                            "lidanib|OAK A1C", "OAK A1C", "E0710", "A1B"},
                    Mistake{"NoAmount", "claims/perturbations", "scale|5|", "scale||", "|1|2|10",
                            "E0704", "decimal"},
                    Mistake{"AmountOutsideItsRange", "claims/perturbations", "scale|5|",
                            "scale|50|", "50|1|2", "E0706", "low"},
                    Mistake{"UnknownOperation", "claims/perturbations", "scale|5", "scales|5",
                            "scales", "E0708", "scale"},
                    Mistake{"UnknownUnitOfAnAmount", "claims/perturbations", "5|1|2", "5|fold|2",
                            "fold", "E0707", "1"},
                    Mistake{"MissingWithoutParts", "claims/perturbations", "|boats|nothing",
                            "||nothing", "|nothing floats", "E0741", "parts"},
                    Mistake{"PartsThoughModelled", "claims/perturbations", "|measured||",
                            "|measured|boats|", "boats|\nmut:knot", "E0741", "only there"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    OfReadouts, OneClaimMistake,
    testing::Values(
        Mistake{"ReadoutTwice", "claims/readouts", "sails|",
                "holding|missing||||||up|boats|\nsails|", "holding|missing", "E0709", "Delete"},
        Mistake{"UnknownKindOfReadout", "claims/readouts", "|level|", "|levels|", "levels", "E0708",
                "level"},
        Mistake{"NoOutput", "claims/readouts", "open/all", "", "|24|", "E0715", "Fill"},
        Mistake{"UnknownOutputOfATrial", "claims/readouts", "PFS", "PFX", "PFX", "E0710", "PFS"},
        Mistake{"UnknownRoute", "claims/readouts", "route:oak", "route:oka", "route:oka", "E0710",
                "route:oak"},
        Mistake{"TimeBeforeTheStart", "claims/readouts", "|24|", "|-24|", "-24", "E0714", "0 to"},
        Mistake{"EmptyRange", "claims/readouts", "0|0.5", "0.5|0.5", "0.5|1|||", "E0706",
                "low < high"},
        Mistake{"UnknownUnitOfARange", "claims/readouts", "|d|up", "|days|up", "days", "E0707",
                "d"},
        Mistake{"UnknownBenefit", "claims/readouts", "|down|", "|dwn|", "dwn", "E0708", "down"},
        Mistake{"MissingReadoutWithoutParts", "claims/readouts", "|boats|white", "||white",
                "|white", "E0741", "parts"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    OfClaims, OneClaimMistake,
    testing::Values(
        Mistake{"ClaimTwice", "claims/claims", "D2|", "D1|", "D1|S1|Doors|cell", "E0709", "Delete"},
        Mistake{"NoStatement", "claims/claims", "D3|S2", "D3|", "|Boats", "E0715", "Fill"},
        Mistake{"UnknownLevelOfAClaim", "claims/claims", "|cell|", "|cells|", "cells", "E0708",
                "cell"},
        Mistake{"UnknownKindOfClaim", "claims/claims", "necessity", "need", "need", "E0708",
                "necessity"},
        Mistake{"UnknownBasis", "claims/claims", "derived", "drived", "drived", "E0708", "derived"},
        Mistake{"UnknownContext", "claims/claims", "sea; any", "see; any", "see; any", "E0710",
                "sea; any"},
        Mistake{"UnknownToken", "claims/claims", "door + ko:OAK", "door + ko:OAC",
                "oe:door + ko:OAC", "E0710", "ko:OAK"},
        Mistake{"UnknownCellOfAnArm", "claims/claims", "cell:shed", "cell:shad",
                "wedge + cell:shad", "E0710", "cell:shed"},
        Mistake{"UnknownTokenOfAFurtherArm", "claims/claims", "mut:more", "mut:mare",
                "wedge + mut:mare", "E0710", "mut:more"},
        Mistake{"EmptyToken", "claims/claims", "door + ko:OAK", "door +  + ko:OAK",
                "oe:door +  + ko", "E0744", "none"},
        Mistake{"NoArm", "claims/claims", "|ko:boat|", "|-|", "-|-|", "E0744", "none"},
        Mistake{"UnknownReadout", "claims/claims", "|sails|", "|sail|", "sail|", "E0710", "sails"},
        Mistake{"NegativeTime", "claims/claims", "|12|", "|-12|", "-12", "E0714", "0 to"},
        Mistake{"NothingExpected", "claims/claims", "b<a", "", "|wood", "E0715", "Fill"},
        Mistake{"HashInCapitals", "claims/claims", "0123456789abcdef", "0123456789ABCDEF",
                "0123456789ABCDEF", "E0745", "lower case"},
        Mistake{"ShortHash", "claims/claims", "00000000000000ff", "ff", "ff|", "E0745", "16"}),
    name_of);

TEST(ClaimMistakes, NameAMissingTable)
{
  SmallTables tables;
  const Checked<Knowledge> loaded = add_claims(tables).remove("claims/readouts").load();
  ASSERT_EQ(loaded.diagnostics().size(), 1u) << to_string(loaded.diagnostics());
  EXPECT_EQ(loaded.diagnostics().front().code, "E0701");
}

}  // namespace
}  // namespace rascade::knowledge
