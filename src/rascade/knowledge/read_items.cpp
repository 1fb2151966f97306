// SPDX-License-Identifier: MIT
#include "rascade/knowledge/read_items.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <map>
#include <set>

#include "rascade/base/text.hpp"

namespace rascade::knowledge {
namespace {

std::vector<std::string> unique_items(Table& table, const Row& row, std::string_view column)
{
  std::vector<std::string> items = table.list(row, column);
  std::set<std::string> taken;
  for (const std::string& item : items) table.check_new(row, column, item, taken);
  return items;
}

}  // namespace

std::vector<std::string> read_items(Table& table, const Row& row, std::string_view column,
                                    std::string_view what, std::span<const std::string> known)
{
  std::vector<std::string> items = unique_items(table, row, column);
  for (const std::string& item : items) table.check_known(row, column, what, item, known);
  return items;
}

std::vector<std::string> read_combinations(Table& table, const Row& row, std::string_view column,
                                           std::string_view what,
                                           std::span<const std::string> known)
{
  std::vector<std::string> items = unique_items(table, row, column);
  for (const std::string& item : items) {
    for (const std::string_view part : split(item, '+')) {
      table.check_known(row, column, what, std::string(trim(part)), known);
    }
  }
  return items;
}

void check_one_of(Table& table, const Row& row, std::string_view first, std::string_view second,
                  const std::string& why)
{
  const bool has_first = !table.text(row, first).empty();
  const bool has_second = !table.text(row, second).empty();
  if (has_first != has_second) return;
  table.report(row, has_first ? second : first, "E0721",
               fmt::format("{} of '{}' and '{}' {} filled", has_first ? "both" : "neither", first,
                           second, has_first ? "are" : "is"),
               why);
}

void check_parents(Table& table, std::string_view column, std::span<const std::string> names,
                   std::span<const std::string> parents)
{
  std::map<std::string, std::string> parent_of;
  for (std::size_t i = 0; i < names.size(); ++i) parent_of[names[i]] = parents[i];
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::string at = parents[i] == names[i] ? "" : parents[i];
    for (std::size_t step = 0; step < names.size() && !at.empty() && at != names[i]; ++step) {
      const auto above = parent_of.find(at);
      at = above == parent_of.end() || above->second == at ? "" : above->second;
    }
    if (at != names[i]) continue;
    table.report(table.rows()[i], column, "E0723",
                 fmt::format("the parents of '{}' lead back to it", names[i]),
                 "Name what is more general.");
  }
}

}  // namespace rascade::knowledge
