// SPDX-License-Identifier: MIT
#include "rascade/knowledge/read_claims.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <set>
#include <utility>

#include "rascade/base/text.hpp"
#include "rascade/knowledge/alteration.hpp"
#include "rascade/knowledge/read_items.hpp"

namespace rascade::knowledge {
namespace {

/// An allele as tumour files write it: `GENE VARIANT`, or `GENE VARIANT xN` for N copies.
void check_allele(Table& table, const Row& row, const std::string& written,
                  const Knowledge& knowledge)
{
  const std::size_t times = written.rfind(" x");
  if (times != std::string::npos) {
    const std::optional<double> copies = parse_number(written.substr(times + 2));
    if (!copies || *copies <= 0) {
      table.report(row, "alleles", "E0742",
                   fmt::format("'{}' does not end in a number of copies", written),
                   "Write the number after the x, or leave it out for one copy.");
    }
  }
  const std::string name = written.substr(0, times);
  const std::size_t space = name.find(' ');
  const std::string gene = name.substr(0, space);
  table.check_known(row, "alleles", "gene", gene, names_of(knowledge.genes, &Gene::name));
  const std::string variant = space == std::string::npos ? "" : name.substr(space + 1);
  if (variant.empty()) {
    table.report(row, "alleles", "E0742", fmt::format("'{}' names no variant", written),
                 "Write GENE VARIANT, as in variants.tsv.");
  }
  table.check_known(row, "alleles", "variant of " + gene, variant, variants_of(knowledge, gene));
}

std::vector<std::string> level_names(const Knowledge& knowledge)
{
  std::vector<std::string> names;
  for (const Level& level : knowledge.levels) names.push_back(level.parameter + " " + level.level);
  return names;
}

}  // namespace

std::vector<std::string> read_missing(Table& table, const Row& row, bool is_missing,
                                      const Knowledge& knowledge)
{
  std::vector<std::string> parts =
      read_items(table, row, "missing", "part", names_of(knowledge.parts, &Part::name));
  if (parts.empty() == is_missing) {
    table.report(row, "missing", "E0741",
                 is_missing ? "nothing says which part is missing"
                            : "a part is missing of what the model is said to hold",
                 "Name parts where the model does not hold it, and only there.");
  }
  return parts;
}

void read_claim_cells(Reading& reading)
{
  Table table(reading.folder, "claims/cells.tsv",
              {"cell", "cancer", "alleles", "levels", "source", "grade", "note"}, reading.mistakes);
  Knowledge& knowledge = reading.knowledge;
  const auto cancers = names_of(knowledge.cancers, &Cancer::code);
  const auto levels = level_names(knowledge);
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    table.check_new(row, "cell", table.name(row, "cell"), taken);
    table.check_known(row, "cancer", "cancer", table.name(row, "cancer"), cancers);
    for (const std::string& allele : table.list(row, "alleles")) {
      check_allele(table, row, allele, knowledge);
    }
    knowledge.claims.cells.push_back({table.text(row, "cell"), table.text(row, "cancer"),
                                      table.list(row, "alleles"),
                                      read_items(table, row, "levels", "level", levels),
                                      table.origin(row), table.span(row, "cell")});
  }
}

void read_claim_contexts(Reading& reading)
{
  Table table(reading.folder, "claims/contexts.tsv", {"context", "cells", "missing", "note"},
              reading.mistakes);
  Knowledge& knowledge = reading.knowledge;
  const auto cells = names_of(knowledge.claims.cells, &ClaimCell::name);
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    table.check_new(row, "context", table.name(row, "context"), taken);
    std::vector<std::string> shown_on = read_items(table, row, "cells", "cell", cells);
    std::vector<std::string> missing = read_missing(table, row, shown_on.empty(), knowledge);
    knowledge.claims.contexts.push_back({table.text(row, "context"), std::move(shown_on),
                                         std::move(missing), table.text(row, "note"),
                                         table.span(row, "context")});
  }
}

void read_claims(Reading& reading)
{
  if (!std::filesystem::is_directory(reading.folder + "/claims")) return;
  for (const auto read : {read_claim_cells, read_claim_contexts, read_perturbations, read_readouts,
                          read_claim_rows}) {
    read(reading);
  }
}

}  // namespace rascade::knowledge
