// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "rascade/service/knowledge_service.hpp"

namespace rascade::service {
namespace {

using Row = std::vector<std::string>;
using Keyed = std::map<Row, const Row*>;

std::size_t place_of(const PlainTable& table, const std::string& column)
{
  const auto found = std::find(table.columns.begin(), table.columns.end(), column);
  return static_cast<std::size_t>(found - table.columns.begin());
}

bool has(const PlainTable& table, const std::string& column)
{
  return place_of(table, column) < table.columns.size();
}

Row cells(const PlainTable& table, const Row& row, const std::vector<std::string>& columns)
{
  Row picked;
  for (const std::string& column : columns) picked.push_back(row[place_of(table, column)]);
  return picked;
}

bool is_unique(const PlainTable& table, const std::vector<std::string>& columns)
{
  std::set<Row> seen;
  return std::all_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
    return seen.insert(cells(table, row, columns)).second;
  });
}

/// Two states of a table; what is compared are the columns that both have.
class Comparison {
 public:
  Comparison(std::string name, const PlainTable& before, const PlainTable& after)
      : name_(std::move(name)), before_(before), after_(after)
  {
    for (const std::string& column : after.columns) {
      if (before.columns.empty() || has(before, column)) shared_.push_back(column);
    }
    if (after.columns.empty()) shared_ = before.columns;
    choose_key();
  }

  void run(std::vector<KnowledgeChange>& changes)
  {
    compare_columns(changes);
    const std::vector<Row> old_keys = keys_of(before_);
    const std::vector<Row> new_keys = keys_of(after_);
    Keyed old_rows;
    for (std::size_t i = 0; i < old_keys.size(); ++i) old_rows[old_keys[i]] = &before_.rows[i];
    for (std::size_t i = 0; i < new_keys.size(); ++i) {
      const auto found = old_rows.find(new_keys[i]);
      if (found == old_rows.end()) {
        changes.push_back({name_, "added", new_keys[i], "", "", rest_of(after_, after_.rows[i])});
      } else {
        compare(new_keys[i], *found->second, after_.rows[i], changes);
      }
    }
    const std::set<Row> kept(new_keys.begin(), new_keys.end());
    for (std::size_t i = 0; i < old_keys.size(); ++i) {
      if (kept.contains(old_keys[i])) continue;
      changes.push_back({name_, "removed", old_keys[i], "", rest_of(before_, before_.rows[i]), ""});
    }
  }

 private:
  void choose_key()
  {
    for (const std::string& column : shared_) {
      key_.push_back(column);
      if (is_unique(before_, key_) && is_unique(after_, key_)) return;
    }
  }

  /// The cells of the key, and a count where an earlier row has the same.
  std::vector<Row> keys_of(const PlainTable& table) const
  {
    std::map<Row, int> seen;
    std::vector<Row> keys;
    for (const Row& row : table.rows) {
      Row key = cells(table, row, key_);
      const int count = ++seen[key];
      if (count > 1) key.push_back(fmt::format("#{}", count));
      keys.push_back(std::move(key));
    }
    return keys;
  }

  void compare_columns(std::vector<KnowledgeChange>& changes) const
  {
    if (before_.columns.empty() || after_.columns.empty())
      return;  // the table itself is new or gone
    for (const std::string& column : after_.columns) {
      if (!has(before_, column)) changes.push_back({name_, "column added", {}, column, "", ""});
    }
    for (const std::string& column : before_.columns) {
      if (!has(after_, column)) changes.push_back({name_, "column removed", {}, column, "", ""});
    }
  }

  void compare(const Row& key, const Row& old_row, const Row& new_row,
               std::vector<KnowledgeChange>& changes) const
  {
    for (const std::string& column : shared_) {
      const std::string& was = old_row[place_of(before_, column)];
      const std::string& is = new_row[place_of(after_, column)];
      if (was != is) changes.push_back({name_, "changed", key, column, was, is});
    }
  }

  std::string rest_of(const PlainTable& table, const Row& row) const
  {
    Row rest;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const bool is_key = std::find(key_.begin(), key_.end(), table.columns[i]) != key_.end();
      if (!is_key && !row[i].empty()) rest.push_back(table.columns[i] + "=" + row[i]);
    }
    return fmt::format("{}", fmt::join(rest, " | "));
  }

  std::string name_;
  const PlainTable& before_;
  const PlainTable& after_;
  std::vector<std::string> shared_, key_;  // columns
};

}  // namespace

Checked<std::vector<KnowledgeChange>> compare_knowledge(const std::string& before,
                                                        const std::string& after)
{
  const auto old_tables = read_plain_tables(before);
  const auto new_tables = read_plain_tables(after);
  std::vector<Diagnostic> mistakes = old_tables.diagnostics();
  mistakes.insert(mistakes.end(), new_tables.diagnostics().begin(), new_tables.diagnostics().end());
  if (!mistakes.empty()) return mistakes;
  std::set<std::string> names;
  for (const auto& [name, table] : *old_tables) names.insert(name);
  for (const auto& [name, table] : *new_tables) names.insert(name);
  const PlainTable none;
  std::vector<KnowledgeChange> changes;
  for (const std::string& name : names) {
    const auto was = old_tables->find(name);
    const auto is = new_tables->find(name);
    Comparison(name, was == old_tables->end() ? none : was->second,
               is == new_tables->end() ? none : is->second)
        .run(changes);
  }
  return changes;
}

}  // namespace rascade::service
