// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "rascade/knowledge/alteration.hpp"
#include "rascade/knowledge/read_rows.hpp"
#include "rascade/knowledge/settable.hpp"
#include "rascade/knowledge/table.hpp"
#include "rascade/units/units.hpp"

namespace rascade::knowledge {
namespace {

const std::vector<std::string> variant_columns{"gene", "variant", "synonyms", "parameter",
                                               "op",   "value",   "low",      "high",
                                               "drug", "source",  "grade",    "note"};
const std::vector<std::string> route_columns{"route", "label", "kind", "gene",  "variant",
                                             "copies", "rate", "unit", "low",   "high",
                                             "needs", "source", "grade", "note"};
const std::vector<std::string> route_kinds{"second_site", "new_allele", "amplification", "gene",
                                           "adaptive"};

class VariantReader {
 public:
  explicit VariantReader(Reading& reading)
      : knowledge_(reading.knowledge),
        table_(reading.folder, "variants.tsv", variant_columns, reading.mistakes),
        genes_(names_of(knowledge_.genes, &Gene::name)),
        settable_(settable_names(knowledge_)),
        units_(settable_units(knowledge_))
  {
    if (knowledge_.drugs.empty() || knowledge_.mechanisms.empty()) return;  // not to be known then
    drugs_ = names_of(knowledge_.drugs, &Drug::name);
    const auto mechanisms = names_of(knowledge_.mechanisms, &Mechanism::name);
    drugs_.insert(drugs_.end(), mechanisms.begin(), mechanisms.end());
  }

  void read()
  {
    for (const Row& row : table_.rows()) {
      const std::string& gene = table_.name(row, "gene");
      const std::string& name = table_.name(row, "variant");
      table_.check_known(row, "gene", "gene", gene, genes_);
      Variant& variant = find_or_add(gene, name);
      if (variant.effects.empty()) table_.check_new(row, "variant", gene + " " + name, names_);
      for (std::string& synonym : table_.list(row, "synonyms")) {
        if (synonym != name) table_.check_new(row, "synonyms", gene + " " + synonym, names_);
        variant.synonyms.push_back(std::move(synonym));
      }
      variant.effects.push_back(effect(row, gene, name));
    }
  }

 private:
  Variant& find_or_add(const std::string& gene, const std::string& name)
  {
    std::vector<Variant>& all = knowledge_.variants;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Variant& v) {
      return v.gene == gene && v.name == name;
    });
    if (found != all.end()) return *found;
    all.push_back({gene, name, {}, {}});
    return all.back();
  }

  VariantEffect effect(const Row& row, const std::string& gene, const std::string& variant)
  {
    const std::string& parameter = table_.name(row, "parameter");
    const std::string& drug = table_.text(row, "drug");
    if (!drug.empty()) table_.check_known(row, "drug", "drug or mechanism", drug, drugs_);
    table_.check_new(row, "parameter", gene + " " + variant + " " + parameter + " " + drug,
                     effects_);
    const std::string general = of_family(parameter, gene);
    table_.check_known(row, "parameter", "parameter", general, settable_);
    const Change change = table_.change(row);
    const auto unit = units_.find(general);
    const bool has_unit =
        change == Change::set && unit != units_.end() && units::find_unit(unit->second);
    return {gene, variant, parameter, drug, change,
            table_.quantity(row, "value", has_unit ? unit->second : "1")};
  }

  /// `k_<allele>` of a gene of the family F as the parameter table has it: `k_<F>`.
  std::string of_family(std::string parameter, const std::string& gene) const
  {
    static constexpr std::string_view slot = "<allele>";
    const Gene* known = knowledge_.find_gene(gene);
    const std::size_t at = parameter.find(slot);
    if (known == nullptr || at == std::string::npos) return parameter;
    return parameter.replace(at, slot.size(), "<" + known->family + ">");
  }

  Knowledge& knowledge_;
  Table table_;
  std::vector<std::string> genes_, drugs_, settable_;
  std::map<std::string, std::string> units_;
  std::set<std::string> names_, effects_;
};

void check_change(Table& table, const Row& row, const Knowledge& knowledge)
{
  const std::string& kind = table.word(row, "kind", route_kinds);
  if (std::find(route_kinds.begin(), route_kinds.end(), kind) == route_kinds.end()) return;
  if (kind == "adaptive") {
    table.check_known(row, "variant", "switch", table.name(row, "variant"),
                      names_of(knowledge.switches, &Switch::name));
    return;
  }
  const std::string& gene = table.name(row, "gene");
  table.check_known(row, "gene", "gene", gene, names_of(knowledge.genes, &Gene::name));
  if (kind == "amplification") {
    static_cast<void>(table.number_within(row, "copies", 1, 1e6));
  } else {
    table.check_known(row, "variant", "variant of " + gene, table.name(row, "variant"),
                      variants_of(knowledge, gene));
  }
}

}  // namespace

void read_variants(Reading& reading) { VariantReader(reading).read(); }

void read_routes(Reading& reading)
{
  Table table(reading.folder, "routes.tsv", route_columns, reading.mistakes);
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    const std::string& name = table.name(row, "route");
    table.check_new(row, "route", name, taken);
    check_change(table, row, reading.knowledge);
    if (!table.text(row, "needs").empty()) {
      check_alteration(table, row, "needs", reading.knowledge);
    }
    reading.knowledge.routes.push_back({name, table.name(row, "label"), table.text(row, "kind"),
                                        table.text(row, "gene"), table.text(row, "variant"),
                                        table.text(row, "copies"), table.text(row, "needs"),
                                        table.quantity(row, "rate", table.text(row, "unit"))});
  }
}

}  // namespace rascade::knowledge
