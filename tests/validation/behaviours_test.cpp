// SPDX-License-Identifier: MIT
// Behaviours that must come out of the model. Tests vary the cell and the drug, not the answer; each
// behaviour vanishes when its mechanism is switched off.
#include "support/behaviours.hpp"

#include <gtest/gtest.h>

#include "rascade/plan/signal.hpp"
#include "rascade/service/cell_experiments.hpp"

namespace rascade::support {
namespace {

constexpr double covalent_nM = 100;  // free; engages half to three quarters in an hour
constexpr double blocked_nM = 300;   // free; above 90 % of the target for the reversible drugs here

// 1. Engagement by a drug that needs the GDP-bound form.

TEST(CovalentEngagement, FallsWhenExchangeRises)
{
  const double usual = engaged_at_1h(Lab(), lung_g12c(), covalent_nM);
  EXPECT_LT(engaged_at_1h(Lab().scale("ligand_EGF", 20), lung_g12c(), covalent_nM), usual - 0.02);
  EXPECT_LT(engaged_at_1h(Lab().scale("copies_SOS1", 3), lung_g12c(), covalent_nM), usual - 0.02);
}

TEST(CovalentEngagement, RisesByFifteenPointsWithAnUpstreamInhibitor)
{
  const double alone = engaged_at_1h(Lab(), lung_g12c(), covalent_nM);
  EXPECT_GE(engaged_at_1h(Lab(), lung_g12c(), covalent_nM, {{"TNO155", blocked_nM}}), alone + 0.15);
  EXPECT_GE(engaged_at_1h(Lab(), lung_g12c(), covalent_nM, {{"BI-3406", blocked_nM}}), alone + 0.15);
}

TEST(CovalentEngagement, DoesNotHearReceptorsWithoutTheirReachToSos1)
{
  Lab deaf;
  deaf.scale("K_recruitment", 1e6);
  Lab deaf_with_ligand = deaf;
  deaf_with_ligand.scale("ligand_EGF", 20);
  EXPECT_NEAR(engaged_at_1h(deaf_with_ligand, lung_g12c(), covalent_nM),
              engaged_at_1h(deaf, lung_g12c(), covalent_nM), 0.01);
}

// 2. Rebound at constant free drug.

TEST(Rebound, ErkFallsWithinHoursAndReturnsInPart)
{
  const Rebound r = rebound(Lab(), lung_g12c(), {{"sotorasib", covalent_nM}});
  EXPECT_LT(r.nadir, 0.7);
  EXPECT_LE(r.nadir_h, 12);
  EXPECT_GE(r.share, 0.15);
}

TEST(Rebound, LosesAFifthWithoutRasTurnoverAndAFifthWithoutReceptorFeedback)
{
  const double whole = rebound(Lab(), lung_g12c(), {{"sotorasib", covalent_nM}}).share;
  const auto without = [](const std::string& off) {
    return rebound(Lab(), lung_g12c(), {{"sotorasib", covalent_nM}}, off).share;
  };
  EXPECT_LE(without("ras_turnover"), 0.8 * whole);
  EXPECT_LE(without("receptor_feedback"), 0.8 * whole);
}

// 3. Tissue context.

TEST(Context, TheColonCellReboundsMoreAndAnEgfrInhibitorClosesMostOfIt)
{
  const double lung = rebound(Lab(), lung_g12c(), {{"sotorasib", covalent_nM}}).share;
  const double colon = rebound(Lab(), colon_g12c(), {{"sotorasib", covalent_nM}}).share;
  const double treated =
      rebound(Lab(), colon_g12c(), {{"sotorasib", covalent_nM}, {"erlotinib", 1000}}).share;
  EXPECT_GT(colon, lung);
  EXPECT_LT(treated, colon - 0.5 * (colon - lung));
}

TEST(Context, SwappingReceptorsAndLigandSwapsTheRebound)
{
  Lab swapped;
  auto& cancers = swapped.knowledge().cancers;
  const auto of = [&](const std::string& code) -> knowledge::Cancer& {
    return *std::find_if(cancers.begin(), cancers.end(), [&](auto& c) { return c.code == code; });
  };
  for (const char* name : {"copies_EGFR", "copies_RTK2", "ligand_EGF", "ligand_RTK2"}) {
    std::swap(of("LUAD").parameters.at(name), of("COAD").parameters.at(name));
  }
  EXPECT_GT(rebound(swapped, lung_g12c(), {{"sotorasib", covalent_nM}}).share,
            rebound(swapped, colon_g12c(), {{"sotorasib", covalent_nM}}).share);
}

// 4. Second-site loss of binding.

TEST(SecondSite, AbolishesTheCovalentDrugAndNotTheOthers)
{
  pathway::Cell mutant = lung_g12c();
  mutant.alleles.front().variants.push_back("Y96D");
  const auto erk = [&](std::vector<Lab::Dose> doses) {
    return Lab().relative({mutant, std::move(doses), 24, "", 24}, "ppERK");
  };
  EXPECT_GT(erk({{"sotorasib", blocked_nM}}), 0.95);
  EXPECT_LT(erk({{"RMC-6236", 20}}), 0.5);
  EXPECT_LT(erk({{"BI-3406", blocked_nM}, {"trametinib", 5}}), 0.5);
}

// 5. Paradoxical activation.

TEST(RafParadox, MonomerSelectiveInhibitorOnlyLowersErkInV600E)
{
  const std::vector<double> response = erk_over_doses(Lab(), melanoma_v600e(), "vemurafenib");
  double before = 1;
  for (const double r : response) {
    EXPECT_LE(r, before + 1e-3);
    before = r;
  }
  EXPECT_LT(response.back(), 0.3);
}

TEST(RafParadox, MonomerSelectiveInhibitorRaisesThenLowersErkWithoutV600E)
{
  for (const pathway::Cell& cell : {melanoma_q61k(), lung_g12c(), normal_cell()}) {
    const std::vector<double> response = erk_over_doses(Lab(), cell, "vemurafenib");
    EXPECT_GE(peak(response), 1.5);
    EXPECT_LE(peak(response), 6);
    EXPECT_LT(response.back(), peak(response) / 2);
  }
}

TEST(RafParadox, EquipotentAndParadoxBreakingInhibitorsRaiseItAtMostHalfAsMuch)
{
  for (const pathway::Cell& cell : {melanoma_q61k(), normal_cell()}) {
    const double rise = peak(erk_over_doses(Lab(), cell, "vemurafenib")) - 1;
    EXPECT_LE(peak(erk_over_doses(Lab(), cell, "LY3009120")) - 1, rise / 2);
    EXPECT_LE(peak(erk_over_doses(Lab(), cell, "PLX8394")) - 1, rise / 2);
  }
}

TEST(RafParadox, VanishesWhenTheDrugDoesNotPromoteDimers)
{
  Lab lab;
  for (knowledge::Drug& d : lab.knowledge().drugs) {
    if (d.name == "vemurafenib") d.parameters.at("ddG_first").value = 0;
  }
  const double with = peak(erk_over_doses(Lab(), melanoma_q61k(), "vemurafenib")) - 1;
  EXPECT_LT(peak(erk_over_doses(lab, melanoma_q61k(), "vemurafenib")) - 1, with / 2);
}

// 6. A form that dimerises without RAS.

TEST(RasIndependentDimer, ResistsTheMonomerSelectiveInhibitorAndNotAMekInhibitor)
{
  pathway::Cell splice = melanoma_v600e();
  splice.alleles.front().variants.push_back("p61");
  const auto erk = [](const pathway::Cell& cell, const std::string& drug, double free_nM) {
    return Lab().relative({cell, {{drug, free_nM}}, 24, "", 24}, "ppERK");
  };
  EXPECT_GT(erk(splice, "vemurafenib", 300), 1.5 * erk(melanoma_v600e(), "vemurafenib", 300));
  EXPECT_LT(erk(splice, "trametinib", 10), 0.5);
  EXPECT_LT(erk(splice, "trametinib", 10), 1.5 * erk(melanoma_v600e(), "trametinib", 10) + 0.05);
}

// 7. MEK inhibition and the feedback it releases.

struct MekResult {
  double erk, mek, ras, bound;
};

MekResult inhibit_mek(const pathway::Cell& cell, double free_nM, std::vector<Lab::Dose> more = {},
                      const std::string& off = "")
{
  more.push_back({"binimetinib", free_nM});
  const auto r = Lab().run({cell, more, 24, off, 24},
                           {"ppERK", "pMEK", "RAS_GTP", "MEK_drugged", "MEK_total"});
  const auto fold = [&](std::size_t i) { return r.outputs[i].back() / r.outputs[i].front(); };
  return {fold(0), fold(1), fold(2), r.outputs[3].back() / r.outputs[4].back()};
}

/// ppERK at a share of drug-bound MEK, between doses.
double erk_at_bound(const pathway::Cell& cell, double bound)
{
  MekResult before{1, 1, 1, 0};
  for (double dose = 1; dose < 1e5; dose *= 1.3) {
    const MekResult now = inhibit_mek(cell, dose);
    if (now.bound >= bound) {
      const double part = (bound - before.bound) / (now.bound - before.bound);
      return before.erk + part * (now.erk - before.erk);
    }
    before = now;
  }
  return before.erk;
}

TEST(MekInhibition, RaisesActiveRasAndPhosphorylatedMekInRasMutantCells)
{
  for (const pathway::Cell& cell : {melanoma_q61k(), lung_g12c()}) {
    const MekResult r = inhibit_mek(cell, 30);
    EXPECT_GT(r.mek, 1.05);
    EXPECT_GT(r.ras, 1.02);
  }
}

TEST(MekInhibition, LowersErkLessInRasMutantThanInV600ECellsAtEqualOccupancy)
{
  for (const double bound : {0.3, 0.5, 0.7}) {
    EXPECT_GT(erk_at_bound(lung_g12c(), bound), erk_at_bound(melanoma_v600e(), bound));
    EXPECT_GT(erk_at_bound(melanoma_q61k(), bound), erk_at_bound(melanoma_v600e(), bound));
  }
}

TEST(MekInhibition, DeepensWithAnUpstreamInhibitor)
{
  EXPECT_LT(inhibit_mek(lung_g12c(), 30, {{"TNO155", blocked_nM}}).erk,
            inhibit_mek(lung_g12c(), 30).erk - 0.03);
}

TEST(MekInhibition, RaisesRasLessWhenSos1IsNotReleased)
{
  EXPECT_LT(inhibit_mek(lung_g12c(), 30, {}, "sos_feedback").ras, inhibit_mek(lung_g12c(), 30).ras);
}

// 8. The parallel arm.

double growth_ic50(const std::vector<std::string>& drugs)
{
  service::DoseRequest request;
  request.tumour_file = source_folder() + "/examples/nsclc-kras-g12c.toml";
  request.drugs = drugs;
  request.background_free_nM = 100;
  request.readout = "growth";
  request.hours = 72;
  request.points = 25;
  const std::string root = source_folder();
  const auto session = service::Session::open({root + "/knowledge", root + "/models", "", ""});
  const auto table = service::dose_response(*session, request);
  std::vector<double> dose, response;
  for (const auto& row : table->rows) {
    dose.push_back(row[0]);
    response.push_back(row[1]);
  }
  // Not reached counts as the highest dose.
  return service::crossing(dose, response, 0.5 * response.front()).value_or(dose.back());
}

TEST(ParallelArm, Pi3kInhibitionLowersTheGrowthIc50)
{
  EXPECT_LT(growth_ic50({"sotorasib", "alpelisib"}), 0.9 * growth_ic50({"sotorasib"}));
}

}  // namespace
}  // namespace rascade::support
