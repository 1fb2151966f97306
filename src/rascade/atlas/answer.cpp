// SPDX-License-Identifier: MIT
#include "rascade/atlas/answer.hpp"

#include <algorithm>
#include <utility>

namespace rascade::atlas {

void add_section(Answer& answer, Section section)
{
  if (!section.facts.empty()) answer.sections.push_back(std::move(section));
}

void add_line(Answer& answer, Line line)
{
  if (!line.text.empty()) answer.lines.push_back(std::move(line));
}

std::vector<std::string> cited_keys(const Answer& answer)
{
  std::vector<std::string> keys;
  const auto add = [&keys](const std::vector<std::string>& refs) {
    for (const std::string& key : refs) {
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
    }
  };
  for (const Line& line : answer.lines) add(line.refs);
  for (const Section& section : answer.sections) {
    for (const Fact& fact : section.facts) add(fact.refs);
  }
  return keys;
}

}  // namespace rascade::atlas
