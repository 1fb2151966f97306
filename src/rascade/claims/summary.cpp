// SPDX-License-Identifier: MIT
#include "rascade/claims/summary.hpp"

#include <algorithm>

namespace rascade::claims {
namespace {

Count& count_of(std::vector<Count>& counts, const std::string& name)
{
  const auto found = std::find_if(counts.begin(), counts.end(),
                                  [&](const Count& count) { return count.name == name; });
  if (found != counts.end()) return *found;
  counts.push_back({name});
  return counts.back();
}

/// The status of a whole statement, as a result without a claim.
ClaimResult statement_of(const std::vector<const ClaimResult*>& rows)
{
  const auto any = [&](Status status) {
    return std::any_of(rows.begin(), rows.end(),
                       [status](const ClaimResult* row) { return row->status == status; });
  };
  ClaimResult whole;
  whole.status = Status::uncounted;
  if (any(Status::missed)) {
    whole.status = Status::missed;
  } else if (any(Status::not_modelled)) {
    whole.status = Status::not_modelled;
  } else if (any(Status::reproduced)) {
    whole.status = Status::reproduced;
  }
  return whole;
}

void count_waiting(const std::vector<ClaimResult>& results, Summary& summary)
{
  std::map<std::string, int> waiting;
  for (const ClaimResult& result : results) {
    for (const std::string& part : result.missing) ++waiting[part];
  }
  summary.waiting.assign(waiting.begin(), waiting.end());
  std::stable_sort(summary.waiting.begin(), summary.waiting.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
}

}  // namespace

void Count::add(const ClaimResult& result)
{
  switch (result.status) {
    case Status::reproduced: ++reproduced; break;
    case Status::missed: ++missed; break;
    case Status::not_modelled: ++not_modelled; break;
    case Status::uncounted: ++uncounted; break;
  }
  if (!result.robust) return;
  ++robust_judged;
  if (result.robust->is_robust()) ++robust;
}

Summary summarise(const std::vector<ClaimResult>& results)
{
  Summary summary;
  summary.all.name = "all";
  summary.statements.name = "statements";
  for (const char* level : {"molecular", "cell", "population", "clinical"}) {
    summary.levels.push_back({level});
  }
  std::map<std::string, std::vector<const ClaimResult*>> statements;
  for (const ClaimResult& result : results) {
    summary.all.add(result);
    count_of(summary.levels, result.claim->level).add(result);
    count_of(summary.sections, result.claim->section).add(result);
    for (const std::string& part : result.claim->parts) count_of(summary.parts, part).add(result);
    if (result.status == Status::reproduced && !result.label.empty()) ++summary.labels[result.label];
    statements[result.claim->statement].push_back(&result);
  }
  for (const auto& [id, rows] : statements) summary.statements.add(statement_of(rows));
  std::sort(summary.parts.begin(), summary.parts.end(),
            [](const Count& a, const Count& b) { return a.name < b.name; });
  count_waiting(results, summary);
  return summary;
}

}  // namespace rascade::claims
