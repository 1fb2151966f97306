// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "rascade/base/text.hpp"
#include "rascade/knowledge/read_rows.hpp"

namespace rascade::knowledge {
namespace {

class SourceCheck {
 public:
  SourceCheck(const Knowledge& knowledge, std::vector<Diagnostic>& mistakes) : mistakes_(mistakes)
  {
    for (const Reference& r : knowledge.references) keys_.push_back(r.key);
  }

  void check(const Provenance& origin)
  {
    used_.insert(origin.source);
    if (std::find(keys_.begin(), keys_.end(), origin.source) != keys_.end()) return;
    mistakes_.push_back({Severity::error, "E0712", origin.span,
                         fmt::format("unknown source '{}'", origin.source),
                         suggest(origin.source, keys_)});
  }

  void check_unused(const Knowledge& knowledge)
  {
    for (const Reference& r : knowledge.references) {
      if (used_.contains(r.key)) continue;
      mistakes_.push_back({Severity::error, "E0713", r.span,
                           fmt::format("nothing cites the source '{}'", r.key), "Delete the row."});
    }
  }

 private:
  std::vector<Diagnostic>& mistakes_;
  std::vector<std::string> keys_;
  std::set<std::string> used_;
};

void check_sources(const Knowledge& k, std::vector<Diagnostic>& mistakes)
{
  SourceCheck sources(k, mistakes);
  for (const Parameter& p : k.parameters) sources.check(p.quantity.origin);
  for (const Gene& g : k.genes) sources.check(g.abundance_per_copy.origin);
  for (const Variant& v : k.variants) {
    for (const VariantEffect& e : v.effects) sources.check(e.quantity.origin);
  }
  for (const Drug& d : k.drugs) {
    sources.check(d.origin);
    for (const auto& [name, quantity] : d.parameters) sources.check(quantity.origin);
    for (const auto& [name, quantity] : d.pharmacokinetics) sources.check(quantity.origin);
  }
  for (const Cancer& c : k.cancers) {
    for (const auto& [name, quantity] : c.parameters) sources.check(quantity.origin);
  }
  for (const Level& l : k.levels) sources.check(l.factor.origin);
  for (const Route& r : k.routes) sources.check(r.rate.origin);
  for (const TrialRow& t : k.trials) sources.check(t.origin);
  for (const Baseline& b : k.baselines) sources.check(b.share.origin);
  sources.check_unused(k);
}

}  // namespace

Checked<Knowledge> load_knowledge(const std::string& folder, const std::string& models)
{
  Knowledge knowledge;
  std::vector<Diagnostic> mistakes;
  // In the order in which tables name each other: genes before variants, mechanisms before drugs.
  for (const auto read : {read_references, read_parameters, read_genes, read_variants, read_mechanisms,
                          read_drugs, read_switches, read_cancers, read_levels, read_routes, read_trials,
                          read_baselines}) {
    read(folder, knowledge, mistakes);
  }
  if (mistakes.empty()) check_sources(knowledge, mistakes);
  if (!mistakes.empty()) return mistakes;
  knowledge.hash = hash_of(folder, models);
  return knowledge;
}

}  // namespace rascade::knowledge
