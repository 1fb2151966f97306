// SPDX-License-Identifier: MIT
#include "rascade/knowledge/read_rows.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "rascade/base/text.hpp"
#include "rascade/knowledge/table.hpp"

namespace rascade::knowledge {
namespace {

/// The element named so by `name`, made at the end if there is none yet.
template <class T, class Same, class Make>
T& find_or_add(std::vector<T>& all, Same same, Make make)
{
  const auto found = std::find_if(all.begin(), all.end(), same);
  if (found != all.end()) return *found;
  all.push_back(make());
  return all.back();
}

}  // namespace

void read_references(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes)
{
  Table table(folder, "references.tsv", {"key", "citation", "identifier"}, mistakes);
  for (const Row& row : table.rows()) {
    const std::string& key = table.text(row, "key");
    if (knowledge.find_reference(key) != nullptr) {
      table.report(row, "key", "E0709", fmt::format("the key '{}' is given twice", key), "Rename one.");
    }
    knowledge.references.push_back(
        {key, table.text(row, "citation"), table.text(row, "identifier"), table.span(row, "key")});
  }
}

void read_parameters(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes)
{
  Table table(folder, "parameters.tsv",
              {"name", "value", "unit", "low", "high", "source", "grade", "note"}, mistakes);
  for (const Row& row : table.rows()) {
    const std::string& name = table.text(row, "name");
    if (knowledge.find_parameter(name) != nullptr) {
      table.report(row, "name", "E0709", fmt::format("'{}' is given twice", name), "Delete one row.");
    }
    knowledge.parameters.push_back({name, table.quantity(row, "value", table.text(row, "unit"))});
  }
}

void read_genes(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes)
{
  Table table(folder, "genes.tsv",
              {"gene", "family", "pool", "copies", "abundance_per_copy", "unit", "low", "high", "source",
               "grade", "note"},
              mistakes);
  for (const Row& row : table.rows()) {
    knowledge.genes.push_back({table.text(row, "gene"), table.text(row, "family"),
                               table.text(row, "pool"), table.number(row, "copies"),
                               table.quantity(row, "abundance_per_copy", table.text(row, "unit"))});
  }
}

void read_variants(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes)
{
  Table table(folder, "variants.tsv",
              {"gene", "variant", "synonyms", "parameter", "op", "value", "low", "high", "drug", "source",
               "grade", "note"},
              mistakes);
  for (const Row& row : table.rows()) {
    const std::string& gene = table.text(row, "gene");
    const std::string& name = table.text(row, "variant");
    if (knowledge.find_gene(gene) == nullptr) {
      table.report(row, "gene", "E0710", fmt::format("unknown gene '{}'", gene), "Add it to genes.tsv.");
    }
    Variant& variant = find_or_add(
        knowledge.variants, [&](const Variant& v) { return v.gene == gene && v.name == name; },
        [&] { return Variant{gene, name, {}, {}}; });
    for (std::string& synonym : table.list(row, "synonyms")) variant.synonyms.push_back(synonym);
    variant.effects.push_back({gene, name, table.text(row, "parameter"), table.text(row, "drug"),
                               table.change(row), table.quantity(row, "value", "1")});
  }
}

void read_mechanisms(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes)
{
  Table table(folder, "mechanisms.tsv", {"mechanism", "label", "module", "target", "classes", "note"},
              mistakes);
  for (const Row& row : table.rows()) {
    knowledge.mechanisms.push_back({table.text(row, "mechanism"), table.text(row, "label"),
                                    table.text(row, "module"), table.text(row, "target"),
                                    table.text(row, "note"), table.list(row, "classes")});
  }
}

void read_switches(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes)
{
  Table table(folder, "switches.tsv", {"switch", "label", "parameter", "op", "value", "note"}, mistakes);
  for (const Row& row : table.rows()) {
    const std::string& name = table.text(row, "switch");
    Switch& entry = find_or_add(
        knowledge.switches, [&](const Switch& s) { return s.name == name; },
        [&] { return Switch{name, table.text(row, "label"), table.text(row, "note"), {}}; });
    entry.effects.push_back(
        {table.text(row, "parameter"), table.change(row), table.number(row, "value")});
  }
}

void read_cancers(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes)
{
  Table table(folder, "cancers.tsv",
              {"code", "name", "parameter", "value", "unit", "low", "high", "source", "grade", "note"},
              mistakes);
  for (const Row& row : table.rows()) {
    const std::string& code = table.text(row, "code");
    Cancer& cancer = find_or_add(
        knowledge.cancers, [&](const Cancer& c) { return c.code == code; },
        [&] { return Cancer{code, table.text(row, "name"), {}}; });
    cancer.parameters[table.text(row, "parameter")] =
        table.quantity(row, "value", table.text(row, "unit"));
  }
}

void read_levels(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes)
{
  Table table(folder, "levels.tsv",
              {"parameter", "level", "factor", "low", "high", "source", "grade", "note"}, mistakes);
  for (const Row& row : table.rows()) {
    knowledge.levels.push_back({table.text(row, "parameter"), table.text(row, "level"),
                                table.quantity(row, "factor", "1")});
  }
}

void read_routes(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes)
{
  Table table(folder, "routes.tsv",
              {"route", "label", "kind", "gene", "variant", "copies", "rate", "unit", "low", "high",
               "needs", "source", "grade", "note"},
              mistakes);
  for (const Row& row : table.rows()) {
    knowledge.routes.push_back({table.text(row, "route"), table.text(row, "label"),
                                table.text(row, "kind"), table.text(row, "gene"),
                                table.text(row, "variant"), table.text(row, "copies"),
                                table.text(row, "needs"),
                                table.quantity(row, "rate", table.text(row, "unit"))});
  }
}

void read_trials(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes)
{
  Table table(folder, "trials.tsv",
              {"trial", "arm", "cancer", "genotype", "line", "n", "orr", "orr_low", "orr_high", "pfs",
               "pfs_low", "pfs_high", "use", "source", "note"},
              mistakes);
  for (const Row& row : table.rows()) {
    TrialRow trial;
    trial.trial = table.text(row, "trial");
    trial.arm = table.text(row, "arm");
    trial.cancer = table.text(row, "cancer");
    trial.genotype = table.text(row, "genotype");
    trial.line = table.text(row, "line");
    trial.use = table.text(row, "use");
    trial.n = table.optional_number(row, "n");
    trial.orr = table.optional_number(row, "orr");
    trial.orr_low = table.optional_number(row, "orr_low");
    trial.orr_high = table.optional_number(row, "orr_high");
    trial.pfs = table.optional_number(row, "pfs");
    trial.pfs_low = table.optional_number(row, "pfs_low");
    trial.pfs_high = table.optional_number(row, "pfs_high");
    trial.origin = {table.text(row, "source"), Grade::measured, table.text(row, "note"),
                    table.span(row, "source")};
    knowledge.trials.push_back(std::move(trial));
  }
}

void read_baselines(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes)
{
  Table table(folder, "baselines.tsv",
              {"name", "numerator", "denominator", "low", "high", "source", "grade", "note"}, mistakes);
  for (const Row& row : table.rows()) {
    Quantity share;
    share.low = table.number(row, "low");
    share.high = table.number(row, "high");
    share.value = std::sqrt(share.low * share.high);
    share.unit = "1";
    share.origin = table.origin(row);
    knowledge.baselines.push_back({table.text(row, "name"), table.text(row, "numerator"),
                                   table.text(row, "denominator"), std::move(share)});
  }
}

}  // namespace rascade::knowledge
