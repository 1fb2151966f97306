// SPDX-License-Identifier: MIT
#include "rascade/knowledge/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

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

bool contains(std::span<const std::string> names, const std::string& name)
{
  return std::find(names.begin(), names.end(), name) != names.end();
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
  for (const std::string_view written : split(text, '\n')) {
    ++line;
    if (trim(written).empty() || written.starts_with('#')) continue;
    Row row;
    row.line = line;
    std::uint32_t column = 1;
    for (const std::string_view cell : split(written, '\t')) {
      row.cells.emplace_back(trim(cell));
      row.columns.push_back(column);
      column += static_cast<std::uint32_t>(cell.size()) + 1;
    }
    if (has_header) {
      add_row(std::move(row));
    } else if (check_header(row)) {
      has_header = true;
    } else {
      return;
    }
  }
  if (!has_header) static_cast<void>(check_header(Row{{}, {}, 1}));
}

void Table::add_row(Row row)
{
  if (row.cells.size() > columns_.size()) {
    mistakes_.push_back({Severity::error, "E0703",
                         {file_, row.line, row.columns[columns_.size()], 1},
                         fmt::format("{} cells, but {} columns", row.cells.size(), columns_.size()),
                         "Check for a stray tab."});
  }
  const std::uint32_t end =
      row.columns.back() + static_cast<std::uint32_t>(row.cells.back().size());
  row.cells.resize(columns_.size());
  row.columns.resize(columns_.size(), end);
  rows_.push_back(std::move(row));
}

bool Table::check_header(const Row& header)
{
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const std::string& name = header.cells[i];
    const bool is_repeated = contains(std::span(header.cells).first(i), name);
    if (contains(columns_, name) && !is_repeated) continue;
    mistakes_.push_back({Severity::error, "E0702",
                         {file_, header.line, header.columns[i],
                          static_cast<std::uint32_t>(name.size())},
                         fmt::format("{} column '{}'", is_repeated ? "repeated" : "unknown", name),
                         is_repeated ? "Rename one." : suggest(name, columns_)});
  }
  bool is_complete = true;
  for (const std::string& name : columns_) {
    if (contains(header.cells, name)) continue;
    is_complete = false;
    mistakes_.push_back({Severity::error, "E0702", {file_, header.line, 1, 1},
                         fmt::format("the column '{}' is missing", name), "Add it to the header."});
  }
  columns_ = header.cells;
  return is_complete;
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

std::vector<std::string> Table::list(const Row& row, std::string_view column) const
{
  std::vector<std::string> pieces;
  for (const std::string_view piece : split(text(row, column), ';')) {
    if (!trim(piece).empty()) pieces.emplace_back(trim(piece));
  }
  return pieces;
}

const std::string& Table::name(const Row& row, std::string_view column)
{
  const std::string& cell = text(row, column);
  if (cell.empty()) {
    report(row, column, "E0715", fmt::format("the cell of the column '{}' is empty", column),
           "Fill it in.");
  }
  return cell;
}

std::optional<double> Table::parse(const Row& row, std::string_view column,
                                   std::optional<double> otherwise)
{
  const std::string& cell = text(row, column);
  if (cell.empty() && otherwise) return otherwise;
  const std::optional<double> value = parse_number(cell);
  if (!value) {
    report(row, column, "E0704", fmt::format("'{}' is not a number ({})", cell, column),
           "Write a plain decimal number.");
  }
  return value;
}

double Table::number(const Row& row, std::string_view column, std::optional<double> otherwise)
{
  return parse(row, column, otherwise).value_or(0);
}

double Table::number_within(const Row& row, std::string_view column, double low, double high)
{
  const std::optional<double> value = parse(row, column, {});
  if (value && !(low <= *value && *value <= high)) {
    report(row, column, "E0714", fmt::format("{} = {} cannot be", column, format_number(*value)),
           fmt::format("Give a number from {} to {}.", format_number(low), format_number(high)));
  }
  return value.value_or(0);
}

std::optional<double> Table::optional_number(const Row& row, std::string_view column)
{
  if (text(row, column).empty()) return std::nullopt;
  return parse(row, column, {});
}

Provenance Table::origin(const Row& row)
{
  static const std::vector<std::string> grades{"measured", "fitted", "assumed"};
  Provenance origin{text(row, "source"), Grade::assumed, text(row, "note"), span(row, "source")};
  const std::string& grade = text(row, "grade");
  if (grade == "measured") {
    origin.grade = Grade::measured;
  } else if (grade == "fitted") {
    origin.grade = Grade::fitted;
  } else if (grade != "assumed") {
    report(row, "grade", "E0705", fmt::format("unknown grade '{}'", grade), suggest(grade, grades));
  }
  return origin;
}

Quantity Table::quantity(const Row& row, std::string_view value_column, const std::string& unit)
{
  const std::optional<double> value = parse(row, value_column, {});
  const std::optional<double> low = parse(row, "low", value.value_or(0));
  const std::optional<double> high = parse(row, "high", value.value_or(0));
  if (!units::find_unit(unit)) {
    report(row, "unit", "E0707", fmt::format("unknown unit '{}'", unit),
           suggest(unit, unit_names()));
  }
  if (value && low && high && !(*low <= *value && *value <= *high)) {
    report(row, value_column, "E0706",
           fmt::format("{} lies outside its range {} to {}", format_number(*value),
                       format_number(*low), format_number(*high)),
           "Give low <= value <= high.");
  }
  return {value.value_or(0), low.value_or(0), high.value_or(0), unit, origin(row)};
}

const std::string& Table::word(const Row& row, std::string_view column,
                               std::span<const std::string> words)
{
  const std::string& cell = text(row, column);
  if (!contains(words, cell)) {
    report(row, column, "E0708", fmt::format("unknown {} '{}'", column, cell),
           suggest(cell, words));
  }
  return cell;
}

Change Table::change(const Row& row)
{
  static const std::vector<std::string> ops{"set", "scale"};
  return word(row, "op", ops) == "scale" ? Change::scale : Change::set;
}

void Table::check_new(const Row& row, std::string_view column, const std::string& key,
                      std::set<std::string>& taken)
{
  if (taken.insert(key).second) return;
  report(row, column, "E0709", fmt::format("'{}' is given twice", key), "Delete or rename one.");
}

void Table::check_known(const Row& row, std::string_view column, std::string_view what,
                        const std::string& name, std::span<const std::string> known)
{
  if (known.empty() || name.empty() || contains(known, name)) return;
  report(row, column, "E0710", fmt::format("unknown {} '{}'", what, name), suggest(name, known));
}

void Table::report(const Row& row, std::string_view column, std::string code, std::string message,
                   std::string hint)
{
  mistakes_.push_back({Severity::error, std::move(code), span(row, column), std::move(message),
                       std::move(hint)});
}

}  // namespace rascade::knowledge
