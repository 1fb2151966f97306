// SPDX-License-Identifier: MIT
#include "rascade/inspect/check_model.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "rascade/inspect/find_polymers.hpp"
#include "rascade/inspect/find_unreachable.hpp"
#include "rascade/inspect/find_unused.hpp"

namespace rascade::inspect {
namespace {

void append(std::vector<Diagnostic> more, std::vector<Diagnostic>& all)
{
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

}  // namespace

Findings check_model(const model::Model& model, std::span<const model::Action> actions)
{
  Findings findings;
  const SiteFacts facts(model);
  append(find_unused(model, actions), findings.diagnostics);
  append(find_unreachable(model, facts), findings.diagnostics);
  append(find_polymers(model, facts), findings.diagnostics);
  std::stable_sort(findings.diagnostics.begin(), findings.diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return std::tie(a.span.line, a.span.column) <
                            std::tie(b.span.line, b.span.column);
                   });
  return findings;
}

}  // namespace rascade::inspect
