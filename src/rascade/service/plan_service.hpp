// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "rascade/service/long_run.hpp"
#include "rascade/service/session.hpp"

namespace rascade::service {

/// Everything a plan depends on, as the user gives it.
struct PlanArguments {
  std::string tumour_file;  // as the user wrote it; part of the plan's rerun line
  std::string tumour_path;  // where to read it instead, for a saved plan; may be empty
  std::vector<std::string> drugs;
  int max_drugs = 2;
  std::size_t patients = 100;
  std::uint64_t seed = 1;
  int threads = 0;  // no effect on results
};

/// A plan in each of its forms.
struct PlanResponse {
  std::string text;    // the printed decision
  std::string tsv;     // the screened arms
  std::string json;    // "rascade-plan/1"
  std::string report;  // self-contained HTML; empty if the page has not been built
  std::shared_ptr<ensemble::Journal> journal = {};  // of the run; may be none
};

/// Names the run: tumour, arguments, hash of the tables.
[[nodiscard]] std::string plan_id(const Session& session, const PlanArguments& arguments);

/// Where a plan's journal lies while it is being made: beside its folder.
[[nodiscard]] std::string plan_journal(const std::string& folder);

/// Reads the tumour, makes the plan and writes it in each form. Goes on from the run's journal.
[[nodiscard]] Checked<PlanResponse> plan_tumour(const Session& session, const PlanArguments& arguments,
                                                bool colour, const LongRun& run);

/// Writes the plan's files into `folder`: all of them or, if one cannot be written, none. Replaces
/// those of an earlier plan there and leaves every other file alone. Then the journal is taken away.
/// Reports E1401.
/// Files: decision.txt, plan.json, arms.tsv, report.html, request.json.
[[nodiscard]] Checked<std::vector<std::string>> save_plan(const PlanResponse& response,
                                                          const PlanArguments& arguments,
                                                          const std::string& folder);

/// The arguments of a saved plan; E1402 if the folder holds none.
[[nodiscard]] Checked<PlanArguments> saved_arguments(const std::string& folder);

}  // namespace rascade::service
