// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "rascade/base/text.hpp"
#include "rascade/service/knowledge_service.hpp"

namespace rascade::service {
namespace {

namespace fs = std::filesystem;

/// Paths of the tables below a folder, by name.
std::map<std::string, std::string> find_tables(const std::string& folder)
{
  std::map<std::string, std::string> paths;
  std::error_code failed;
  for (const auto& entry : fs::recursive_directory_iterator(folder, failed)) {
    if (entry.path().extension() != ".tsv") continue;
    fs::path name = fs::relative(entry.path(), folder);
    paths[name.replace_extension().generic_string()] = entry.path().string();
  }
  return paths;
}

std::vector<std::string> cells_of(std::string_view line)
{
  std::vector<std::string> cells;
  for (const std::string_view cell : split(line, '\t')) cells.emplace_back(trim(cell));
  return cells;
}

std::optional<Diagnostic> parse(const std::string& path, const std::string& text, PlainTable& table)
{
  std::uint32_t line = 0;
  for (const std::string_view written : split(text, '\n')) {
    ++line;
    if (trim(written).empty() || written.starts_with('#')) continue;
    std::vector<std::string> cells = cells_of(written);
    if (table.columns.empty()) {
      table.columns = std::move(cells);
      continue;
    }
    if (cells.size() > table.columns.size()) {
      return Diagnostic{Severity::error,
                        "E2112",
                        {path, line, 1, 1},
                        fmt::format("{} cells, but {} columns", cells.size(), table.columns.size()),
                        "Check for a stray tab."};
    }
    cells.resize(table.columns.size());
    table.rows.push_back(std::move(cells));
  }
  return std::nullopt;
}

}  // namespace

Checked<std::map<std::string, PlainTable>> read_plain_tables(const std::string& folder)
{
  std::map<std::string, PlainTable> tables;
  std::vector<Diagnostic> mistakes;
  for (const auto& [name, path] : find_tables(folder)) {
    const Checked<std::string> text = read_text(path);
    if (!text) return text.diagnostics();
    if (auto mistake = parse(path, *text, tables[name])) mistakes.push_back(*std::move(mistake));
  }
  if (!mistakes.empty()) return mistakes;
  if (!tables.empty()) return tables;
  return Diagnostic{Severity::error,
                    "E2111",
                    {folder, 0, 0, 0},
                    "no tables (.tsv) are below this folder",
                    "Give a folder such as the program's own knowledge/."};
}

}  // namespace rascade::service
