// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rascade/base/diagnostic.hpp"
#include "rascade/knowledge/knowledge.hpp"

namespace rascade::knowledge {

/// One row of a table and where its cells stand. Missing trailing cells are empty.
struct Row {
  std::vector<std::string> cells;            // [n_columns]
  std::vector<std::uint32_t> columns;        // 1-based text column of each cell
  std::uint32_t line = 0;
};

/// A tab-separated file with a header; `#` starts a comment line. Collects what is wrong with it.
class Table {
 public:
  /// Reads `folder`/`name`; reports E0701 (missing file), E0702 (missing or unknown column), E0703
  /// (too many cells).
  Table(const std::string& folder, const std::string& name, std::vector<std::string> columns,
        std::vector<Diagnostic>& mistakes);

  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  [[nodiscard]] const std::string& text(const Row& row, std::string_view column) const;
  [[nodiscard]] Span span(const Row& row, std::string_view column) const;

  /// A number; E0704 if the cell holds none. Empty cells give `otherwise`, or E0704 without one.
  double number(const Row& row, std::string_view column, std::optional<double> otherwise = {});
  /// A number or nothing.
  std::optional<double> optional_number(const Row& row, std::string_view column);
  /// The columns source, grade and note; E0705 for an unknown grade.
  Provenance origin(const Row& row);
  /// Value, low and high with the unit; E0706 if they are not in order, E0707 for an unknown unit.
  Quantity quantity(const Row& row, std::string_view value_column, const std::string& unit);
  /// The column op; E0708 unless `set` or `scale`.
  Change change(const Row& row);
  /// Pieces between semicolons.
  [[nodiscard]] std::vector<std::string> list(const Row& row, std::string_view column) const;

  void report(const Row& row, std::string_view column, std::string code, std::string message,
              std::string hint);

 private:
  void read(const std::string& text);
  void check_header(const std::vector<std::string>& header);
  [[nodiscard]] std::size_t index(std::string_view column) const;

  std::string file_;
  std::vector<std::string> columns_;
  std::vector<Row> rows_;
  std::vector<Diagnostic>& mistakes_;
};

}  // namespace rascade::knowledge
