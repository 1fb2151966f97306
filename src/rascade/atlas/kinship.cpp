// SPDX-License-Identifier: MIT
#include "rascade/atlas/kinship.hpp"

#include <algorithm>

#include "rascade/base/text.hpp"

namespace rascade::atlas {

std::vector<std::string> parts_of(std::string_view combination)
{
  std::vector<std::string> parts;
  for (const std::string_view part : split(combination, '+')) {
    if (!trim(part).empty()) parts.emplace_back(trim(part));
  }
  return parts;
}

const knowledge::Therapy* find_therapy(const knowledge::Knowledge& tables, std::string_view id)
{
  const auto found = std::find_if(tables.therapies.begin(), tables.therapies.end(),
                                  [id](const knowledge::Therapy& t) { return t.id == id; });
  return found == tables.therapies.end() ? nullptr : &*found;
}

std::vector<std::string> classes_of(const knowledge::Knowledge& tables, const std::string& id)
{
  std::vector<std::string> classes;
  const knowledge::Therapy* therapy = find_therapy(tables, id);
  while (therapy != nullptr && therapy->parent != therapy->id && !therapy->parent.empty()) {
    const bool is_circle =
        std::find(classes.begin(), classes.end(), therapy->parent) != classes.end();
    if (is_circle) break;
    classes.push_back(therapy->parent);
    therapy = find_therapy(tables, therapy->parent);
  }
  return classes;
}

Kinship kinship(const knowledge::Knowledge& tables, const std::string& asked, const std::string& id)
{
  if (asked == id) return Kinship::same;
  const auto mine = classes_of(tables, asked), its = classes_of(tables, id);
  const auto holds = [](const std::vector<std::string>& list, const std::string& name) {
    return std::find(list.begin(), list.end(), name) != list.end();
  };
  if (holds(mine, id) || holds(its, asked)) return Kinship::kin;
  const bool are_siblings = !mine.empty() && !its.empty() && mine.front() == its.front();
  return are_siblings ? Kinship::near : Kinship::none;
}

Kinship kinship(const knowledge::Knowledge& tables, const std::vector<std::string>& asked,
                std::string_view combination)
{
  const std::vector<std::string> parts = parts_of(combination);
  const auto best_to = [&tables](const std::string& one, const std::vector<std::string>& others) {
    Kinship best = Kinship::none;
    for (const std::string& other : others) best = std::max(best, kinship(tables, one, other));
    return best;
  };
  Kinship least = Kinship::same, most = Kinship::none;
  const auto meet = [&](const std::vector<std::string>& these,
                        const std::vector<std::string>& those) {
    for (const std::string& one : these) {
      const Kinship best = best_to(one, those);
      least = std::min(least, best);
      most = std::max(most, best);
    }
  };
  meet(asked, parts);
  meet(parts, asked);
  if (least != Kinship::none) return least;
  return most >= Kinship::kin ? Kinship::near : Kinship::none;
}

Kinship nearest_kinship(const knowledge::Knowledge& tables, const std::vector<std::string>& asked,
                        const std::vector<std::string>& combinations)
{
  Kinship best = Kinship::none;
  for (const std::string& one : combinations) best = std::max(best, kinship(tables, asked, one));
  return best;
}

}  // namespace rascade::atlas
