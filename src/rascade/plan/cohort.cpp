// SPDX-License-Identifier: MIT
#include "rascade/plan/cohort.hpp"

#include <cmath>
#include <utility>

#include "rascade/ensemble/run_members.hpp"
#include "rascade/plan/records.hpp"

namespace rascade::plan {
namespace {

constexpr double own_course_from = 0.02;  // difference of mean S

}  // namespace

std::vector<Patient> find_patients(const Workbench& bench, const Arm& untreated, std::size_t n,
                                   const RunControl& control)
{
  return ensemble::collect<Patient>(control.members, "patients", n, [&](std::size_t i) {
    return find_patient(bench, untreated, control.seed, static_cast<std::uint32_t>(i));
  });
}

ChosenClones choose_clones(const Workbench& bench, const Arm& arm, const Patient& central,
                           std::uint64_t seed)
{
  const CloneChoice all(arm.clones.size(), true);
  const Outcome outcome = treat_patient(bench, arm, central, all, seed);
  const double parent = mean_signal(outcome.parent.signal);
  ChosenClones chosen{CloneChoice(arm.clones.size(), false), outcome.solves};
  for (std::size_t i = 0; i < chosen.own.size(); ++i) {
    chosen.own[i] = std::abs(outcome.clone_signal[i] - parent) > own_course_from;
  }
  return chosen;
}

CohortCourse treat_cohort(const Workbench& bench, const Arm& untreated, const std::vector<Arm>& arms,
                          const std::vector<Patient>& patients, const RunControl& control)
{
  const Patient central = *admit_patient(bench, untreated, control.seed, 0, central_attempt);
  const auto choices = ensemble::collect<ChosenClones>(
      control.members, "clones", arms.size(),
      [&](std::size_t a) { return choose_clones(bench, arms[a], central, control.seed); });
  CohortCourse course{std::vector<std::vector<Outcome>>(arms.size()), 0};
  for (const ChosenClones& choice : choices) course.solves += choice.solves;
  const auto treat = [&](std::size_t i) {
    const std::size_t a = i % arms.size();
    return treat_patient(bench, arms[a], patients[i / arms.size()], choices[a].own, control.seed);
  };
  ensemble::run_members<Outcome>(
      control.members, "cohort", arms.size() * patients.size(), [&] { return treat; },
      [&](std::size_t i, Outcome outcome) {
        course.solves += outcome.solves;
        course.outcomes[i % arms.size()].push_back(std::move(outcome));
      });
  return course;
}

}  // namespace rascade::plan
