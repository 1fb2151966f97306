// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rascade/base/checked.hpp"

namespace rascade::service {

/// What `check` found in a BNGL file.
struct CheckReport {
  std::string source;                   // the file's text
  std::vector<Diagnostic> diagnostics;  // mistakes that keep it from being read, or findings
  std::vector<std::string> notes;       // what was looked at and holds
};

/// Reads a BNGL file and looks for what is wrong or hardly meant. Reports E1001 if it cannot be
/// read; mistakes in the text are in the report.
[[nodiscard]] Checked<CheckReport> check_file(const std::string& path);

/// Each finding with its line of the source, then the notes and a count.
[[nodiscard]] std::string to_text(const CheckReport& report);
/// `severity code file line column message hint`, notes as comments.
[[nodiscard]] std::string to_tsv(const CheckReport& report);
/// {research_use_only, errors, warnings, findings, notes}.
[[nodiscard]] std::string to_json(const CheckReport& report);

/// The picture of a BNGL file's molecule types, sites and possible bonds: an HTML page, or an SVG.
/// Reports what keeps the file from being read.
[[nodiscard]] Checked<std::string> contact_map(const std::string& path, bool is_page);

}  // namespace rascade::service
