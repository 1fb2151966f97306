// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/format.h>

#include "rascade/claims/report.hpp"
#include "rascade/claims/summary.hpp"
#include "rascade/pathway/recipe.hpp"

namespace rascade::claims {
namespace {

/// Text that stays in its cell of a table.
std::string cell(std::string text)
{
  text = pathway::replace_all(std::move(text), "|", "\\|");
  return pathway::replace_all(std::move(text), "<", "&lt;");
}

std::string count_table(const std::string& title, const std::vector<Count>& counts)
{
  std::string text = fmt::format(
      "| {} | all | reproduced | missed | not modelled | no numerator | robust |\n"
      "|---|---:|---:|---:|---:|---:|---:|\n",
      title);
  for (const Count& c : counts) {
    const std::string robust =
        c.robust_judged > 0 ? fmt::format("{} of {}", c.robust, c.robust_judged) : "";
    text += fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", cell(c.name), c.total(),
                        c.reproduced, c.missed, c.not_modelled, c.uncounted, robust);
  }
  return text + "\n";
}

std::string label_table(const Summary& summary)
{
  std::string text = "| label | reproduced claims |\n|---|---:|\n";
  for (const auto& [label, n] : summary.labels) text += fmt::format("| {} | {} |\n", label, n);
  return text + "\n";
}

std::string waiting_table(const Summary& summary)
{
  std::string text = "| missing part | claims that wait for it |\n|---|---:|\n";
  for (const auto& [part, n] : summary.waiting) text += fmt::format("| {} | {} |\n", part, n);
  return text + "\n";
}

std::string row(const ClaimResult& r)
{
  return fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", r.claim->id, r.claim->level,
                     cell(describe(*r.claim)), pathway::replace_all(std::string(to_string(r.status)),
                                                                    "_", " "),
                     r.label, robust_text(r), cell(reason_text(r)));
}

std::string section_table(const std::string& section, const std::vector<ClaimResult>& results)
{
  std::string text = fmt::format(
      "### {}\n\n| claim | level | context, arms, read-out | status | label | robust | why |\n"
      "|---|---|---|---|---|---|---|\n",
      section);
  for (const ClaimResult* result : misses_first(results)) {
    if (result->claim->section == section) text += row(*result);
  }
  return text + "\n";
}

}  // namespace

std::string to_page(const Report& report)
{
  const Summary summary = summarise(report.results);
  std::vector<Count> levels = summary.levels;
  levels.push_back(summary.all);
  levels.push_back(summary.statements);
  std::string text = fmt::format(
      "# The review's claims on the model as it stands\n\n"
      "Research use only: a model's answer, not medical advice. Written by `rascade claims --page`; "
      "how claims are judged and labelled: [claims-method.md](claims-method.md). Misses come first. "
      "Knowledge {}, seed {}.\n\n",
      report.knowledge_hash, report.seed);
  text += count_table("level", levels) + label_table(summary);
  text += "## Parts that the model lacks\n\n" + waiting_table(summary);
  text += "## By section\n\n" + count_table("section", summary.sections);
  text += "## By part\n\nA claim counts for each part that it needs.\n\n" +
          count_table("part", summary.parts);
  text += "## Claims\n\n";
  for (const Count& section : summary.sections) text += section_table(section.name, report.results);
  while (text.ends_with("\n\n")) text.pop_back();
  return text;
}

}  // namespace rascade::claims
