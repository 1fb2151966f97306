// SPDX-License-Identifier: MIT
#include "rascade/knowledge/read_review.hpp"

#include <filesystem>
#include <set>
#include <utility>

#include "rascade/base/text.hpp"
#include "rascade/knowledge/read_items.hpp"
#include "rascade/knowledge/table.hpp"

namespace rascade::knowledge {
namespace {

const std::vector<std::string> part_states{"modelled", "partly", "missing"};
const std::vector<std::string> conflict_kinds{"contradiction", "defect"};

/// Names and synonyms are looked up without regard to case: each must mean one row.
void check_synonyms(Table& table, const Row& row, std::string_view name_column,
                    std::set<std::string>& taken)
{
  table.check_new(row, name_column, to_lower(table.name(row, name_column)), taken);
  for (const std::string& synonym : table.list(row, "synonyms")) {
    table.check_new(row, "synonyms", to_lower(synonym), taken);
  }
}

}  // namespace

void read_parts(Reading& reading)
{
  Table table(reading.folder, "review/parts.tsv", {"part", "label", "state", "modules", "note"},
              reading.mistakes);
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    Part part{
        table.name(row, "part"),    table.name(row, "label"), table.word(row, "state", part_states),
        table.list(row, "modules"), table.text(row, "note"),  table.span(row, "part")};
    table.check_new(row, "part", part.name, taken);
    if (part.modules.empty() != (part.state == "missing")) {
      table.report(row, "modules", "E0721", "the modules do not fit the state",
                   "A part that is modelled, or partly so, names its modules; a missing one none.");
    }
    reading.knowledge.parts.push_back(std::move(part));
  }
}

void read_gene_symbols(Reading& reading)
{
  Table table(reading.folder, "review/gene_symbols.tsv", {"symbol", "name", "synonyms"},
              reading.mistakes);
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    check_synonyms(table, row, "symbol", taken);
    reading.knowledge.gene_symbols.push_back({table.text(row, "symbol"), table.name(row, "name"),
                                              table.list(row, "synonyms"),
                                              table.span(row, "symbol")});
  }
}

void read_cancer_types(Reading& reading)
{
  Table table(reading.folder, "review/cancer_types.tsv", {"code", "name", "parent", "synonyms"},
              reading.mistakes);
  std::vector<CancerType>& types = reading.knowledge.cancer_types;
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    check_synonyms(table, row, "code", taken);
    types.push_back({table.text(row, "code"), table.name(row, "name"), table.text(row, "parent"),
                     table.list(row, "synonyms"), table.span(row, "code")});
  }
  const std::vector<std::string> codes = names_of(types, &CancerType::code);
  for (const Row& row : table.rows()) {
    table.check_known(row, "parent", "cancer type", table.text(row, "parent"), codes);
  }
  check_parents(table, "parent", codes, names_of(types, &CancerType::parent));
}

void read_figures(Reading& reading)
{
  Table table(reading.folder, "review/figures.tsv",
              {"id", "value", "unit", "what", "context", "refs", "section"}, reading.mistakes);
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    table.check_new(row, "id", table.name(row, "id"), taken);
    reading.knowledge.figures.push_back({table.text(row, "id"), table.name(row, "value"),
                                         table.text(row, "unit"), table.name(row, "what"),
                                         table.text(row, "context"), table.list(row, "refs"),
                                         table.name(row, "section"), table.span(row, "id")});
  }
}

void read_conflicts(Reading& reading)
{
  Table table(reading.folder, "review/conflicts.tsv",
              {"id", "kind", "subject", "first", "second", "claims", "refs", "resolution"},
              reading.mistakes);
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    table.check_new(row, "id", table.name(row, "id"), taken);
    reading.knowledge.conflicts.push_back(
        {table.text(row, "id"), table.word(row, "kind", conflict_kinds), table.name(row, "subject"),
         table.name(row, "first"), table.name(row, "second"), table.list(row, "claims"),
         table.list(row, "refs"), table.name(row, "resolution"), table.span(row, "id")});
  }
}

void read_review(Reading& reading)
{
  if (!std::filesystem::is_directory(reading.folder + "/review")) return;
  for (const auto read :
       {read_parts, read_gene_symbols, read_cancer_types, read_therapies, read_nodes, read_edges,
        read_alterations, read_regulators, read_figures, read_conflicts}) {
    read(reading);
  }
}

}  // namespace rascade::knowledge
