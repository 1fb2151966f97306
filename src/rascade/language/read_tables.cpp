// SPDX-License-Identifier: MIT
#include "rascade/language/read_tables.hpp"

#include <algorithm>
#include <sstream>
#include <string_view>

#include <fmt/format.h>

#include "rascade/base/text.hpp"

namespace rascade::language {
namespace {

using model::Expression;
using model::Table;

std::string unquoted(const Token& token)
{
  return std::string(token.text.substr(1, token.text.size() - 2));
}

std::optional<std::vector<double>> read_numbers(LineCursor& cursor)
{
  std::vector<double> numbers;
  if (!cursor.expect("[", "before the points of the table")) return std::nullopt;
  do {
    const bool is_negative = cursor.accept("-");
    if (!is_negative) cursor.accept("+");
    const std::optional<double> number = parse_number(cursor.peek().text);
    if (cursor.peek().kind != TokenKind::number || !number) {
      cursor.report_unexpected("a number");
      return std::nullopt;
    }
    cursor.take();
    numbers.push_back(is_negative ? -*number : *number);
  } while (cursor.accept(","));
  if (!cursor.expect("]", "after the points of the table")) return std::nullopt;
  return numbers;
}

/// Two numbers a line; `#` and what follows it is skipped, and so is a first line of names.
std::optional<std::string> parse_points(const std::string& text, Table& table)
{
  std::istringstream lines(text);
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    std::replace(line.begin(), line.end(), ',', ' ');
    std::istringstream words(line.substr(0, line.find('#')));
    std::vector<std::string> found;
    for (std::string word; words >> word;) found.push_back(word);
    if (found.empty()) continue;
    const auto x = parse_number(found[0]);
    const auto y = found.size() == 2 ? parse_number(found[1]) : std::nullopt;
    if (!x && !y && found.size() == 2 && table.x.empty()) continue;
    if (!x || !y) return fmt::format("its line {} does not hold two numbers", number);
    table.x.push_back(*x);
    table.y.push_back(*y);
  }
  return std::nullopt;
}

bool check_points(LineCursor& cursor, const Span& span, const Table& table)
{
  const auto refuse = [&](std::string message) {
    cursor.report("E0209", span, std::move(message),
                  "A table is two lists of equal length, the first ascending.");
    return false;
  };
  if (table.x.size() != table.y.size()) {
    return refuse(fmt::format("the table has {} places but {} values", table.x.size(),
                              table.y.size()));
  }
  if (table.x.size() < 2) return refuse("the table has fewer than two points");
  for (std::size_t i = 1; i < table.x.size(); ++i) {
    if (table.x[i] > table.x[i - 1]) continue;
    return refuse(fmt::format("the places of the table do not ascend: {} follows {}",
                              format_number(table.x[i]), format_number(table.x[i - 1])));
  }
  return true;
}

bool read_method(LineCursor& cursor, Table& table)
{
  cursor.take();
  cursor.take();
  const Token& token = cursor.peek();
  const std::string name = token.kind == TokenKind::string ? unquoted(token) : "";
  if (name != "linear" && name != "step") {
    cursor.report_unexpected("\"linear\" or \"step\"");
    return false;
  }
  cursor.take();
  table.method = name == "step" ? Table::Method::step : Table::Method::linear;
  return true;
}

/// A name, perhaps with `()`; the time is also `t` here.
std::optional<Expression> read_index(LineCursor& cursor)
{
  if (!cursor.is_word()) {
    cursor.report_unexpected("what the table is read at: time, or one name");
    return std::nullopt;
  }
  const Token& token = cursor.take();
  const std::string name(token.text == "t" ? "time" : token.text);
  Expression index{Expression::Kind::name, 0.0, name, {}, cursor.span_of(token)};
  if (cursor.is("(")) {
    cursor.take();
    index.kind = Expression::Kind::call;
    if (!cursor.expect(")", "after the name")) return std::nullopt;
  }
  return index;
}

}  // namespace

bool TableReader::read_points(LineCursor& cursor, Table& table)
{
  auto x = read_numbers(cursor);
  if (!x || !cursor.expect(",", "between the places and the values of the table")) return false;
  auto y = read_numbers(cursor);
  if (!y) return false;
  table.x = std::move(*x);
  table.y = std::move(*y);
  return true;
}

bool TableReader::read_file(LineCursor& cursor, Table& table)
{
  const Token& token = cursor.take();
  table.file = unquoted(token);
  const std::optional<std::string> text = read_file_ ? read_file_(table.file) : std::nullopt;
  if (!text) {
    cursor.report("E0210", cursor.span_of(token),
                  fmt::format("the file '{}' cannot be read", table.file),
                  "Put it beside the model, or write the points into the text: "
                  "tfun([x,…],[y,…],time).");
    return false;
  }
  if (const auto mistake = parse_points(*text, table)) {
    cursor.report("E0209", cursor.span_of(token),
                  fmt::format("the file '{}' is no table: {}", table.file, *mistake));
    return false;
  }
  return true;
}

bool TableReader::read_rest(LineCursor& cursor, Table& table, std::optional<Expression>& index)
{
  while (cursor.accept(",")) {
    if (cursor.peek().text == "method" && cursor.is("=>", 1)) {
      if (!read_method(cursor, table)) return false;
    } else if (cursor.peek().kind == TokenKind::string && table.x.empty()) {
      if (!read_file(cursor, table)) return false;
    } else if (!index) {
      index = read_index(cursor);
      if (!index) return false;
    } else {
      cursor.report_unexpected("')' after the table");
      return false;
    }
  }
  return cursor.expect(")", "after the table");
}

std::optional<Expression> TableReader::read(LineCursor& cursor, const Span& span)
{
  Table table;
  std::optional<Expression> index;
  if (cursor.is("[")) {
    if (!read_points(cursor, table)) return std::nullopt;
  } else if (cursor.peek().kind == TokenKind::string) {
    if (!read_file(cursor, table)) return std::nullopt;
  } else {
    index = read_index(cursor);
    if (!index) return std::nullopt;
  }
  if (!read_rest(cursor, table, index) || !check_points(cursor, span, table)) return std::nullopt;
  if (!index) index = Expression{Expression::Kind::name, 0.0, "time", {}, span};
  Expression whole{Expression::Kind::table, static_cast<double>(tables_.size()), "", {}, span};
  whole.args.push_back(std::move(*index));
  tables_.push_back(std::move(table));
  return whole;
}

}  // namespace rascade::language
