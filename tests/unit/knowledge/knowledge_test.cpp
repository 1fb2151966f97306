// SPDX-License-Identifier: MIT
#include "rascade/knowledge/knowledge.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "rascade/units/units.hpp"
#include "unit/knowledge/small_tables.hpp"

namespace rascade::knowledge {
namespace {

using testing::ElementsAre;

class LoadKnowledge : public testing::Test {
 protected:
  void SetUp() override
  {
    Checked<Knowledge> loaded = SmallTables().load();
    ASSERT_TRUE(loaded) << to_string(loaded.diagnostics());
    k = *std::move(loaded);
  }
  Knowledge k;
};

TEST_F(LoadKnowledge, KeepsTheOrderOfRows)
{
  EXPECT_EQ(k.references.size(), 2u);
  EXPECT_EQ(k.parameters.at(0).name, "kon");
  EXPECT_EQ(k.parameters.at(2).name, "hinge_<wood>");
  EXPECT_EQ(k.genes.at(1).name, "TIN");
  EXPECT_EQ(k.trials.at(1).trial, "DOOR-2");
}

TEST_F(LoadKnowledge, KeepsWhereAValueComesFrom)
{
  const Provenance& origin = k.find_parameter("kon")->quantity.origin;
  EXPECT_EQ(origin.source, "Smith2001");
  EXPECT_EQ(origin.grade, Grade::measured);
  EXPECT_EQ(origin.note, "a note");
  EXPECT_EQ(origin.span.line, 3u);  // after a comment and the header
  EXPECT_EQ(k.parameters.at(1).quantity.origin.span.line, 5u);  // after an empty line
  EXPECT_EQ(to_string(k.parameters.at(2).quantity.origin.grade), "fitted");
}

TEST_F(LoadKnowledge, TurnsQuantitiesIntoInternalUnits)
{
  const Quantity& hinge = k.find_parameter("hinge_<wood>")->quantity;
  EXPECT_DOUBLE_EQ(hinge.internal(), 3 * units::molecules_per_nM);
  EXPECT_DOUBLE_EQ(hinge.internal_low(), 1 * units::molecules_per_nM);
  EXPECT_DOUBLE_EQ(hinge.internal_high(), 9 * units::molecules_per_nM);
}

TEST_F(LoadKnowledge, GathersTheScatteredRowsOfAVariant)
{
  ASSERT_EQ(k.variants.size(), 2u);
  const Variant& knot = k.variants.at(0);
  ASSERT_EQ(knot.effects.size(), 2u);
  EXPECT_EQ(knot.effects[0].change, Change::set);
  EXPECT_EQ(knot.effects[1].change, Change::scale);
  EXPECT_EQ(knot.effects[1].drug, "lid_inhibitor");
}

// A value that replaces a parameter is written in the parameter's unit; a factor has none.
TEST_F(LoadKnowledge, GivesEffectsTheirUnit)
{
  const Variant& knot = k.variants.at(0);
  EXPECT_EQ(knot.effects[0].quantity.unit, "nM");
  EXPECT_EQ(knot.effects[1].quantity.unit, "1");
}

TEST_F(LoadKnowledge, FindsByNameOrSynonym)
{
  const Variant* knot = k.find_variant("OAK", "A1B");
  ASSERT_NE(knot, nullptr);
  for (const char* same : {"p.A1B", "p.Ala1Bbb", "knot"}) {
    EXPECT_EQ(k.find_variant("OAK", same), knot) << same;
  }
  EXPECT_EQ(k.find_variant("TIN", "A1B"), nullptr);
  EXPECT_EQ(k.find_drug("LIDA"), k.find_drug("lidanib"));
  EXPECT_EQ(k.find_drug("nothing"), nullptr);
  EXPECT_NE(k.find_gene("TIN"), nullptr);
  EXPECT_NE(k.find_mechanism("lid_inhibitor"), nullptr);
  EXPECT_NE(k.find_cancer("PINE"), nullptr);
  EXPECT_NE(k.find_switch("ajar"), nullptr);
  EXPECT_NE(k.find_reference("assumed"), nullptr);
}

TEST_F(LoadKnowledge, ReadsADrugFromItsThreeTables)
{
  const Drug& drug = *k.find_drug("lidanib");
  EXPECT_THAT(drug.synonyms, ElementsAre("L-1", "LIDA"));
  EXPECT_EQ(drug.regimen.dose_mg, 100);
  EXPECT_EQ(drug.regimen.interval_h, 12);
  EXPECT_FALSE(drug.constant_exposure);
  EXPECT_EQ(drug.parameters.at("Kd").value, 5);
  EXPECT_EQ(drug.pk_cv_percent.at("CL_F"), 50);
  EXPECT_EQ(drug.pk_cv_percent.at("V_F"), 0);
  EXPECT_TRUE(k.find_drug("stillanib")->constant_exposure);
  EXPECT_EQ(k.find_drug("stillanib")->regimen.interval_h, 0);
}

// A log-normal with CV c has sigma^2 = log(1 + c^2); 95 % lie within exp(+-1.96 sigma).
TEST_F(LoadKnowledge, SpreadsPharmacokineticsBetweenPatients)
{
  const Quantity& clearance = k.find_drug("lidanib")->pharmacokinetics.at("CL_F");
  const double sigma = std::sqrt(std::log(1.25));
  EXPECT_NEAR(clearance.low, 20 * std::exp(-1.96 * sigma), 1e-12);
  EXPECT_NEAR(clearance.high, 20 * std::exp(1.96 * sigma), 1e-12);
  const Quantity& volume = k.find_drug("lidanib")->pharmacokinetics.at("V_F");
  EXPECT_EQ(volume.low, 90);
  EXPECT_EQ(volume.high, 90);
}

TEST_F(LoadKnowledge, JoinsTheRowsOfASwitchUnderItsFirstLabel)
{
  ASSERT_EQ(k.switches.size(), 1u);
  EXPECT_EQ(k.switches[0].label, "Doors held");
  EXPECT_EQ(k.switches[0].note, "the first row's note");
  EXPECT_EQ(k.switches[0].nodes, (std::vector<std::string>{"hinge", "lock"}));
  ASSERT_EQ(k.switches[0].effects.size(), 2u);
  EXPECT_EQ(k.switches[0].effects[1].parameter, "kon");
}

TEST_F(LoadKnowledge, ReadsCancersLevelsRoutesAndBaselines)
{
  EXPECT_EQ(k.cancers.at(0).name, "pine tumour");
  EXPECT_EQ(k.cancers.at(0).parameters.at("growth_net").unit, "1/d");
  EXPECT_EQ(k.levels.at(0).factor.value, 4);
  EXPECT_EQ(k.routes.at(0).needs, "TIN loss");
  EXPECT_EQ(k.routes.at(0).rate.value, 1e-9);
  EXPECT_THAT(k.mechanisms.at(0).classes, ElementsAre("upper", "outer"));
  EXPECT_DOUBLE_EQ(k.baselines.at(0).share.value, 0.1);  // sqrt(0.02 * 0.5)
}

TEST_F(LoadKnowledge, LeavesOutWhatATrialDidNotReport)
{
  EXPECT_EQ(k.trials.at(0).pfs_high, 9);
  EXPECT_EQ(k.trials.at(1).orr, 22);
  EXPECT_FALSE(k.trials.at(1).orr_low);
  EXPECT_FALSE(k.trials.at(1).pfs);
  EXPECT_EQ(k.trials.at(1).use, "train");
  EXPECT_EQ(k.trials.at(1).origin.note, "some");
}

TEST(Columns, MayStandInAnyOrder)
{
  SmallTables tables;
  tables.change("levels", "parameter|level|factor", "level|parameter|factor")
      .change("levels", "copies_door|high|4", "high|copies_door|4");
  const Checked<Knowledge> loaded = tables.load();
  ASSERT_TRUE(loaded) << to_string(loaded.diagnostics());
  EXPECT_EQ(loaded->levels.at(0).level, "high");
}

TEST(Columns, MayEndTheirLinesAsWindowsDoes)
{
  SmallTables tables;
  tables.change("levels", "grade|note\n", "grade|note\r\n")
      .change("levels", "assumed|assumed\n", "assumed|assumed\r\n");
  EXPECT_TRUE(tables.load());
}

}  // namespace
}  // namespace rascade::knowledge
