// SPDX-License-Identifier: MIT
#include "rascade/network/net_table.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "rascade/base/text.hpp"

namespace rascade::network {
namespace {

Diagnostic mistake(std::string message)
{
  return {Severity::error, "E1607", {}, std::move(message), ""};
}

/// The arguments, cut at commas outside brackets and parentheses.
std::vector<std::string_view> cut_args(std::string_view text)
{
  std::vector<std::string_view> args;
  int depth = 0;
  std::size_t from = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && (text[i] == '[' || text[i] == '(')) ++depth;
    if (i < text.size() && (text[i] == ']' || text[i] == ')')) --depth;
    if (i < text.size() && (text[i] != ',' || depth > 0)) continue;
    args.push_back(trim(text.substr(from, i - from)));
    from = i + 1;
  }
  return args;
}

std::optional<std::vector<double>> read_list(std::string_view text)
{
  if (text.size() < 2 || text.front() != '[' || text.back() != ']') return std::nullopt;
  std::vector<double> values;
  for (const std::string_view item : split(text.substr(1, text.size() - 2), ',')) {
    const auto value = parse_number(trim(item));
    if (!value) return std::nullopt;
    values.push_back(*value);
  }
  return values;
}

/// Two numbers a line, blanks or a comma between them; a line starting with `#` is a comment.
bool read_points(std::string_view text, model::Table& table)
{
  for (std::string_view line : split(text, '\n')) {
    line = trim(line.substr(0, line.find('#')));
    if (line.empty()) continue;
    const std::size_t gap = line.find_first_of(" \t,");
    if (gap == std::string_view::npos) return false;
    std::string_view second = trim(line.substr(gap));
    if (second.starts_with(',')) second = trim(second.substr(1));
    const auto x = parse_number(line.substr(0, gap));
    const auto y = parse_number(second);
    if (!x || !y) return false;
    table.x.push_back(*x);
    table.y.push_back(*y);
  }
  return true;
}

bool is_quoted(std::string_view text)
{
  return text.size() > 2 && (text.front() == '\'' || text.front() == '"') &&
         text.back() == text.front();
}

bool is_sound(const model::Table& table)
{
  if (table.x.size() < 2 || table.x.size() != table.y.size()) return false;
  for (std::size_t i = 1; i < table.x.size(); ++i) {
    if (!(table.x[i - 1] < table.x[i])) return false;
  }
  return true;
}

}  // namespace

Checked<NetTable> read_net_table(std::string_view text, const ReadText& read_file)
{
  text = trim(text);
  if (!text.ends_with(')')) return mistake("a table needs a closing ')'");
  text.remove_prefix(5);
  text.remove_suffix(1);
  const std::vector<std::string_view> args = cut_args(text);
  NetTable result;
  std::size_t next = 1;
  if (is_quoted(args[0])) {
    result.table.file = args[0].substr(1, args[0].size() - 2);
    const auto points = read_file ? read_file(result.table.file) : std::nullopt;
    if (!points) return mistake("the file of the table cannot be read");
    if (!read_points(*points, result.table)) return mistake("the file needs two numbers a line");
  } else {
    const auto x = read_list(args[0]);
    const auto y = args.size() > 1 ? read_list(args[1]) : std::nullopt;
    if (!x || !y) return mistake("a table is tfun([x,…],[y,…],index) or tfun('file',index)");
    result.table.x = *x;
    result.table.y = *y;
    next = 2;
  }
  result.index = "time";
  for (; next < args.size(); ++next) {
    if (args[next].starts_with("method")) {
      const bool is_step = args[next].find("step") != std::string_view::npos;
      if (is_step) result.table.method = model::Table::Method::step;
    } else {
      result.index = args[next];
    }
  }
  if (!is_sound(result.table)) return mistake("a table needs two or more points in ascending order");
  return result;
}

}  // namespace rascade::network
