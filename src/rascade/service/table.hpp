// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace rascade::service {

/// A table of numbers with named columns and notes about the whole.
struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<double>> rows;  // [n_rows][n_columns]
  std::vector<std::string> notes;         // each a line; comments in text forms
};

enum class Format { tsv, json, gdat };

/// `tsv`: notes as `# …`, header, rows. `json`: {research_use_only, notes, columns, rows}.
/// `gdat`: BioNetGen's time-course file.
[[nodiscard]] std::string to_text(const Table& table, Format format);

}  // namespace rascade::service
