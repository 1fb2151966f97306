// SPDX-License-Identifier: MIT
#include "rascade/atlas/statements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "rascade/atlas/cite.hpp"
#include "rascade/atlas/strength.hpp"
#include "rascade/atlas/wording.hpp"

namespace rascade::atlas {

std::vector<std::string> all_tokens(const knowledge::Claim& claim)
{
  std::vector<std::string> tokens = arm_tokens(claim.a);
  const auto add = [&tokens](const std::string& arm) {
    for (std::string& token : arm_tokens(arm)) tokens.push_back(std::move(token));
  };
  add(claim.b);
  std::for_each(claim.more.begin(), claim.more.end(), add);
  return tokens;
}

Fact fact_of(const knowledge::Knowledge& tables, const knowledge::Claim& claim)
{
  ClaimWords words = claim_words(tables, claim);
  Fact fact;
  fact.id = claim.id;
  fact.direction = std::move(words.direction);
  fact.text = std::move(words.sentence);
  fact.context = claim.context;
  fact.evidence = to_string(strength_of(claim));
  fact.note = claim.note;
  if (!claim.doubt.empty()) fact.against.push_back(claim.doubt);
  fact.refs = resolved(tables, claim.refs);
  return fact;
}

Fact fact_of(const knowledge::Knowledge& tables, const knowledge::Conflict& conflict)
{
  Fact fact;
  fact.id = conflict.id;
  fact.title = conflict.subject;
  fact.text = conflict.second.empty() ? conflict.first
                                      : fmt::format("{} / {}", conflict.first, conflict.second);
  if (!conflict.resolution.empty()) fact.counter = "used here: " + conflict.resolution;
  fact.refs = resolved(tables, conflict.refs);
  return fact;
}

std::vector<std::string> conflicts_in(const knowledge::Knowledge& tables, std::string_view note)
{
  std::vector<std::string> found;
  for (const knowledge::Conflict& conflict : tables.conflicts) {
    if (mentions(note, conflict.id)) {
      found.push_back(fmt::format("{}: {} / {}", conflict.id, conflict.first, conflict.second));
    }
  }
  return found;
}

Section statements(const knowledge::Knowledge& tables, const std::string& title,
                   const std::function<int(const knowledge::Claim&)>& weight)
{
  using Rank = std::tuple<int, Strength>;
  std::vector<std::pair<Rank, const knowledge::Claim*>> ranked;
  for (const knowledge::Claim& claim : tables.claims.claims) {
    const int w = weight(claim);
    if (w != 0) ranked.push_back({{w, strength_of(claim)}, &claim});
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& x, const auto& y) { return x.first > y.first; });
  Section section{title, {}};
  for (const auto& entry : ranked) section.facts.push_back(fact_of(tables, *entry.second));
  return section;
}

Section contradictions(const knowledge::Knowledge& tables, const std::vector<std::string>& names,
                       const std::vector<std::string>& claims)
{
  Section section{"Conflicting statements", {}};
  for (const knowledge::Conflict& conflict : tables.conflicts) {
    const bool is_named = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return mentions(conflict.subject, name);
    });
    const bool touches =
        std::any_of(conflict.claims.begin(), conflict.claims.end(), [&](const std::string& id) {
          return std::find(claims.begin(), claims.end(), id) != claims.end();
        });
    if (!is_named && !touches) continue;
    section.facts.push_back(fact_of(tables, conflict));
  }
  return section;
}

std::vector<std::string> ids_of(const Section& section)
{
  std::vector<std::string> ids;
  for (const Fact& fact : section.facts) ids.push_back(fact.id);
  return ids;
}

}  // namespace rascade::atlas
