// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rascade/base/diagnostic.hpp"
#include "rascade/knowledge/knowledge.hpp"

namespace rascade::knowledge {

/// One row of a table and where its cells stand. Missing trailing cells are empty.
struct Row {
  std::vector<std::string> cells;      // [n_columns], trimmed
  std::vector<std::uint32_t> columns;  // [n_columns], 1-based text column of each cell
  std::uint32_t line = 0;
};

/// A tab-separated file with a header; `#` starts a comment line. Collects what is wrong with it.
///
/// A table whose header lacks a column has no rows: the header's error says enough.
class Table {
 public:
  /// Reads `folder`/`name`; reports E0701 (missing file), E0702 (missing, unknown or repeated
  /// column) and E0703 (too many cells).
  Table(const std::string& folder, const std::string& name, std::vector<std::string> columns,
        std::vector<Diagnostic>& mistakes);

  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  [[nodiscard]] const std::string& text(const Row& row, std::string_view column) const;
  [[nodiscard]] Span span(const Row& row, std::string_view column) const;
  /// Pieces between semicolons.
  [[nodiscard]] std::vector<std::string> list(const Row& row, std::string_view column) const;

  /// A cell that must not be empty; E0715 if it is.
  const std::string& name(const Row& row, std::string_view column);
  /// A number; E0704 if the cell holds none. Empty cells give `otherwise`, or E0704 without one.
  double number(const Row& row, std::string_view column, std::optional<double> otherwise = {});
  /// As `number`, but E0714 outside low..high.
  double number_within(const Row& row, std::string_view column, double low, double high);
  /// A number or nothing.
  std::optional<double> optional_number(const Row& row, std::string_view column);
  /// The columns source, grade and note; E0705 for an unknown grade.
  Provenance origin(const Row& row);
  /// Value, low and high with the unit; E0706 if they are not in order, E0707 for an unknown unit.
  /// Without ends, in the columns or at all, the value stands for both.
  Quantity quantity(const Row& row, std::string_view value_column, const std::string& unit);
  /// The column op; E0708 unless `set` or `scale`.
  Change change(const Row& row);
  /// The cell, which must be one of `words`; E0708 if not.
  const std::string& word(const Row& row, std::string_view column,
                          std::span<const std::string> words);

  /// E0709 if `key`, what the row is known by, is `taken` already; takes it.
  void check_new(const Row& row, std::string_view column, const std::string& key,
                 std::set<std::string>& taken);
  /// E0710 unless `name`, a part of the cell, is one of `known`. Silent where another error has
  /// said it: at an empty name, and at an empty `known`, that of a table which could not be read.
  void check_known(const Row& row, std::string_view column, std::string_view what,
                   const std::string& name, std::span<const std::string> known);
  void report(const Row& row, std::string_view column, std::string code, std::string message,
              std::string hint);

 private:
  void read(const std::string& text);
  void add_row(Row row);
  [[nodiscard]] bool check_header(const Row& header);
  [[nodiscard]] std::size_t index(std::string_view column) const;
  std::optional<double> parse(const Row& row, std::string_view column,
                              std::optional<double> otherwise);

  std::string file_;
  std::vector<std::string> columns_;
  std::vector<Row> rows_;
  std::vector<Diagnostic>& mistakes_;
};

/// The names of `all`'s elements, for hints.
template <class T>
std::vector<std::string> names_of(const std::vector<T>& all, std::string T::*name)
{
  std::vector<std::string> names;
  for (const T& one : all) names.push_back(one.*name);
  return names;
}

}  // namespace rascade::knowledge
