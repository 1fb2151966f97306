// SPDX-License-Identifier: MIT
#include "rascade/language/check_cycles.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <unordered_map>

#include <fmt/format.h>

namespace rascade::language {
namespace {

using Edges = std::vector<std::vector<std::size_t>>;

/// Every name in the formula, those of the functions it calls included.
void collect_names(const model::Expression& e, std::set<std::string>& names)
{
  if (!e.name.empty()) names.insert(e.name);
  for (const model::Expression& arg : e.args) collect_names(arg, names);
}

/// For each formula the formulas it needs.
Edges needs_of(const std::vector<SyntaxFormula>& formulas)
{
  std::unordered_map<std::string, std::size_t> position;
  for (std::size_t i = 0; i < formulas.size(); ++i) position.emplace(formulas[i].name.text, i);
  Edges needs(formulas.size());
  for (std::size_t i = 0; i < formulas.size(); ++i) {
    std::set<std::string> names;
    collect_names(formulas[i].value, names);
    for (const std::string& name : names) {
      const auto found = position.find(name);
      if (found != position.end()) needs[i].push_back(found->second);
    }
  }
  return needs;
}

/// Which formulas can never be evaluated: those on a circle, and those that need one of these.
/// Without recursion, as a chain of formulas may be as long as the text.
std::vector<bool> stuck_formulas(const Edges& needs)
{
  Edges needed_by(needs.size());
  std::vector<std::size_t> missing(needs.size()), ready;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    missing[i] = needs[i].size();
    for (const std::size_t j : needs[i]) needed_by[j].push_back(i);
    if (needs[i].empty()) ready.push_back(i);
  }
  std::vector<bool> stuck(needs.size(), true);
  while (!ready.empty()) {
    const std::size_t i = ready.back();
    ready.pop_back();
    stuck[i] = false;
    for (const std::size_t j : needed_by[i]) {
      if (--missing[j] == 0) ready.push_back(j);
    }
  }
  return stuck;
}

void report_cycle(const std::vector<SyntaxFormula>& formulas, std::vector<std::size_t> cycle,
                  std::string_view what, Mistakes& mistakes)
{
  std::string path;
  for (const std::size_t i : cycle) path += formulas[i].name.text + " -> ";
  const SyntaxName& first = formulas[cycle.front()].name;
  mistakes.add("E0303", first.span,
               fmt::format("{} '{}' depends on itself: {}{}", what, first.text, path, first.text),
               "Break the circle: one of them must not use the next.");
}

}  // namespace

void check_cycles(const std::vector<SyntaxFormula>& formulas, std::string_view what,
                  Mistakes& mistakes)
{
  const Edges needs = needs_of(formulas);
  const std::vector<bool> stuck = stuck_formulas(needs);
  constexpr std::size_t unseen = static_cast<std::size_t>(-1);
  std::vector<std::size_t> walk_of(formulas.size(), unseen);
  for (std::size_t start = 0; start < formulas.size(); ++start) {
    // A stuck formula needs a stuck one: a walk along these ends in a circle or on an old walk.
    std::vector<std::size_t> walk;
    std::size_t at = start;
    while (stuck[at] && walk_of[at] == unseen) {
      walk_of[at] = start;
      walk.push_back(at);
      for (const std::size_t next : needs[at]) {
        if (!stuck[next]) continue;
        at = next;
        break;
      }
    }
    if (!stuck[at] || walk_of[at] != start || walk.empty()) continue;
    std::size_t first = 0;
    while (walk[first] != at) ++first;
    report_cycle(formulas, {walk.begin() + static_cast<std::ptrdiff_t>(first), walk.end()}, what,
                 mistakes);
  }
}

}  // namespace rascade::language
