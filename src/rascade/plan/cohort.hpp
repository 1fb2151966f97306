// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "rascade/ensemble/control.hpp"
#include "rascade/plan/patient.hpp"

namespace rascade::plan {

/// How a long run is carried out; results depend on the seed alone.
struct RunControl {
  std::uint64_t seed = 1;
  ensemble::Control members = {};
};

/// Patients 0..n-1. [n]
[[nodiscard]] std::vector<Patient> find_patients(const Workbench& bench, const Arm& untreated,
                                                 std::size_t n, const RunControl& control);

/// What became of a cohort.
struct CohortCourse {
  std::vector<std::vector<Outcome>> outcomes;  // [n_arms][n_patients]
  long solves = 0;                             // courses of cells, with those to choose clones
};

[[nodiscard]] CohortCourse treat_cohort(const Workbench& bench, const Arm& untreated,
                                        const std::vector<Arm>& arms,
                                        const std::vector<Patient>& patients,
                                        const RunControl& control);

/// Clones that are solved on their own in a cohort, and how many courses it took to find out.
struct ChosenClones {
  CloneChoice own;
  long solves = 0;
};

/// Clones that the arm treats otherwise than their parent at the central draw (mean S differs by
/// more than 0.02) or that grow otherwise untreated; the others need no solve of their own.
[[nodiscard]] ChosenClones choose_clones(const Workbench& bench, const Arm& arm, const Patient& central,
                                         std::uint64_t seed);

}  // namespace rascade::plan
