// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "rascade/pathway/cell_run.hpp"
#include "rascade/plan/exposure.hpp"
#include "rascade/tumour/tumour.hpp"

namespace rascade::plan {

/// Activities of the untreated parental cell, the measure of every clone and arm. Molecules.
struct Reference {
  double ppERK = 0;
  double pAKT = 0;
};

/// One cell under one arm: pathway read-outs and the growth signal that follows from them.
struct CellCourse {
  std::vector<double> time_h;      // from 0
  std::vector<double> ppERK;       // relative to the reference
  std::vector<double> pAKT;        // relative to the reference
  std::vector<double> active_RAS;  // GTP-bound share of all RAS
  tumour::SignalCourse signal;
};

[[nodiscard]] Reference reference_of(const pathway::CellRun& run);

/// Growth parameters of a draw with the turnover of the cancer type: b_max and d0 are such that the
/// untreated parent divides and grows as the type does.
[[nodiscard]] tumour::Growth growth_of(const knowledge::Knowledge& knowledge,
                                       const pathway::Catalogue& catalogue, const pathway::Draw& draw,
                                       const knowledge::Cancer& cancer);

/// Follows the cell dosing interval by dosing interval until two in a row agree (S within 0.005) or
/// 14 days have passed; the tumour replays the last one. Throws simulate::IntegrationFailed.
[[nodiscard]] CellCourse follow(pathway::CellRun& run, const Reference& reference,
                                const tumour::Growth& growth, std::span<const Exposure> exposures);

/// The course of a cell without drug: a constant signal.
[[nodiscard]] tumour::SignalCourse untreated_signal(const pathway::CellRun& run,
                                                    const Reference& reference,
                                                    const tumour::Growth& growth);

/// Mean S over the interval that is replayed.
[[nodiscard]] double mean_signal(const tumour::SignalCourse& course);

inline constexpr double longest_followed_s = 14 * 86400.0;

}  // namespace rascade::plan
