// SPDX-License-Identifier: MIT
#include "rascade/claims/report.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rascade/claims/summary.hpp"

namespace rascade::claims {
namespace {

constexpr const char* notice = "Research use only: a model's answer, not medical advice.";

std::string count_line(const Count& c, bool has_draws)
{
  std::string line = fmt::format("{:<12} {:>4} {:>11} {:>7} {:>13} {:>13}", c.name, c.total(),
                                 c.reproduced, c.missed, c.not_modelled, c.uncounted);
  if (has_draws) line += fmt::format(" {:>8}", c.robust);
  return line + "\n";
}

std::string counts_text(const Summary& summary, bool has_draws)
{
  std::string text = fmt::format("{:<12} {:>4} {:>11} {:>7} {:>13} {:>13}", "level", "all",
                                 "reproduced", "missed", "not modelled", "no numerator");
  text += has_draws ? "   robust\n" : "\n";
  for (const Count& count : summary.levels) text += count_line(count, has_draws);
  text += count_line(summary.all, has_draws);
  text += count_line(summary.statements, false);
  std::string labels;
  for (const auto& [label, n] : summary.labels) labels += fmt::format("  {} {}", label, n);
  if (!labels.empty()) text += "reproduced:" + labels + "\n";
  return text;
}

std::string waiting_text(const Summary& summary)
{
  std::vector<std::string> parts;
  for (const auto& [part, n] : summary.waiting) parts.push_back(fmt::format("{} {}", part, n));
  if (parts.empty()) return "";
  return fmt::format("claims that wait for a missing part: {}\n", fmt::join(parts, ", "));
}

std::string claim_text(const ClaimResult& result)
{
  std::string text = fmt::format("{:<5} {:<12} {:<9} {}", result.claim->id, to_string(result.status),
                                 result.label, describe(*result.claim));
  const std::string robust = robust_text(result);
  if (!robust.empty()) text += fmt::format("  [{} draws]", robust);
  const std::string reason = reason_text(result);
  if (!reason.empty()) text += fmt::format("\n        {}", reason);
  return text + "\n";
}

int rank_of(Status status)
{
  switch (status) {
    case Status::missed: return 0;
    case Status::reproduced: return 1;
    case Status::not_modelled: return 2;
    case Status::uncounted: return 3;
  }
  return 4;
}

}  // namespace

std::vector<const ClaimResult*> misses_first(const std::vector<ClaimResult>& results)
{
  std::vector<const ClaimResult*> order;
  for (const ClaimResult& result : results) order.push_back(&result);
  std::stable_sort(order.begin(), order.end(), [](const ClaimResult* a, const ClaimResult* b) {
    return rank_of(a->status) < rank_of(b->status);
  });
  return order;
}

std::string describe(const knowledge::Claim& claim)
{
  std::string text = fmt::format("{} | {}", claim.context, claim.a);
  if (!claim.b.empty() && claim.b != "-") text += " | " + claim.b;
  for (const std::string& arm : claim.more) text += " | " + arm;
  return text + fmt::format(" | {}: {}", claim.readout, claim.expected);
}

std::string robust_text(const ClaimResult& result)
{
  if (!result.robust) return "";
  return fmt::format("{}/{}", result.robust->holds, result.robust->holds + result.robust->fails);
}

std::string reason_text(const ClaimResult& result)
{
  std::string text = result.reason;
  if (!result.missing.empty()) {
    text += fmt::format("{}waits for {}", text.empty() ? "" : "; ", fmt::join(result.missing, ", "));
  }
  if (!result.claim->doubt.empty()) {
    text += fmt::format("{}doubted: {}", text.empty() ? "" : "; ", result.claim->doubt);
  }
  return text;
}

std::string to_text(const Report& report, bool with_unmodelled)
{
  const Summary summary = summarise(report.results);
  std::string text = fmt::format("{}\nknowledge {}, seed {}\n\n", notice, report.knowledge_hash,
                                 report.seed);
  if (report.draws_tried > 0) {
    text += fmt::format("{} of {} draws had a plausible untouched cell; the others were replaced\n\n",
                        report.draws_admitted, report.draws_tried);
  }
  text += counts_text(summary, report.has_draws) + waiting_text(summary) + "\n";
  for (const ClaimResult* result : misses_first(report.results)) {
    const bool is_shown = result->status == Status::missed || result->status == Status::reproduced;
    if (is_shown || with_unmodelled) text += claim_text(*result);
  }
  return text;
}

std::string to_tsv(const Report& report)
{
  std::string text = fmt::format("# {}\n", notice);
  text +=
      "id\tstatement\tsection\tlevel\tcontext\ta\tb\treadout\texpected\tstatus\tlabel\trobust\t"
      "reason\tmissing\tdoubt\tsources\n";
  for (const ClaimResult* r : misses_first(report.results)) {
    const knowledge::Claim& c = *r->claim;
    text += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", c.id,
                        c.statement, c.section, c.level, c.context, c.a, c.b, c.readout, c.expected,
                        to_string(r->status), r->label, robust_text(*r), r->reason,
                        fmt::join(r->missing, ";"), c.doubt, fmt::join(r->sources, ";"));
  }
  return text;
}

std::string to_status_tsv(const Report& report)
{
  std::string text = "id\tstatus\tlabel\trobust\n";
  for (const ClaimResult& r : report.results) {
    const std::string robust = r.robust ? fmt::format("{:.2f}", r.robust->share()) : "";
    text += fmt::format("{}\t{}\t{}\t{}\n", r.claim->id, to_string(r.status), r.label, robust);
  }
  return text;
}

}  // namespace rascade::claims
