// SPDX-License-Identifier: MIT
#include <algorithm>
#include <tuple>

#include "rascade/knowledge/read_rows.hpp"

namespace rascade::knowledge {

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
