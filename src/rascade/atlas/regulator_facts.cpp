// SPDX-License-Identifier: MIT
#include "rascade/atlas/regulator_facts.hpp"

#include <algorithm>
#include <optional>

#include "rascade/atlas/cite.hpp"
#include "rascade/atlas/statements.hpp"
#include "rascade/atlas/wording.hpp"

namespace rascade::atlas {

bool is_about(const NameIndex& index, const knowledge::Regulator& regulator,
              const knowledge::Claim& claim)
{
  const std::vector<std::string> tokens = all_tokens(claim);
  return std::any_of(tokens.begin(), tokens.end(), [&](const std::string& token) {
    const std::size_t colon = token.find(':');
    if (colon == std::string::npos) return false;
    return index.regulator(token.substr(colon + 1)) == &regulator;
  });
}

Strength strength_of(const NameIndex& index, const knowledge::Knowledge& tables,
                     const knowledge::Regulator& regulator)
{
  std::optional<Strength> firmest;
  for (const knowledge::Claim& claim : tables.claims.claims) {
    if (!is_about(index, regulator, claim)) continue;
    firmest = std::max(firmest.value_or(Strength::proposed), strength_of(claim));
  }
  const bool has_source = !regulator.refs.empty();
  return firmest.value_or(has_source ? Strength::preclinical : Strength::proposed);
}

Fact fact_of(const NameIndex& index, const knowledge::Knowledge& tables,
             const knowledge::Regulator& regulator)
{
  Fact fact;
  fact.id = regulator.id;
  fact.title = regulator.name;
  const std::string agents = therapy_list(tables, regulator.agents);
  if (regulator.role == "pro") fact.direction = "drives resistance to " + agents;
  if (regulator.role == "contra") fact.direction = "acts against resistance to " + agents;
  if (fact.direction.empty()) fact.direction = "disputed for " + agents;
  fact.text = regulator.mechanism;
  fact.context = cancer_list(tables, regulator.cancers);
  fact.evidence = to_string(strength_of(index, tables, regulator));
  if (!regulator.counter.empty())
    fact.counter = "countered by " + therapy_list(tables, regulator.counter);
  fact.note = regulator.note;
  fact.against = conflicts_in(tables, regulator.note);
  fact.refs = resolved(tables, regulator.refs);
  return fact;
}

}  // namespace rascade::atlas
