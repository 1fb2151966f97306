// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "rascade/base/text.hpp"
#include "rascade/knowledge/read_rows.hpp"
#include "rascade/knowledge/table.hpp"

namespace rascade::knowledge {
namespace {

/// Every source a table gives, in the tables' order.
std::vector<const Provenance*> origins_of(const Knowledge& k)
{
  std::vector<const Provenance*> origins;
  const auto add = [&](const Provenance& origin) { origins.push_back(&origin); };
  const auto add_all = [&](const std::map<std::string, Quantity>& quantities) {
    for (const auto& [name, quantity] : quantities) add(quantity.origin);
  };
  for (const Parameter& p : k.parameters) add(p.quantity.origin);
  for (const Gene& g : k.genes) add(g.abundance_per_copy.origin);
  for (const Variant& v : k.variants) {
    for (const VariantEffect& e : v.effects) add(e.quantity.origin);
  }
  for (const Drug& d : k.drugs) {
    add(d.origin);
    add_all(d.parameters);
    add_all(d.pharmacokinetics);
  }
  for (const Cancer& c : k.cancers) add_all(c.parameters);
  for (const Level& l : k.levels) add(l.factor.origin);
  for (const Route& r : k.routes) add(r.rate.origin);
  for (const TrialRow& t : k.trials) add(t.origin);
  for (const Baseline& b : k.baselines) add(b.share.origin);
  for (const ClaimCell& c : k.claims.cells) add(c.origin);
  for (const Perturbation& p : k.claims.perturbations) {
    if (!p.amount.unit.empty()) add(p.amount.origin);  // others have no amount, so no source of it
  }
  return origins;
}

/// E0712 for a source that references.tsv does not hold, E0713 for one there that nothing cites.
void check_sources(Reading& reading)
{
  const bool is_complete = reading.mistakes.empty();
  const Knowledge& k = reading.knowledge;
  const std::vector<std::string> keys = names_of(k.references, &Reference::key);
  std::set<std::string> used;
  for (const Provenance* origin : origins_of(k)) {
    used.insert(origin->source);
    if (keys.empty() || k.find_reference(origin->source) != nullptr) continue;
    reading.mistakes.push_back({Severity::error, "E0712", origin->span,
                                fmt::format("unknown source '{}'", origin->source),
                                suggest(origin->source, keys)});
  }
  if (!is_complete) return;  // a row that was not read may be the one that cites
  for (const Reference& r : k.references) {
    if (used.contains(r.key)) continue;
    reading.mistakes.push_back({Severity::error, "E0713", r.span,
                                fmt::format("nothing cites the source '{}'", r.key),
                                "Delete the row."});
  }
}

}  // namespace

Checked<Knowledge> load_knowledge(const std::string& folder, const std::string& models)
{
  Reading reading{folder, {}, {}};
  for (const auto read : {read_references, read_parameters, read_genes, read_mechanisms, read_drugs,
                          read_variants, read_switches, read_cancers, read_levels, read_routes,
                          read_trials, read_baselines, read_review, read_claims}) {
    read(reading);
  }
  check_sources(reading);
  if (!reading.mistakes.empty()) {
    std::stable_sort(reading.mistakes.begin(), reading.mistakes.end(),
                     [](const Diagnostic& a, const Diagnostic& b) {
                       return std::tie(a.span.file, a.span.line, a.span.column) <
                              std::tie(b.span.file, b.span.line, b.span.column);
                     });
    return std::move(reading.mistakes);
  }
  reading.knowledge.hash = hash_of(folder, models);
  return std::move(reading.knowledge);
}

}  // namespace rascade::knowledge
