// SPDX-License-Identifier: MIT
#include "rascade/pathway/assemble.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "rascade/language/parse_model.hpp"
#include "rascade/pathway/cell_run.hpp"
#include "support/tables.hpp"

namespace rascade::pathway {
namespace {

const Cell lung{"LUAD", {{"KRAS", {"G12C"}, 1}}, {}, {}};
const Cell melanoma{"SKCM", {{"BRAF", {"V600E"}, 1}}, {}, {}};
const Cell normal{"EPITHELIUM", {}, {}, {}};

std::vector<const knowledge::Drug*> drugs_of(const std::vector<std::string>& names)
{
  std::vector<const knowledge::Drug*> drugs;
  for (const std::string& name : names) drugs.push_back(support::tables().find_drug(name));
  return drugs;
}

Assembly assembled(const Cell& cell, const std::vector<std::string>& drugs)
{
  auto assembly = assemble(support::tables(), support::modules(), cell, drugs_of(drugs));
  if (!assembly) throw std::runtime_error(to_string(assembly.diagnostics()));
  return *std::move(assembly);
}

TEST(Assemble, EverySingleDrugAndEveryPairGivesAModelWithinTheBudget)
{
  std::vector<std::string> one_each;
  for (const knowledge::Mechanism& m : support::tables().mechanisms) {
    for (const knowledge::Drug& d : support::tables().drugs) {
      if (d.mechanism == m.name) {
        one_each.push_back(d.name);
        break;
      }
    }
  }
  for (const Cell& cell : {lung, melanoma, normal}) {
    for (std::size_t i = 0; i < one_each.size(); ++i) {
      EXPECT_LE(assembled(cell, {one_each[i]}).network.species.size(), 300U) << one_each[i];
      for (std::size_t j = 0; j < i; ++j) {
        EXPECT_LE(assembled(cell, {one_each[i], one_each[j]}).network.species.size(), 600U)
            << one_each[i] << " + " << one_each[j];
      }
    }
  }
}

TEST(Assemble, TheTextIsPlainBnglThatReadsBack)
{
  const Assembly assembly = assembled(lung, {"sotorasib"});
  EXPECT_EQ(assembly.text.find("#@"), std::string::npos);
  EXPECT_TRUE(language::parse_model(assembly.text, "again"));
}

TEST(Assemble, RefusesTwoDrugsOfOneMechanism)
{
  const auto assembly =
      assemble(support::tables(), support::modules(), lung, drugs_of({"sotorasib", "adagrasib"}));
  ASSERT_FALSE(assembly);
  EXPECT_EQ(assembly.diagnostics().front().code, "E0820");
}

TEST(Assemble, EveryParameterIsTheTablesOwn)
{
  const Assembly assembly = assembled(melanoma, {"vemurafenib", "trametinib"});
  EXPECT_GT(assembly.recipes.size(), 40U);
  for (const Recipe& recipe : assembly.recipes) {
    EXPECT_TRUE(!recipe.parts.empty() || recipe.template_name == "C_<drug>") << recipe.name;
  }
}

/// Rates of the RAF module come from free energies: around each cycle of dimerisation and drug
/// binding the product of forward over backward rates is 1.
TEST(RafCycles, AreInDetailedBalance)
{
  const Assembly assembly = assembled(melanoma, {"vemurafenib"});
  const Catalogue catalogue(support::tables());
  const auto value = [&](const std::string& name) {
    for (const Recipe& r : assembly.recipes) {
      if (r.name == name) return r.value(catalogue, {});
    }
    return 0.0;
  };
  const double promote1 = std::exp(-value("ddG_first_vemurafenib") / value("RT"));
  const double promote2 = std::exp(-value("ddG_second_vemurafenib") / value("RT"));
  const double kd = value("Kd_vemurafenib"), kd_dimer = value("Kd_dimer");
  // Two drugs then dimerise, against dimerise then two drugs (Kd of each step, in order).
  EXPECT_NEAR(kd * kd * kd_dimer / promote2,
              kd_dimer * (kd / promote1) * (kd * promote1 / promote2), 1e-6 * kd * kd * kd_dimer);
}

TEST(CellRun, ConservesEachProteinWithoutTurnover)
{
  const Assembly assembly = assembled(lung, {"trametinib"});
  const Catalogue catalogue(support::tables());
  CellRun run(assembly, catalogue, {}, {});
  const double mek = run.untreated_output("MEK_total");
  const std::vector<double> times{0, 3600, 86400};
  const auto after = run.treat(constant_drugs({1e4}), times);
  EXPECT_NEAR(after.row(2)[run.output("MEK_total")], mek, 1e-4 * mek);
}

TEST(CellRun, WithoutDrugNothingChanges)
{
  const Assembly assembly = assembled(lung, {"sotorasib"});
  const Catalogue catalogue(support::tables());
  CellRun run(assembly, catalogue, {}, {});
  const std::vector<double> times{0, 72 * 3600.0};
  const auto after = run.treat({}, times);
  const double erk = run.untreated_output("ppERK");
  EXPECT_NEAR(after.row(1)[run.output("ppERK")], erk, 1e-3 * erk);
}

}  // namespace
}  // namespace rascade::pathway
