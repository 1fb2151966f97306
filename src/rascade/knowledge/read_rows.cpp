// SPDX-License-Identifier: MIT
#include "rascade/knowledge/read_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "rascade/base/text.hpp"
#include "rascade/knowledge/settable.hpp"
#include "rascade/knowledge/table.hpp"
#include "rascade/units/units.hpp"

namespace rascade::knowledge {
namespace {

constexpr double unlimited = 1e300;

/// A cancer may overwrite a parameter, but only with a quantity of the same kind.
void check_dimension(Table& table, const Row& row, const Quantity& quantity,
                     const Parameter* overwritten)
{
  if (overwritten == nullptr) return;
  const auto ours = units::find_unit(quantity.unit);
  const auto theirs = units::find_unit(overwritten->quantity.unit);
  if (!ours || !theirs || ours->dimension == theirs->dimension) return;
  table.report(row, "unit", "E0707",
               fmt::format("'{}' is of another kind than '{}', the unit of '{}'", quantity.unit,
                           overwritten->quantity.unit, overwritten->name),
               fmt::format("Give it in {}.", overwritten->quantity.unit));
}

}  // namespace

void read_parameters(Reading& reading)
{
  Table table(reading.folder, "parameters.tsv",
              {"name", "value", "unit", "low", "high", "source", "grade", "note"},
              reading.mistakes);
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    const std::string& name = table.name(row, "name");
    table.check_new(row, "name", name, taken);
    reading.knowledge.parameters.push_back(
        {name, table.quantity(row, "value", table.text(row, "unit"))});
  }
}

void read_genes(Reading& reading)
{
  Table table(reading.folder, "genes.tsv",
              {"gene", "family", "pool", "copies", "abundance_per_copy", "unit", "low", "high",
               "source", "grade", "note"},
              reading.mistakes);
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    const std::string& gene = table.name(row, "gene");
    table.check_new(row, "gene", gene, taken);
    reading.knowledge.genes.push_back(
        {gene, table.name(row, "family"), table.name(row, "pool"),
         table.number_within(row, "copies", 0, unlimited),
         table.quantity(row, "abundance_per_copy", table.text(row, "unit"))});
  }
}

void read_mechanisms(Reading& reading)
{
  Table table(reading.folder, "mechanisms.tsv",
              {"mechanism", "label", "module", "target", "classes", "note"}, reading.mistakes);
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    const std::string& name = table.name(row, "mechanism");
    table.check_new(row, "mechanism", name, taken);
    reading.knowledge.mechanisms.push_back({name, table.name(row, "label"),
                                            table.name(row, "module"), table.text(row, "target"),
                                            table.text(row, "note"), table.list(row, "classes")});
  }
}

void read_switches(Reading& reading)
{
  Table table(reading.folder, "switches.tsv",
              {"switch", "label", "parameter", "op", "value", "nodes", "note"}, reading.mistakes);
  const std::vector<std::string> settable = settable_names(reading.knowledge);
  std::vector<Switch>& switches = reading.knowledge.switches;
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    const std::string& name = table.name(row, "switch");
    const std::string& parameter = table.name(row, "parameter");
    table.check_new(row, "parameter", name + " " + parameter, taken);
    table.check_known(row, "parameter", "parameter", parameter, settable);
    auto entry = std::find_if(switches.begin(), switches.end(),
                              [&](const Switch& s) { return s.name == name; });
    if (entry == switches.end()) {
      switches.push_back({name, table.text(row, "label"), table.text(row, "note"),
                          table.list(row, "nodes"), {}});
      entry = std::prev(switches.end());
    }
    entry->effects.push_back({parameter, table.change(row), table.number(row, "value")});
  }
}

void read_cancers(Reading& reading)
{
  Table table(reading.folder, "cancers.tsv",
              {"code", "name", "parameter", "value", "unit", "low", "high", "source", "grade",
               "note"},
              reading.mistakes);
  std::vector<Cancer>& cancers = reading.knowledge.cancers;
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    const std::string& code = table.name(row, "code");
    const std::string& parameter = table.name(row, "parameter");
    table.check_new(row, "parameter", code + " " + parameter, taken);
    auto cancer = std::find_if(cancers.begin(), cancers.end(),
                               [&](const Cancer& c) { return c.code == code; });
    if (cancer == cancers.end()) {
      cancers.push_back({code, table.name(row, "name"), {}});
      cancer = std::prev(cancers.end());
    }
    Quantity quantity = table.quantity(row, "value", table.text(row, "unit"));
    check_dimension(table, row, quantity, reading.knowledge.find_parameter(parameter));
    cancer->parameters[parameter] = std::move(quantity);
  }
}

void read_levels(Reading& reading)
{
  Table table(reading.folder, "levels.tsv",
              {"parameter", "level", "factor", "low", "high", "source", "grade", "note"},
              reading.mistakes);
  const auto parameters = names_of(reading.knowledge.parameters, &Parameter::name);
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    const std::string& parameter = table.name(row, "parameter");
    const std::string& level = table.name(row, "level");
    table.check_known(row, "parameter", "parameter", parameter, parameters);
    table.check_new(row, "level", parameter + " " + level, taken);
    reading.knowledge.levels.push_back({parameter, level, table.quantity(row, "factor", "1")});
  }
}

void read_baselines(Reading& reading)
{
  Table table(reading.folder, "baselines.tsv",
              {"name", "numerator", "denominator", "low", "high", "source", "grade", "note"},
              reading.mistakes);
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    const std::string& name = table.name(row, "name");
    table.check_new(row, "name", name, taken);
    const double low = table.number_within(row, "low", 0, unlimited);
    const double high = table.number_within(row, "high", 0, unlimited);
    if (low > high) {
      table.report(row, "high", "E0706",
                   fmt::format("{} lies below {}, the lower end", format_number(high),
                               format_number(low)),
                   "Give low <= high.");
    }
    reading.knowledge.baselines.push_back({name, table.name(row, "numerator"),
                                           table.name(row, "denominator"),
                                           {std::sqrt(low * high), low, high, "1",
                                            table.origin(row)}});
  }
}

}  // namespace rascade::knowledge
