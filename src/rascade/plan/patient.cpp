// SPDX-License-Identifier: MIT
#include "rascade/plan/patient.hpp"

#include <algorithm>
#include <utility>

namespace rascade::plan {
namespace {

constexpr simulate::Tolerances cohort_tolerances{1e-4, 1e-1, 100'000};

pathway::CellRun::Options untreated_options() { return {nullptr, nullptr, cohort_tolerances}; }

std::vector<Exposure> exposures_of(const Workbench& bench, const Drugs& drugs,
                                   const pathway::Draw& draw)
{
  std::vector<Exposure> exposures;
  for (const knowledge::Drug* drug : drugs) {
    exposures.push_back(exposure_of(bench.knowledge(), bench.catalogue(), draw, *drug,
                                    longest_followed_s));
  }
  return exposures;
}

bool is_plausible(const Workbench& bench, const pathway::Assembly& assembly,
                  const pathway::CellRun& run)
{
  return std::all_of(
      bench.knowledge().baselines.begin(), bench.knowledge().baselines.end(),
      [&](const knowledge::Baseline& b) {
        if (!assembly.system.find_output(b.numerator) || !assembly.system.find_output(b.denominator)) {
          return true;
        }
        const double share = run.untreated_output(b.numerator) / run.untreated_output(b.denominator);
        return share >= b.share.low && share <= b.share.high;
      });
}

double cells_of(const Workbench& bench, const pathway::Draw& draw)
{
  if (bench.tumour().cells) return *bench.tumour().cells;
  return draw.internal(bench.catalogue(), bench.cancer().parameters.at("tumour_cells"));
}

CellCourse solve(const Workbench& bench, const pathway::Assembly& assembly, const Patient& patient,
                 const pathway::AmountsByName& untreated, const Reference* reference,
                 const std::vector<Exposure>& exposures, const knowledge::Switch* off = nullptr)
{
  const auto attempt = [&](const simulate::Tolerances& tolerances) {
    pathway::CellRun run(assembly, bench.catalogue(), patient.draw, {off, &untreated, tolerances});
    return follow(run, reference == nullptr ? reference_of(run) : *reference, patient.growth, exposures);
  };
  try {
    return attempt(cohort_tolerances);
  } catch (const simulate::IntegrationFailed&) {
    return attempt({});  // a hard course is worth a careful second run
  }
}

tumour::TumourSetup setup_of(const Workbench& bench, const Patient& patient, std::uint64_t seed)
{
  tumour::TumourSetup setup;
  setup.growth = patient.growth;
  setup.cells_at_start = patient.cells;
  setup.seed = seed;
  setup.patient = patient.number;
  const tumour::SignalCourse untreated{{0, 1}, {tumour::signal(1, 1, patient.growth),
                                                tumour::signal(1, 1, patient.growth)}, 0};
  setup.clones.push_back({"parental", -1, 0, 1, untreated, {}});
  for (std::size_t i = 0; i < bench.cells().clones.size(); ++i) {
    const knowledge::Route& route = *bench.cells().clones[i].route;
    const double rate = patient.draw.internal(bench.catalogue(), route.rate);
    setup.clones.push_back({route.label, 0, rate, 0, patient.clones_untreated[i], {}});
  }
  return setup;
}

}  // namespace

std::optional<Patient> admit_patient(const Workbench& bench, const Arm& untreated, std::uint64_t seed,
                                     std::uint32_t number, std::uint32_t attempt)
{
  Patient patient;
  patient.number = number;
  if (attempt < central_attempt) {
    patient.draw = pathway::draw_patient(bench.catalogue(), seed, number, attempt);
  }
  try {
    const auto& catalogue = bench.catalogue();
    pathway::CellRun parent(untreated.parent, catalogue, patient.draw, untreated_options());
    if (attempt < central_attempt && !is_plausible(bench, untreated.parent, parent)) return std::nullopt;
    pathway::CellRun normal(untreated.normal, catalogue, patient.draw, untreated_options());
    patient.reference = reference_of(parent);
    patient.growth = growth_of(bench.knowledge(), catalogue, patient.draw, bench.cancer());
    patient.cells = cells_of(bench, patient.draw);
    patient.parent = parent.untreated_by_name();
    patient.normal = normal.untreated_by_name();
    for (const pathway::Assembly& assembly : untreated.clones) {
      const pathway::CellRun clone(assembly, catalogue, patient.draw, untreated_options());
      patient.clones.push_back(clone.untreated_by_name());
      patient.clones_untreated.push_back(
          untreated_signal(clone, patient.reference, patient.growth));
    }
  } catch (const simulate::IntegrationFailed&) {
    // A draw whose cell never comes to rest is no patient; the central draw must not fail.
    if (attempt >= central_attempt) throw;
    return std::nullopt;
  }
  return patient;
}

Patient find_patient(const Workbench& bench, const Arm& untreated, std::uint64_t seed,
                     std::uint32_t number)
{
  for (std::uint32_t attempt = 0; attempt < central_attempt; ++attempt) {
    if (auto patient = admit_patient(bench, untreated, seed, number, attempt)) {
      return *std::move(patient);
    }
  }
  return *admit_patient(bench, untreated, seed, number, central_attempt);
}

Outcome treat_patient(const Workbench& bench, const Arm& arm, const Patient& patient,
                      const CloneChoice& own_course, std::uint64_t seed)
{
  const std::vector<Exposure> exposures = exposures_of(bench, arm.drugs, patient.draw);
  Outcome outcome;
  outcome.parent = solve(bench, arm.parent, patient, patient.parent, &patient.reference, exposures);
  const CellCourse normal = solve(bench, arm.normal, patient, patient.normal, nullptr, exposures);
  outcome.solves = 2;
  const double normal_untreated = tumour::signal(1, 1, patient.growth);
  outcome.normal_cost = std::max(0.0, 1 - mean_signal(normal.signal) / normal_untreated);

  tumour::TumourSetup setup = setup_of(bench, patient, seed);
  setup.clones.front().treated = outcome.parent.signal;
  for (std::size_t i = 0; i < arm.clones.size(); ++i) {
    tumour::SignalCourse& treated = setup.clones[i + 1].treated;
    treated = outcome.parent.signal;
    if (own_course[i]) {
      treated = solve(bench, arm.clones[i], patient, patient.clones[i], &patient.reference, exposures)
                    .signal;
      ++outcome.solves;
    }
    outcome.clone_signal.push_back(mean_signal(treated));
  }
  outcome.course = tumour::simulate_tumour(setup);
  return outcome;
}

double signal_without(const Workbench& bench, const Arm& arm, const Patient& patient,
                      const knowledge::Switch& off)
{
  const std::vector<Exposure> exposures = exposures_of(bench, arm.drugs, patient.draw);
  return mean_signal(
      solve(bench, arm.parent, patient, patient.parent, &patient.reference, exposures, &off).signal);
}

}  // namespace rascade::plan
