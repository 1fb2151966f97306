// SPDX-License-Identifier: MIT
#include "rascade/service/table.hpp"
#include "rascade/base/research_use_only.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace rascade::service {
namespace {

std::string to_tsv(const Table& table)
{
  std::string text = fmt::format("# {}\n", research_use_only);
  for (const std::string& note : table.notes) text += fmt::format("# {}\n", note);
  text += fmt::format("{}\n", fmt::join(table.columns, "\t"));
  for (const std::vector<double>& row : table.rows) {
    std::string line;
    for (const double value : row) line += fmt::format("{}{:.8g}", line.empty() ? "" : "\t", value);
    text += line + "\n";
  }
  return text;
}

std::string to_gdat(const Table& table)
{
  std::string text = "#";
  for (const std::string& column : table.columns) text += fmt::format(" {:>15}", column);
  text += "\n";
  for (const std::vector<double>& row : table.rows) {
    for (const double value : row) text += fmt::format(" {: .8e}", value);
    text += "\n";
  }
  return text;
}

std::string to_json(const Table& table)
{
  nlohmann::ordered_json json = {{"research_use_only", research_use_only},
                                 {"notes", table.notes},
                                 {"columns", table.columns},
                                 {"rows", table.rows}};
  return json.dump(1) + "\n";
}

}  // namespace

std::string to_text(const Table& table, Format format)
{
  if (format == Format::json) return to_json(table);
  if (format == Format::gdat) return to_gdat(table);
  return to_tsv(table);
}

}  // namespace rascade::service
