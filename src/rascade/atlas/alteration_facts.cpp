// SPDX-License-Identifier: MIT
#include "rascade/atlas/alteration_facts.hpp"

#include <algorithm>
#include <tuple>

#include "rascade/atlas/cite.hpp"
#include "rascade/atlas/statements.hpp"
#include "rascade/atlas/strength.hpp"
#include "rascade/atlas/wording.hpp"

namespace rascade::atlas {

std::string context_words(const knowledge::Knowledge& tables,
                          const knowledge::Alteration& alteration)
{
  const std::string cancers = cancer_list(tables, alteration.cancers);
  if (cancers.empty() || alteration.context.empty()) return cancers + alteration.context;
  return cancers + "; " + alteration.context;
}

Fact fact_of(const knowledge::Knowledge& tables, const knowledge::Alteration& alteration)
{
  Fact fact;
  fact.id = alteration.id;
  fact.title = alteration_words(alteration);
  const std::string spared = therapy_list(tables, alteration.sensitive);
  if (!alteration.resists.empty()) {
    fact.direction = "resists " + therapy_list(tables, alteration.resists);
    fact.counter = "stays sensitive to " + spared;
  } else {
    fact.direction = "sensitive to " + spared;
  }
  if (alteration.sensitive.empty()) {
    if (alteration.resists.empty()) fact.direction.clear();
    fact.counter.clear();
  }
  fact.text = alteration.mechanism;
  fact.context = context_words(tables, alteration);
  fact.evidence =
      alteration.evidence.empty() ? std::string("evidence not given") : alteration.evidence;
  if (!alteration.frequency.empty()) fact.evidence += ", " + alteration.frequency;
  fact.note = alteration.note;
  fact.against = conflicts_in(tables, alteration.note);
  fact.refs = resolved(tables, alteration.refs);
  return fact;
}

Section alterations(const knowledge::Knowledge& tables, const std::string& title,
                    const std::function<int(const knowledge::Alteration&)>& weight)
{
  using Rank = std::tuple<int, Strength>;
  std::vector<std::pair<Rank, const knowledge::Alteration*>> ranked;
  for (const knowledge::Alteration& alteration : tables.alterations) {
    const int w = weight(alteration);
    if (w != 0) ranked.push_back({{w, strength_of(alteration.evidence)}, &alteration});
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& x, const auto& y) { return x.first > y.first; });
  Section section{title, {}};
  for (const auto& entry : ranked) section.facts.push_back(fact_of(tables, *entry.second));
  return section;
}

}  // namespace rascade::atlas
