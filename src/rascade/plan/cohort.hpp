// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "rascade/plan/patient.hpp"

namespace rascade::plan {

/// How a long run is carried out; results do not depend on it, but for the seed.
struct RunControl {
  std::uint64_t seed = 1;
  int threads = 0;  // 0: all
  std::function<void(const std::string& stage, std::size_t done, std::size_t total)> progress;
};

/// Calls `task(i)` for i in 0..n-1 on the control's threads and reports progress. What a task throws
/// is thrown here.
void run_all(const RunControl& control, const std::string& stage, std::size_t n,
             const std::function<void(std::size_t)>& task);

/// Patients 0..n-1. [n]
[[nodiscard]] std::vector<Patient> find_patients(const Workbench& bench, const Arm& untreated,
                                                 std::size_t n, const RunControl& control);

/// Outcomes of every arm for every patient: [n_arms][n_patients].
[[nodiscard]] std::vector<std::vector<Outcome>> treat_cohort(const Workbench& bench,
                                                             const Arm& untreated,
                                                             const std::vector<Arm>& arms,
                                                             const std::vector<Patient>& patients,
                                                             const RunControl& control);

/// Clones that the arm treats otherwise than their parent at the central draw (mean S differs by
/// more than 0.02) or that grow otherwise untreated; the others need no solve of their own.
[[nodiscard]] CloneChoice choose_clones(const Workbench& bench, const Arm& arm, const Patient& central,
                                        std::uint64_t seed);

}  // namespace rascade::plan
