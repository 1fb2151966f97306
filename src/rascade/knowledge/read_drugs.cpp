// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "rascade/base/text.hpp"
#include "rascade/knowledge/read_rows.hpp"
#include "rascade/knowledge/table.hpp"

namespace rascade::knowledge {
namespace {

constexpr std::array<std::pair<std::string_view, double>, 7> frequencies{{
    {"QD", 24}, {"BID", 12}, {"TID", 8}, {"Q2D", 48}, {"QW", 168}, {"Q2W", 336}, {"Q3W", 504}}};

/// "960 mg PO QD" as a regimen; nothing if it is not of that form.
std::optional<Regimen> parse_regimen(std::string_view text)
{
  const std::vector<std::string_view> words = split(text, ' ');
  if (words.size() != 4 || words[1] != "mg") return std::nullopt;
  const auto dose = parse_number(words[0]);
  const auto frequency = std::find_if(frequencies.begin(), frequencies.end(),
                                      [&](const auto& f) { return f.first == words[3]; });
  if (!dose || frequency == frequencies.end()) return std::nullopt;
  return Regimen{*dose, frequency->second, 0, 0};
}

Drug read_drug(Table& table, const Row& row, const Knowledge& knowledge)
{
  Drug drug;
  drug.name = table.text(row, "drug");
  drug.synonyms = table.list(row, "synonyms");
  drug.mechanism = table.text(row, "mechanism");
  drug.regimen_text = table.text(row, "regimen");
  drug.molecular_weight = table.number(row, "mw");
  drug.fraction_unbound = table.number(row, "fraction_unbound");
  drug.medium_fraction_unbound = table.number(row, "medium_fraction_unbound");
  drug.constant_exposure = table.text(row, "exposure") == "constant";
  drug.origin = table.origin(row);
  if (knowledge.find_mechanism(drug.mechanism) == nullptr) {
    std::vector<std::string> names;
    for (const Mechanism& m : knowledge.mechanisms) names.push_back(m.name);
    table.report(row, "mechanism", "E0710", fmt::format("unknown mechanism '{}'", drug.mechanism),
                 suggest(drug.mechanism, names));
  }
  if (drug.regimen_text != "-") {
    if (const auto regimen = parse_regimen(drug.regimen_text)) {
      drug.regimen = *regimen;
    } else {
      table.report(row, "regimen", "E0711", fmt::format("'{}' is no regimen", drug.regimen_text),
                   "Write for instance '100 mg PO QD', or '-' for none.");
    }
  }
  return drug;
}

Drug* drug_of(Table& table, const Row& row, Knowledge& knowledge)
{
  const std::string& name = table.text(row, "drug");
  const auto found = std::find_if(knowledge.drugs.begin(), knowledge.drugs.end(),
                                  [&](const Drug& d) { return d.name == name; });
  if (found != knowledge.drugs.end()) return &*found;
  table.report(row, "drug", "E0710", fmt::format("unknown drug '{}'", name), "Add it to drugs.tsv.");
  return nullptr;
}

/// The central 95 % of a log-normal quantity with this coefficient of variation.
void set_spread(Quantity& quantity, double cv_percent)
{
  const double cv = cv_percent / 100;
  const double factor = std::exp(1.96 * std::sqrt(std::log1p(cv * cv)));
  quantity.low = quantity.value / factor;
  quantity.high = quantity.value * factor;
}

}  // namespace

void read_drugs(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes)
{
  Table drugs(folder, "drugs.tsv",
              {"drug", "synonyms", "mechanism", "mw", "regimen", "fraction_unbound",
               "medium_fraction_unbound", "exposure", "source", "grade", "note"},
              mistakes);
  for (const Row& row : drugs.rows()) knowledge.drugs.push_back(read_drug(drugs, row, knowledge));

  Table parameters(folder, "drug_parameters.tsv",
                   {"drug", "parameter", "value", "unit", "low", "high", "source", "grade", "note"},
                   mistakes);
  for (const Row& row : parameters.rows()) {
    if (Drug* drug = drug_of(parameters, row, knowledge)) {
      drug->parameters[parameters.text(row, "parameter")] =
          parameters.quantity(row, "value", parameters.text(row, "unit"));
    }
  }
  Table kinetics(folder, "pharmacokinetics.tsv",
                 {"drug", "parameter", "value", "unit", "cv_percent", "source", "grade", "note"},
                 mistakes);
  for (const Row& row : kinetics.rows()) {
    if (Drug* drug = drug_of(kinetics, row, knowledge)) {
      const std::string& name = kinetics.text(row, "parameter");
      const double cv = kinetics.number(row, "cv_percent", 0.0);
      Quantity quantity = kinetics.quantity(row, "value", kinetics.text(row, "unit"));
      set_spread(quantity, cv);
      drug->pk_cv_percent[name] = cv;
      drug->pharmacokinetics[name] = std::move(quantity);
    }
  }
}

}  // namespace rascade::knowledge
