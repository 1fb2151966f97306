// SPDX-License-Identifier: MIT
#include "rascade/plan/cohort.hpp"

#include <cmath>
#include <mutex>

#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

namespace rascade::plan {
namespace {

constexpr double own_course_from = 0.02;  // difference of mean S

}  // namespace

void run_all(const RunControl& control, const std::string& stage, std::size_t n,
             const std::function<void(std::size_t)>& task)
{
  const int threads = control.threads > 0 ? control.threads : tbb::task_arena::automatic;
  std::size_t done = 0;
  std::mutex reporting;
  const auto one = [&](std::size_t i) {
    task(i);
    if (!control.progress) return;
    const std::lock_guard lock(reporting);
    control.progress(stage, ++done, n);
  };
  tbb::task_arena arena(threads);
  arena.execute([&] { tbb::parallel_for(std::size_t{0}, n, one, tbb::simple_partitioner{}); });
}

std::vector<Patient> find_patients(const Workbench& bench, const Arm& untreated, std::size_t n,
                                   const RunControl& control)
{
  std::vector<Patient> patients(n);
  run_all(control, "patients", n, [&](std::size_t i) {
    patients[i] = find_patient(bench, untreated, control.seed, static_cast<std::uint32_t>(i));
  });
  return patients;
}

CloneChoice choose_clones(const Workbench& bench, const Arm& arm, const Patient& central,
                          std::uint64_t seed)
{
  const CloneChoice all(arm.clones.size(), true);
  const Outcome outcome = treat_patient(bench, arm, central, all, seed);
  const double parent = mean_signal(outcome.parent.signal);
  CloneChoice own(arm.clones.size(), false);
  for (std::size_t i = 0; i < own.size(); ++i) {
    own[i] = std::abs(outcome.clone_signal[i] - parent) > own_course_from;
  }
  return own;
}

std::vector<std::vector<Outcome>> treat_cohort(const Workbench& bench, const Arm& untreated,
                                               const std::vector<Arm>& arms,
                                               const std::vector<Patient>& patients,
                                               const RunControl& control)
{
  const Patient central = *admit_patient(bench, untreated, control.seed, 0, central_attempt);
  std::vector<CloneChoice> choices(arms.size());
  run_all(control, "clones", arms.size(), [&](std::size_t a) {
    choices[a] = choose_clones(bench, arms[a], central, control.seed);
  });
  std::vector<std::vector<Outcome>> outcomes(arms.size(), std::vector<Outcome>(patients.size()));
  run_all(control, "cohort", arms.size() * patients.size(), [&](std::size_t i) {
    const std::size_t arm = i % arms.size();
    const std::size_t patient = i / arms.size();
    outcomes[arm][patient] =
        treat_patient(bench, arms[arm], patients[patient], choices[arm], control.seed);
  });
  return outcomes;
}

}  // namespace rascade::plan
