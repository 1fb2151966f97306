// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <set>
#include <utility>

#include "rascade/knowledge/alteration.hpp"
#include "rascade/knowledge/hgvs.hpp"
#include "rascade/knowledge/read_items.hpp"
#include "rascade/knowledge/read_review.hpp"
#include "rascade/knowledge/table.hpp"

namespace rascade::knowledge {
namespace {

const std::vector<std::string> alteration_columns{
    "id",      "genes",    "variant",   "hgvs",      "kind",      "category",
    "effect",  "missing",  "resists",   "sensitive", "mechanism", "cancers",
    "context", "evidence", "frequency", "refs",      "note"};
const std::vector<std::string> alteration_kinds{
    "missense",      "insertion",    "deletion",     "splice variant",  "fusion",
    "amplification", "loss",         "copy gain",    "germline allele", "interaction loss",
    "wild type",     "modification", "several kinds"};
const std::vector<std::string> categories{
    "on-target-second-site", "on-target-splice", "on-target-amplification",
    "off-target-genetic",    "modifier",         "initiating-driver"};

/// E0722: a substitution's short and HGVS forms say the same; other changes may have an HGVS form.
void check_hgvs(Table& table, const Row& row)
{
  const std::string& written = table.text(row, "hgvs");
  const std::optional<std::string> expected = to_hgvs(table.text(row, "variant"));
  if (expected ? written == *expected : written.empty() || written.starts_with("p.")) return;
  table.report(row, "hgvs", "E0722",
               fmt::format("'{}' is not how HGVS writes '{}'", written, table.text(row, "variant")),
               expected ? fmt::format("Write {}.", *expected) : "Begin with p. or leave it empty.");
}

}  // namespace

void read_alterations(Reading& reading)
{
  Table table(reading.folder, "review/alterations.tsv", alteration_columns, reading.mistakes);
  Knowledge& knowledge = reading.knowledge;
  const auto therapies = names_of(knowledge.therapies, &Therapy::id);
  const auto genes = names_of(knowledge.gene_symbols, &GeneSymbol::symbol);
  const auto cancers = names_of(knowledge.cancer_types, &CancerType::code);
  const auto parts = names_of(knowledge.parts, &Part::name);
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    table.check_new(row, "id", table.name(row, "id"), taken);
    check_hgvs(table, row);
    if (!table.text(row, "effect").empty()) check_alteration(table, row, "effect", knowledge);
    check_one_of(table, row, "effect", "missing",
                 "Name the variant of variants.tsv, or the parts without which it has no effect.");
    knowledge.alterations.push_back(
        {table.text(row, "id"), read_items(table, row, "genes", "gene", genes),
         table.name(row, "variant"), table.text(row, "hgvs"),
         table.word(row, "kind", alteration_kinds), table.word(row, "category", categories),
         table.text(row, "effect"), read_items(table, row, "missing", "part", parts),
         read_combinations(table, row, "resists", "therapy", therapies),
         read_combinations(table, row, "sensitive", "therapy", therapies),
         table.name(row, "mechanism"), read_items(table, row, "cancers", "cancer type", cancers),
         table.text(row, "context"), table.text(row, "evidence"), table.text(row, "frequency"),
         table.list(row, "refs"), table.text(row, "note"), table.span(row, "id")});
  }
}

}  // namespace rascade::knowledge
