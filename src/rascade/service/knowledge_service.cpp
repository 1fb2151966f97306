// SPDX-License-Identifier: MIT
#include "rascade/service/knowledge_service.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "rascade/base/research_use_only.hpp"

namespace rascade::service {
namespace {

using Json = nlohmann::ordered_json;

std::string key_text(const KnowledgeChange& change)
{
  return fmt::format("{}", fmt::join(change.key, " / "));
}

std::vector<std::vector<std::string>> lines_of(const std::vector<KnowledgeChange>& changes)
{
  std::vector<std::vector<std::string>> lines{{"table", "change", "key", "column", "old", "new"}};
  for (const KnowledgeChange& c : changes) {
    lines.push_back({c.table, c.change, key_text(c), c.column, c.before, c.after});
  }
  return lines;
}

/// Columns padded to their widest cell, but the last.
std::string padded(const std::vector<std::vector<std::string>>& lines)
{
  constexpr std::size_t widest = 40;  // a longer cell pushes its own line only
  std::vector<std::size_t> width(lines.front().size(), 0);
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      width[i] = std::max(width[i], std::min(line[i].size(), widest));
    }
  }
  std::string text;
  for (const auto& line : lines) {
    std::string row;
    for (std::size_t i = 0; i < line.size(); ++i) row += fmt::format("{:<{}}  ", line[i], width[i]);
    text += row.substr(0, row.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

std::string count_text(const std::vector<KnowledgeChange>& changes)
{
  const auto count = [&](std::string_view change) {
    return std::count_if(changes.begin(), changes.end(),
                         [&](const KnowledgeChange& c) { return c.change == change; });
  };
  if (changes.empty()) return "The tables are the same.\n";
  const auto columns = count("column added") + count("column removed");
  return fmt::format("{} rows added, {} removed, {} cells changed, {} columns added or removed.\n",
                     count("added"), count("removed"), count("changed"), columns);
}

Json to_json(const std::vector<KnowledgeChange>& changes)
{
  Json rows = Json::array();
  for (const KnowledgeChange& c : changes) {
    rows.push_back({{"table", c.table},
                    {"change", c.change},
                    {"key", c.key},
                    {"column", c.column},
                    {"old", c.before},
                    {"new", c.after}});
  }
  return {{"format", "rascade-knowledge-diff/1"},
          {"research_use_only", research_use_only},
          {"changes", rows}};
}

}  // namespace

Checked<KnowledgeSummary> summarise_knowledge(const Session& session)
{
  const auto tables = read_plain_tables(session.folders().knowledge);
  if (!tables) return tables.diagnostics();
  KnowledgeSummary summary{session.knowledge().hash, {}};
  for (const auto& [name, table] : *tables) summary.rows.emplace_back(name, table.rows.size());
  return summary;
}

std::string to_text(const KnowledgeSummary& summary, KnowledgeFormat format)
{
  if (format == KnowledgeFormat::json) {
    Json rows = Json::object();
    for (const auto& [table, n] : summary.rows) rows[table] = n;
    const Json json = {{"format", "rascade-knowledge/1"},
                       {"research_use_only", research_use_only},
                       {"knowledge", summary.hash},
                       {"rows", rows}};
    return json.dump(1) + "\n";
  }
  std::string text;
  if (format == KnowledgeFormat::text) {
    text = fmt::format("Knowledge {}. {}\n\n", summary.hash, research_use_only);
  }
  std::vector<std::vector<std::string>> lines{{"table", "rows"}};
  for (const auto& [table, n] : summary.rows) lines.push_back({table, fmt::format("{}", n)});
  if (format == KnowledgeFormat::text) return text + padded(lines);
  for (const auto& line : lines) text += fmt::format("{}\n", fmt::join(line, "\t"));
  return text + "# knowledge\t" + summary.hash + "\n";
}

std::string to_text(const std::vector<KnowledgeChange>& changes, KnowledgeFormat format)
{
  if (format == KnowledgeFormat::json) return to_json(changes).dump(1) + "\n";
  const auto lines = lines_of(changes);
  if (format == KnowledgeFormat::text) {
    return (changes.empty() ? "" : padded(lines) + "\n") + count_text(changes) + research_use_only +
           "\n";
  }
  std::string text = fmt::format("# {}\n", research_use_only);
  for (const auto& line : lines) text += fmt::format("{}\n", fmt::join(line, "\t"));
  return text;
}

}  // namespace rascade::service
