// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "rascade/base/text.hpp"
#include "rascade/knowledge/read_rows.hpp"
#include "rascade/knowledge/regimen.hpp"
#include "rascade/knowledge/table.hpp"

namespace rascade::knowledge {
namespace {

const std::vector<std::string> drug_columns{
    "drug",      "synonyms", "mechanism", "mw",    "regimen", "fraction_unbound",
    "medium_fraction_unbound", "exposure", "source", "grade",  "note"};
const std::vector<std::string> exposures{"pk", "constant"};

/// Pharmacokinetic parameters and the one unit each is written in.
const std::map<std::string, std::string> kinetic_units{
    {"CL_F", "L/h"}, {"V_F", "L"}, {"Vp_F", "L"}, {"Q_F", "L/h"}, {"ka", "1/h"}, {"F", "1"},
    {"css_total_nM", "nM"}};

void read_regimen(Table& table, const Row& row, Drug& drug)
{
  drug.regimen_text = table.name(row, "regimen");
  if (drug.regimen_text == "-" || drug.regimen_text.empty()) {
    if (table.text(row, "exposure") != "pk") return;
    table.report(row, "regimen", "E0711", "exposure by pharmacokinetics needs a regimen",
                 "Write for instance '100 mg PO QD', or 'constant' as its exposure.");
    return;
  }
  if (const std::optional<Regimen> regimen = parse_regimen(drug.regimen_text)) {
    drug.regimen = *regimen;
    return;
  }
  table.report(row, "regimen", "E0711", fmt::format("'{}' is no regimen", drug.regimen_text),
               "Write for instance '100 mg PO QD', or '-' for none.");
}

Drug read_drug(Table& table, const Row& row)
{
  Drug drug;
  drug.name = table.name(row, "drug");
  drug.synonyms = table.list(row, "synonyms");
  drug.mechanism = table.name(row, "mechanism");
  drug.molecular_weight = table.number_within(row, "mw", 1, 1e7);
  drug.fraction_unbound = table.number_within(row, "fraction_unbound", 0, 1);
  drug.medium_fraction_unbound = table.number_within(row, "medium_fraction_unbound", 0, 1);
  drug.constant_exposure = table.word(row, "exposure", exposures) == "constant";
  drug.origin = table.origin(row);
  read_regimen(table, row, drug);
  return drug;
}

/// The drug a row belongs to; nothing, reported, if there is none. `taken` holds the rows so far.
Drug* drug_of(Table& table, const Row& row, Knowledge& knowledge, std::set<std::string>& taken)
{
  const std::string& name = table.name(row, "drug");
  table.check_new(row, "parameter", name + " " + table.name(row, "parameter"), taken);
  table.check_known(row, "drug", "drug", name, names_of(knowledge.drugs, &Drug::name));
  const auto found = std::find_if(knowledge.drugs.begin(), knowledge.drugs.end(),
                                  [&](const Drug& d) { return d.name == name; });
  return found == knowledge.drugs.end() ? nullptr : &*found;
}

/// The central 95 % of a log-normal quantity with this coefficient of variation.
void set_spread(Quantity& quantity, double cv_percent)
{
  const double cv = cv_percent / 100;
  const double factor = std::exp(1.96 * std::sqrt(std::log1p(cv * cv)));
  quantity.low = quantity.value / factor;
  quantity.high = quantity.value * factor;
}

void check_kinetic(Table& table, const Row& row, const Quantity& quantity)
{
  const std::string& name = table.text(row, "parameter");
  const auto known = kinetic_units.find(name);
  if (known == kinetic_units.end()) {
    std::vector<std::string> names;
    for (const auto& [each, unit] : kinetic_units) names.push_back(each);
    table.check_known(row, "parameter", "pharmacokinetic parameter", name, names);
  } else if (quantity.unit != known->second) {
    table.report(row, "unit", "E0707",
                 fmt::format("{} cannot be given in '{}'", name, quantity.unit),
                 fmt::format("Give it in {}.", known->second));
  }
}

void read_kinetics(Reading& reading)
{
  Table table(reading.folder, "pharmacokinetics.tsv",
              {"drug", "parameter", "value", "unit", "cv_percent", "source", "grade", "note"},
              reading.mistakes);
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    Drug* drug = drug_of(table, row, reading.knowledge, taken);
    Quantity quantity = table.quantity(row, "value", table.text(row, "unit"));
    check_kinetic(table, row, quantity);
    static_cast<void>(table.number_within(row, "value", 1e-12, 1e12));
    const double cv = table.text(row, "cv_percent").empty()
                          ? 0.0
                          : table.number_within(row, "cv_percent", 0, 1000);
    if (drug == nullptr) continue;
    const std::string& name = table.text(row, "parameter");
    set_spread(quantity, cv);
    drug->pk_cv_percent[name] = cv;
    drug->pharmacokinetics[name] = std::move(quantity);
  }
}

void read_binding(Reading& reading)
{
  Table table(reading.folder, "drug_parameters.tsv",
              {"drug", "parameter", "value", "unit", "low", "high", "source", "grade", "note"},
              reading.mistakes);
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    Drug* drug = drug_of(table, row, reading.knowledge, taken);
    Quantity quantity = table.quantity(row, "value", table.text(row, "unit"));
    if (drug != nullptr) drug->parameters[table.text(row, "parameter")] = std::move(quantity);
  }
}

/// What an exposure cannot be computed without.
void check_complete(Table& table, const Row& row, const Drug& drug)
{
  static const std::map<std::string, std::vector<std::string>> needed{
      {"constant", {"css_total_nM"}}, {"pk", {"CL_F", "V_F"}}};
  const auto names = needed.find(table.text(row, "exposure"));
  if (names == needed.end()) return;
  for (const std::string& name : names->second) {
    if (drug.pharmacokinetics.contains(name)) continue;
    table.report(row, "exposure", "E0715", fmt::format("'{}' has no {}", drug.name, name),
                 "Add it to pharmacokinetics.tsv.");
  }
}

}  // namespace

void read_drugs(Reading& reading)
{
  Table table(reading.folder, "drugs.tsv", drug_columns, reading.mistakes);
  Knowledge& knowledge = reading.knowledge;
  const auto mechanisms = names_of(knowledge.mechanisms, &Mechanism::name);
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    Drug drug = read_drug(table, row);
    table.check_new(row, "drug", drug.name, taken);
    for (const std::string& synonym : drug.synonyms) {
      table.check_new(row, "synonyms", synonym, taken);
    }
    table.check_known(row, "mechanism", "mechanism", drug.mechanism, mechanisms);
    knowledge.drugs.push_back(std::move(drug));
  }
  read_binding(reading);
  read_kinetics(reading);
  for (std::size_t i = 0; i < table.rows().size(); ++i) {
    check_complete(table, table.rows()[i], knowledge.drugs[i]);
  }
}

}  // namespace rascade::knowledge
