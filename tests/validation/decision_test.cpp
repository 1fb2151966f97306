// SPDX-License-Identifier: MIT
// Behaviours of the tumour and of the advice: more mutant copies, more cells, which pairs are best.
#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "rascade/plan/screen.hpp"
#include "support/lab.hpp"

namespace rascade::plan {
namespace {

TumourCase tumour_of(const pathway::Cell& cell)
{
  TumourCase tumour;
  tumour.cell = cell;
  return tumour;
}

/// Time to progression of a tumour of these cells in each of the same patients, measured against the
/// untreated cell with `reference` copies. Parental cells only: the clones' chances would be noise.
double mean_time_to_progression(const pathway::Cell& cell, const pathway::Cell& reference)
{
  const TumourCase tumour = tumour_of(cell), measure = tumour_of(reference);
  const Workbench bench(support::tables(), support::modules(), tumour);
  const Workbench measure_bench(support::tables(), support::modules(), measure);
  const Arm untreated = *bench.make_arm({}), measure_untreated = *measure_bench.make_arm({});
  const Arm arm = *bench.make_arm({support::tables().find_drug("sotorasib")});
  double sum = 0;
  int n = 0;
  for (std::uint32_t number = 0; number < 24; ++number) {
    auto patient = admit_patient(bench, untreated, 1, number, 0);
    const auto measured = admit_patient(measure_bench, measure_untreated, 1, number, 0);
    if (!patient || !measured) continue;
    patient->reference = measured->reference;
    const CloneChoice none(arm.clones.size(), false);
    sum += treat_patient(bench, arm, *patient, none, 1).course.progression_exact_d;
    ++n;
  }
  return sum / n;
}

TEST(Decision, DoublingMutantCopiesShortensProgression)
{
  const pathway::Cell once = support::lung_g12c();
  pathway::Cell twice = once;
  twice.alleles.front().copies = 2;
  EXPECT_LT(mean_time_to_progression(twice, once), mean_time_to_progression(once, once));
}

TEST(Decision, ALargerTumourProgressesSoonerWhereFewResistantCellsAreExpected)
{
  tumour::TumourSetup setup;
  setup.growth.b_max = 0.14;
  setup.growth.d0 = 0.1;
  const tumour::SignalCourse on{{0, 1}, {1, 1}, 0}, off{{0, 1}, {0.05, 0.05}, 0};
  const double rate = 1e-9;
  setup.clones = {{"parental", -1, 0, 1, on, off}, {"resistant", 0, rate, 0, on, on}};
  const auto mean_time = [&](double cells) {
    setup.cells_at_start = cells;
    double sum = 0;
    for (std::uint32_t patient = 0; patient < 200; ++patient) {
      setup.patient = patient;
      sum += tumour::simulate_tumour(setup).progression_exact_d / 200;
    }
    return sum;
  };
  double before = std::numeric_limits<double>::infinity();
  for (const double cells : {1e6, 1e7, 1e8}) {
    const double expected = tumour::expected_mutants(rate, cells, 0.14, 0.1);
    EXPECT_GT(expected, 0.01);
    EXPECT_LT(expected, 10.0);
    const double time = mean_time(cells);
    EXPECT_LT(time, before);
    before = time;
  }
}

std::vector<Screened> screened(const pathway::Cell& cell, const Drugs& base = {})
{
  const TumourCase tumour = tumour_of(cell);
  const Workbench bench(support::tables(), support::modules(), tumour);
  const Arm untreated = *bench.make_arm({});
  const RunControl control;
  const std::vector<Patient> few = find_patients(bench, untreated, 16, control);
  auto arms = screen_arms(bench, few, base, 2, control);
  if (!arms) throw std::runtime_error(to_string(arms.diagnostics()));
  return *std::move(arms);
}

bool has_class(const Drugs& drugs, const std::vector<std::string>& classes)
{
  return std::any_of(drugs.begin(), drugs.end(), [&](const knowledge::Drug* drug) {
    const auto& own = support::tables().find_mechanism(drug->mechanism)->classes;
    return std::any_of(own.begin(), own.end(), [&](const std::string& c) {
      return std::find(classes.begin(), classes.end(), c) != classes.end();
    });
  });
}

TEST(Decision, TheBestPairForColonG12CAndMostOfTheBestFourHoldAReceptorOrUpstreamDrug)
{
  std::vector<Screened> pairs;
  for (const Screened& s : screened(support::colon_g12c(), {support::tables().find_drug("sotorasib")})) {
    if (s.drugs.size() == 2) pairs.push_back(s);
  }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const Screened& a, const Screened& b) { return a.pfs_days > b.pfs_days; });
  ASSERT_GE(pairs.size(), 4U);
  const auto upstream = [](const Screened& s) { return has_class(s.drugs, {"receptor", "upstream"}); };
  EXPECT_TRUE(upstream(pairs.front())) << name_of(pairs.front().drugs);
  EXPECT_GE(std::count_if(pairs.begin(), pairs.begin() + 4, upstream), 3);
}

TEST(Decision, RafAndMekTogetherBeatEitherAloneInBrafMelanoma)
{
  const auto arms = screened(support::melanoma_v600e());
  const auto best = [&](const std::vector<std::string>& mechanisms) {
    double most = 0;
    for (const Screened& s : arms) {
      std::vector<std::string> own;
      for (const knowledge::Drug* drug : s.drugs) own.push_back(drug->mechanism);
      std::sort(own.begin(), own.end());
      if (own == mechanisms) most = std::max(most, s.pfs_days);
    }
    return most;
  };
  const double pair = best({"mek_inhibitor", "raf_inhibitor"});
  EXPECT_GT(pair, best({"mek_inhibitor"}));
  EXPECT_GT(pair, best({"raf_inhibitor"}));
}

}  // namespace
}  // namespace rascade::plan
