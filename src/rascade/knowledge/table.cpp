// SPDX-License-Identifier: MIT
#include "rascade/knowledge/table.hpp"

#include <algorithm>
#include <cassert>
#include <fstream>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "rascade/base/text.hpp"
#include "rascade/units/units.hpp"

namespace rascade::knowledge {
namespace {

std::vector<std::string> unit_names()
{
  std::vector<std::string> names;
  for (const units::Unit& unit : units::known_units()) names.emplace_back(unit.name);
  return names;
}

}  // namespace

Table::Table(const std::string& folder, const std::string& name, std::vector<std::string> columns,
             std::vector<Diagnostic>& mistakes)
    : file_(folder + "/" + name), columns_(std::move(columns)), mistakes_(mistakes)
{
  std::ifstream file(file_, std::ios::binary);
  if (!file) {
    mistakes_.push_back({Severity::error, "E0701", {file_, 0, 0, 0}, "this table cannot be read",
                         "Point --knowledge to the folder that holds the tables."});
    return;
  }
  read(std::string(std::istreambuf_iterator<char>(file), {}));
}

void Table::read(const std::string& text)
{
  bool has_header = false;
  std::uint32_t line = 0;
  for (std::string_view written : split(text, '\n')) {
    ++line;
    if (written.ends_with('\r')) written.remove_suffix(1);
    if (trim(written).empty() || written.starts_with('#')) continue;
    Row row;
    row.line = line;
    std::uint32_t column = 1;
    for (const std::string_view cell : split(written, '\t')) {
      row.cells.emplace_back(trim(cell));
      row.columns.push_back(column);
      column += static_cast<std::uint32_t>(cell.size()) + 1;
    }
    if (!has_header) {
      check_header(row.cells);
      has_header = true;
      continue;
    }
    if (row.cells.size() > columns_.size()) {
      mistakes_.push_back({Severity::error, "E0703", {file_, line, 1, 1},
                           fmt::format("{} cells, but {} columns", row.cells.size(), columns_.size()),
                           "Check for a stray tab."});
    }
    row.cells.resize(columns_.size());
    row.columns.resize(columns_.size(), column);
    rows_.push_back(std::move(row));
  }
}

void Table::check_header(const std::vector<std::string>& header)
{
  for (const std::string& name : header) {
    if (std::find(columns_.begin(), columns_.end(), name) != columns_.end()) continue;
    mistakes_.push_back({Severity::error, "E0702", {file_, 1, 1, 1},
                         fmt::format("unknown column '{}'", name), suggest(name, columns_)});
  }
  for (const std::string& name : columns_) {
    if (std::find(header.begin(), header.end(), name) != header.end()) continue;
    mistakes_.push_back({Severity::error, "E0702", {file_, 1, 1, 1},
                         fmt::format("the column '{}' is missing", name), "Add it to the header."});
  }
  columns_ = header;
}

std::size_t Table::index(std::string_view column) const
{
  const auto found = std::find(columns_.begin(), columns_.end(), column);
  return static_cast<std::size_t>(found - columns_.begin());
}

const std::string& Table::text(const Row& row, std::string_view column) const
{
  static const std::string nothing;
  const std::size_t i = index(column);
  return i < row.cells.size() ? row.cells[i] : nothing;
}

Span Table::span(const Row& row, std::string_view column) const
{
  const std::size_t i = index(column);
  const std::uint32_t at = i < row.columns.size() ? row.columns[i] : 1;
  return {file_, row.line, at, static_cast<std::uint32_t>(text(row, column).size())};
}

void Table::report(const Row& row, std::string_view column, std::string code, std::string message,
                   std::string hint)
{
  mistakes_.push_back({Severity::error, std::move(code), span(row, column), std::move(message),
                       std::move(hint)});
}

double Table::number(const Row& row, std::string_view column, std::optional<double> otherwise)
{
  const std::string& cell = text(row, column);
  if (cell.empty() && otherwise) return *otherwise;
  if (const auto value = parse_number(cell)) return *value;
  report(row, column, "E0704", fmt::format("'{}' is not a number ({})", cell, column),
         "Write a plain decimal number.");
  return 0;
}

std::optional<double> Table::optional_number(const Row& row, std::string_view column)
{
  if (text(row, column).empty()) return std::nullopt;
  return number(row, column);
}

Provenance Table::origin(const Row& row)
{
  const std::string& grade = text(row, "grade");
  Provenance origin{text(row, "source"), Grade::assumed, text(row, "note"), span(row, "source")};
  if (grade == "measured") {
    origin.grade = Grade::measured;
  } else if (grade == "fitted") {
    origin.grade = Grade::fitted;
  } else if (grade != "assumed") {
    const std::vector<std::string> grades{"measured", "fitted", "assumed"};
    report(row, "grade", "E0705", fmt::format("unknown grade '{}'", grade), suggest(grade, grades));
  }
  return origin;
}

Quantity Table::quantity(const Row& row, std::string_view value_column, const std::string& unit)
{
  Quantity q;
  q.value = number(row, value_column);
  q.low = number(row, "low", q.value);
  q.high = number(row, "high", q.value);
  q.unit = unit;
  q.origin = origin(row);
  if (!units::find_unit(unit)) {
    report(row, "unit", "E0707", fmt::format("unknown unit '{}'", unit), suggest(unit, unit_names()));
  }
  if (!(q.low <= q.value && q.value <= q.high)) {
    report(row, value_column, "E0706",
           fmt::format("{} lies outside its range {} to {}", q.value, q.low, q.high),
           "Give low <= value <= high.");
  }
  return q;
}

Change Table::change(const Row& row)
{
  const std::string& op = text(row, "op");
  if (op == "scale") return Change::scale;
  if (op != "set") {
    const std::vector<std::string> ops{"set", "scale"};
    report(row, "op", "E0708", fmt::format("unknown operation '{}'", op), suggest(op, ops));
  }
  return Change::set;
}

std::vector<std::string> Table::list(const Row& row, std::string_view column) const
{
  std::vector<std::string> pieces;
  for (const std::string_view piece : split(text(row, column), ';')) {
    if (!trim(piece).empty()) pieces.emplace_back(trim(piece));
  }
  return pieces;
}

}  // namespace rascade::knowledge
