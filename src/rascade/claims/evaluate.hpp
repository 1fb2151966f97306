// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rascade/claims/cohorts.hpp"
#include "rascade/claims/draw_book.hpp"
#include "rascade/claims/read_all.hpp"
#include "rascade/claims/result.hpp"
#include "rascade/claims/scenario.hpp"

namespace rascade::claims {

/// Claims with what became of them so far; what later steps (draws, labels) go on from.
struct Evaluation {
  std::vector<Resolution> resolutions;              // [n_claims], order of the tables
  std::vector<ClaimResult> results;                 // [n_claims]
  std::map<std::string, AdmittedDraws> draws;       // by the untouched cell's key
  std::map<std::string, CohortOutcome> cohorts;     // by the arm's key
  std::size_t num_runs = 0;                         // cells simulated
};

/// Resolves every claim. Reports relations that cannot be read.
[[nodiscard]] Checked<Evaluation> resolve_all(const knowledge::Knowledge& knowledge,
                                              const std::vector<const knowledge::Claim*>& claims);

/// The nominal pass: every scenario at the central draw; correlations and numbers over draws;
/// clinical read-outs in virtual cohorts.
void evaluate(Bench& bench, const plan::RunControl& control, Evaluation& evaluation);

/// The untouched cell of the first role: whose draws a cell of a scenario uses.
[[nodiscard]] const Arm& untouched_of(const CellScenario& cell);

/// Whether the read-out is one of a cell's model (not of cohorts or tables).
[[nodiscard]] bool is_of_cell(const Scenario& scenario);

/// All cells' judgements as one: the first that does not hold, else that it holds.
[[nodiscard]] Judgement judge_all(const Scenario& scenario, const std::vector<CellReading>& readings);

/// Readings at the central draw, one a cell.
[[nodiscard]] std::vector<ReadingTask> central_tasks(const Scenario& scenario);

}  // namespace rascade::claims
