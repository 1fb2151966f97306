// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rascade/plan/workbench.hpp"
#include "rascade/tumour/tumour.hpp"

namespace rascade::plan {

/// A virtual patient: a draw, and what the untreated cells are like in it.
struct Patient {
  std::uint32_t number = 0;
  pathway::Draw draw;
  Reference reference;                              // of the parental cell
  tumour::Growth growth;
  double cells = 0;                                 // at the start
  pathway::AmountsByName parent, normal;            // untreated states
  std::vector<pathway::AmountsByName> clones;       // [n_clones]; empty until needed
  std::vector<tumour::SignalCourse> clones_untreated;
};

/// How one patient fares under one arm.
struct Outcome {
  tumour::TumourCourse course;
  CellCourse parent;                   // pathway read-outs of the parental cell
  std::vector<double> clone_signal;    // mean S of each clone over the replayed interval
  double normal_cost = 0;              // share of the normal cell's growth signal that is lost
  long solves = 0;                     // courses of cells that it took
};

/// Attempts at a plausible draw; the attempt of this number is the central draw, always admitted.
inline constexpr std::uint32_t central_attempt = 50;

/// The untreated state of one drawn patient; nothing if its cells are outside the plausible range
/// (knowledge/baselines.tsv) or have no steady state.
[[nodiscard]] std::optional<Patient> admit_patient(const Workbench& bench, const Arm& untreated,
                                                   std::uint64_t seed, std::uint32_t number,
                                                   std::uint32_t attempt);

/// The first admissible draw of a patient, after `central_attempt` attempts; the central draw if none is.
[[nodiscard]] Patient find_patient(const Workbench& bench, const Arm& untreated, std::uint64_t seed,
                                   std::uint32_t number);

/// Which clones are solved on their own; the others take the parent's course.
using CloneChoice = std::vector<bool>;

/// Solves the cells of an arm for one patient and grows the tumour. Throws IntegrationFailed.
[[nodiscard]] Outcome treat_patient(const Workbench& bench, const Arm& arm, const Patient& patient,
                                    const CloneChoice& own_course, std::uint64_t seed);

/// Mean S of the parental cell with one mechanism switched off.
[[nodiscard]] double signal_without(const Workbench& bench, const Arm& arm, const Patient& patient,
                                    const knowledge::Switch& off);

}  // namespace rascade::plan
