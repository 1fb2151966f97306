// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "rascade/service/cell_experiments.hpp"
#include "rascade/service/plan_service.hpp"

namespace rascade::cli {

/// Settings every command shares.
struct Common {
  service::Folders folders;
  std::string format;  // text | tsv | json | gdat; empty: the command's own
  std::string out;     // file or folder; empty: stdout
};

inline constexpr int ok = 0;
inline constexpr int failed = 1;
inline constexpr int bad_input = 2;

/// Prints mistakes; returns bad_input.
[[nodiscard]] int report(const std::vector<Diagnostic>& diagnostics);

/// To stdout, or to the file `out`, which appears whole or not at all. Returns the exit code.
[[nodiscard]] int write(const Common& common, const std::string& text);

/// Each prints its result and returns the exit code.
[[nodiscard]] int plan(const Common& common, const service::PlanArguments& arguments);
[[nodiscard]] int rerun(const Common& common, const std::string& folder, int threads);
[[nodiscard]] int simulate(const Common& common, const service::SimulateRequest& request);
[[nodiscard]] int dose(const Common& common, const service::DoseRequest& request);
[[nodiscard]] int model(const Common& common, const std::string& tumour_file,
                        const std::vector<std::string>& drugs);
[[nodiscard]] int list(const Common& common, const std::string& subject, const std::string& key);
[[nodiscard]] int make_new(const Common& common, const std::string& path);

}  // namespace rascade::cli
