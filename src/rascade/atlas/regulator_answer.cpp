// SPDX-License-Identifier: MIT
#include <algorithm>

#include "rascade/atlas/cite.hpp"
#include "rascade/atlas/kinship.hpp"
#include "rascade/atlas/questions.hpp"
#include "rascade/atlas/regulator_facts.hpp"
#include "rascade/atlas/statements.hpp"
#include "rascade/atlas/wording.hpp"

namespace rascade::atlas {
namespace {

/// `-X` is inhibited, `?X` disputed, anything else activated.
std::string targets(const std::vector<std::string>& nodes, char sign)
{
  std::vector<std::string> names;
  for (const std::string& node : nodes) {
    const bool is_marked = !node.empty() && (node.front() == '-' || node.front() == '?');
    if ((is_marked ? node.front() : '+') == sign)
      names.push_back(is_marked ? node.substr(1) : node);
  }
  return listed(names);
}

std::vector<std::string> targets(const knowledge::Regulator& regulator)
{
  std::vector<std::string> names = regulator.acts_on;
  for (std::string& name : names) {
    if (!name.empty() && (name.front() == '-' || name.front() == '?')) name.erase(0, 1);
  }
  return names;
}

/// Others that end at the same node: closing one leaves these.
Section parallel(const NameIndex& index, const knowledge::Knowledge& tables,
                 const knowledge::Regulator& regulator)
{
  Section section{"Others that act on the same", {}};
  const std::vector<std::string> mine = targets(regulator);
  for (const knowledge::Regulator& other : tables.regulators) {
    if (&other == &regulator) continue;
    const std::vector<std::string> its = targets(other);
    const bool meets = std::any_of(its.begin(), its.end(), [&](const std::string& node) {
      return std::find(mine.begin(), mine.end(), node) != mine.end();
    });
    if (meets) section.facts.push_back(fact_of(index, tables, other));
  }
  return section;
}

}  // namespace

Checked<Answer> answer_regulator(const NameIndex& index, const knowledge::Knowledge& tables,
                                 const std::string& name)
{
  const knowledge::Regulator* regulator = index.regulator(name);
  if (regulator == nullptr) return index.unknown(Subject::regulator, name);
  const Fact fact = fact_of(index, tables, *regulator);
  Answer answer;
  answer.question = "regulator " + regulator->id;
  answer.title = regulator->name;
  add_line(answer, {"Role", fact.direction, fact.refs});
  add_line(answer, {"Mechanism", regulator->mechanism});
  add_line(answer, {"Level", regulator->level});
  add_line(answer, {"Activates", targets(regulator->acts_on, '+')});
  add_line(answer, {"Inhibits", targets(regulator->acts_on, '-')});
  add_line(answer, {"Disputed", targets(regulator->acts_on, '?')});
  add_line(answer, {"Seen in", fact.context});
  add_line(answer, {"Evidence", fact.evidence});
  add_line(answer,
           {"Counter", regulator->counter.empty() ? "no agent is named"
                                                  : therapy_list(tables, regulator->counter)});
  add_line(answer, {"Simulation",
                    regulator->missing.empty()
                        ? "its parts are modelled"
                        : "not possible yet: needs " + part_list(tables, regulator->missing)});
  add_line(answer, {"Note", regulator->note, {}, true});
  if (fact.refs.empty()) add_line(answer, {"Source", "none is given for this row"});

  const Section claims = statements(tables, "Statements about it", [&](const auto& claim) {
    if (is_about(index, *regulator, claim)) return 2;
    return mentions(claim.readout, regulator->id) || mentions(claim.readout, regulator->name) ? 1
                                                                                              : 0;
  });
  add_section(answer, claims);
  add_section(answer, contradictions(tables, {regulator->id, regulator->name}, ids_of(claims)));
  add_section(answer, parallel(index, tables, *regulator));
  return answer;
}

}  // namespace rascade::atlas
