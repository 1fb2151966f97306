// SPDX-License-Identifier: MIT
#include <set>
#include <string_view>
#include <utility>

#include "rascade/knowledge/read_items.hpp"
#include "rascade/knowledge/read_review.hpp"
#include "rascade/knowledge/table.hpp"

namespace rascade::knowledge {
namespace {

const std::vector<std::string> node_kinds{
    "ligand", "protein", "complex", "process", "gene-program", "metabolite-program", "cell-type"};
const std::vector<std::string> compartments{"extracellular", "membrane",     "cytoplasm",
                                            "nucleus",       "mitochondria", "tissue"};
const std::vector<std::string> signs{"+", "-", "?"};
const std::vector<std::string> relation_bases{"stated", "background"};
const std::vector<std::string> roles{"pro", "contra", "disputed"};
const std::vector<std::string> regulator_columns{"id",      "name",      "role",  "agents",
                                                 "cancers", "mechanism", "level", "acts_on",
                                                 "counter", "missing",   "refs",  "note"};

/// The nodes a regulator acts on, as written: with `-` where it inhibits, `?` where that is open.
std::vector<std::string> read_targets(Table& table, const Row& row,
                                      const std::vector<std::string>& nodes)
{
  std::vector<std::string> targets = table.list(row, "acts_on");
  std::set<std::string> taken;
  for (const std::string& target : targets) {
    const bool is_signed = target.starts_with('-') || target.starts_with('?');
    const std::string node = target.substr(is_signed ? 1 : 0);
    table.check_known(row, "acts_on", "node", node, nodes);
    table.check_new(row, "acts_on", node, taken);
  }
  return targets;
}

}  // namespace

void read_nodes(Reading& reading)
{
  Table table(reading.folder, "review/nodes.tsv",
              {"node", "kind", "compartment", "genes", "role", "parts", "refs"}, reading.mistakes);
  Knowledge& knowledge = reading.knowledge;
  const auto genes = names_of(knowledge.gene_symbols, &GeneSymbol::symbol);
  const auto parts = names_of(knowledge.parts, &Part::name);
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    table.check_new(row, "node", table.name(row, "node"), taken);
    knowledge.nodes.push_back({table.text(row, "node"), table.word(row, "kind", node_kinds),
                               table.word(row, "compartment", compartments),
                               read_items(table, row, "genes", "gene", genes),
                               table.name(row, "role"),
                               read_items(table, row, "parts", "part", parts),
                               table.list(row, "refs"), table.span(row, "node")});
  }
}

void read_edges(Reading& reading)
{
  Table table(reading.folder, "review/edges.tsv", {"from", "to", "sign", "basis", "refs"},
              reading.mistakes);
  const auto nodes = names_of(reading.knowledge.nodes, &Node::name);
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    const std::string& from = table.name(row, "from");
    const std::string& to = table.name(row, "to");
    table.check_known(row, "from", "node", from, nodes);
    table.check_known(row, "to", "node", to, nodes);
    table.check_new(row, "to", from + " to " + to, taken);
    const std::string& sign = table.word(row, "sign", signs);
    reading.knowledge.edges.push_back({from, to, sign.empty() ? '?' : sign.front(),
                                       table.word(row, "basis", relation_bases),
                                       table.list(row, "refs"), table.span(row, "from")});
  }
}

void read_regulators(Reading& reading)
{
  Table table(reading.folder, "review/regulators.tsv", regulator_columns, reading.mistakes);
  Knowledge& knowledge = reading.knowledge;
  const auto therapies = names_of(knowledge.therapies, &Therapy::id);
  const auto cancers = names_of(knowledge.cancer_types, &CancerType::code);
  const auto nodes = names_of(knowledge.nodes, &Node::name);
  const auto parts = names_of(knowledge.parts, &Part::name);
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    table.check_new(row, "id", table.name(row, "id"), taken);
    knowledge.regulators.push_back(
        {table.text(row, "id"), table.name(row, "name"), table.word(row, "role", roles),
         read_combinations(table, row, "agents", "therapy", therapies),
         read_items(table, row, "cancers", "cancer type", cancers), table.name(row, "mechanism"),
         table.name(row, "level"), read_targets(table, row, nodes),
         read_items(table, row, "counter", "therapy", therapies),
         read_items(table, row, "missing", "part", parts), table.list(row, "refs"),
         table.text(row, "note"), table.span(row, "id")});
  }
}

}  // namespace rascade::knowledge
