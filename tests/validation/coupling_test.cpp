// SPDX-License-Identifier: MIT
// The tumour replays stored rates; a run that follows signalling for the whole course must agree.
#include <gtest/gtest.h>

#include "rascade/plan/patient.hpp"
#include "rascade/plan/summarise.hpp"
#include "support/lab.hpp"

namespace rascade::plan {
namespace {

TEST(Coupling, ReplayingTheLastIntervalAgreesWithFollowingTheCellThroughout)
{
  const knowledge::Knowledge& tables = support::tables();
  TumourCase tumour;
  tumour.cell = support::lung_g12c();
  const Workbench bench(tables, support::modules(), tumour);
  const Arm untreated = *bench.make_arm({});
  const Arm arm = *bench.make_arm({tables.find_drug("sotorasib")});
  const Patient patient = *admit_patient(bench, untreated, 1, 0, central_attempt);
  const CloneChoice none(arm.clones.size(), false);
  const double replayed = treat_patient(bench, arm, patient, none, 1).course.progression_exact_d;

  // The same cell followed day after day to twice that time, nothing replayed.
  pathway::CellRun run(arm.parent, bench.catalogue(), {}, {});
  const double days = std::min(730.0, 2 * replayed);
  const Exposure exposure =
      exposure_of(tables, bench.catalogue(), {}, *arm.drugs.front(), days * 86400);
  std::vector<double> times;
  for (double t = 0; t <= days * 24; t += 1) times.push_back(3600 * t);
  const auto course = run.treat(forcing_of({exposure}), times);

  tumour::TumourSetup setup;
  setup.growth = patient.growth;
  setup.cells_at_start = patient.cells;
  tumour::SignalCourse treated;
  for (std::size_t i = 0; i < times.size(); ++i) {
    treated.time_d.push_back(times[i] / 86400);
    treated.s.push_back(tumour::signal(course.row(i)[run.output("ppERK")] / patient.reference.ppERK,
                                       course.row(i)[run.output("pAKT")] / patient.reference.pAKT,
                                       patient.growth));
  }
  treated.repeat_from_d = days - 1;
  const double s0 = tumour::signal(1, 1, patient.growth);
  setup.clones.push_back({"parental", -1, 0, 1, {{0, 1}, {s0, s0}, 0}, treated});
  const double coupled = tumour::simulate_tumour(setup).progression_exact_d;
  EXPECT_NEAR(replayed, coupled, 0.05 * coupled);
}

}  // namespace
}  // namespace rascade::plan
