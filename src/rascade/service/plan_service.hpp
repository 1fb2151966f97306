// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

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
  std::string id;      // names the run: knowledge hash, tumour, arguments
  std::string text;    // the printed decision
  std::string tsv;     // the screened arms
  std::string json;    // "rascade-plan/1"
  std::string report;  // self-contained HTML; empty if the page has not been built
};

using Progress = std::function<void(const std::string& stage, std::size_t done, std::size_t total)>;

/// Reads the tumour, makes the plan and writes it in each form.
[[nodiscard]] Checked<PlanResponse> plan_tumour(const Session& session, const PlanArguments& arguments,
                                                bool colour, const Progress& progress);

/// Writes the plan's files into `folder`: all of them or, if one cannot be written, none. Replaces
/// those of an earlier plan there and leaves every other file alone. Reports E1401.
/// Files: decision.txt, plan.json, arms.tsv, report.html, request.json.
[[nodiscard]] Checked<std::vector<std::string>> save_plan(const PlanResponse& response,
                                                          const PlanArguments& arguments,
                                                          const std::string& folder);

/// The arguments of a saved plan; E1402 if the folder holds none.
[[nodiscard]] Checked<PlanArguments> saved_arguments(const std::string& folder);

}  // namespace rascade::service
