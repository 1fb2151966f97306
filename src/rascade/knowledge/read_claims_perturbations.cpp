// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <set>
#include <utility>

#include "rascade/knowledge/alteration.hpp"
#include "rascade/knowledge/read_claims.hpp"
#include "rascade/knowledge/settable.hpp"

namespace rascade::knowledge {
namespace {

const std::vector<std::string> perturbation_kinds{"drug",        "parameter",  "gene",
                                                  "second_site", "new_allele", "amplification",
                                                  "alteration",  "none",       "missing"};

/// Genes whose copies make molecules; those of no family act through a parameter alone.
std::vector<std::string> genes_with_copies(const Knowledge& knowledge)
{
  std::vector<std::string> names;
  for (const Gene& gene : knowledge.genes) {
    if (gene.family != "-") names.push_back(gene.name);
  }
  return names;
}

/// Kinds whose target is an alteration, and those among them that must name a variant.
bool is_altered(std::string_view kind)
{
  return kind == "second_site" || kind == "new_allele" || kind == "amplification" ||
         kind == "alteration";
}

void check_target(Table& table, const Row& row, const Knowledge& knowledge)
{
  const std::string& kind = table.text(row, "kind");
  if (kind == "none" || kind == "missing") {
    if (table.text(row, "target").empty()) return;
    table.report(row, "target", "E0743", fmt::format("what is '{}' has no target", kind),
                 "Leave the cell empty.");
    return;
  }
  const std::string& target = table.name(row, "target");
  if (kind == "drug") {
    table.check_known(row, "target", "drug", target, names_of(knowledge.drugs, &Drug::name));
  } else if (kind == "parameter") {
    table.check_known(row, "target", "parameter", target, settable_names(knowledge));
  } else if (kind == "gene") {
    table.check_known(row, "target", "gene with copies", target, genes_with_copies(knowledge));
  } else if (is_altered(kind)) {
    check_alteration(table, row, "target", knowledge);
    if (kind != "amplification" && !target.empty() && target.find(' ') == std::string::npos) {
      table.report(row, "target", "E0743", fmt::format("'{}' names no variant", target),
                   "Write GENE VARIANT, as in variants.tsv.");
    }
  }
}

/// By how much; a drug, nothing, and what is missing have no amount.
Quantity read_amount(Table& table, const Row& row)
{
  const std::string& kind = table.text(row, "kind");
  if (kind != "parameter" && kind != "gene" && !is_altered(kind)) {
    Quantity none;
    none.origin.note = table.text(row, "note");
    none.origin.span = table.span(row, "note");
    return none;
  }
  return table.quantity(row, "value", table.text(row, "unit"));
}

Change read_change(Table& table, const Row& row)
{
  return table.text(row, "value").empty() ? Change::scale : table.change(row);
}

}  // namespace

void read_perturbations(Reading& reading)
{
  Table table(reading.folder, "claims/perturbations.tsv",
              {"token", "kind", "target", "needs", "op", "value", "unit", "low", "high", "source",
               "grade", "missing", "note"},
              reading.mistakes);
  Knowledge& knowledge = reading.knowledge;
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    Perturbation one;
    one.token = table.name(row, "token");
    one.kind = table.word(row, "kind", perturbation_kinds);
    one.target = table.text(row, "target");
    one.needs = table.text(row, "needs");
    table.check_new(row, "token", fmt::format("{} {} {}", one.token, one.needs, one.target), taken);
    check_target(table, row, knowledge);
    if (!one.needs.empty()) check_alteration(table, row, "needs", knowledge);
    one.amount = read_amount(table, row);
    one.change = read_change(table, row);
    one.missing = read_missing(table, row, one.kind == "missing", knowledge);
    one.span = table.span(row, "token");
    knowledge.claims.perturbations.push_back(std::move(one));
  }
}

}  // namespace rascade::knowledge
