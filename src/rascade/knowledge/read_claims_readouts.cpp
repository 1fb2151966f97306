// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <set>
#include <utility>

#include "rascade/base/text.hpp"
#include "rascade/knowledge/read_claims.hpp"
#include "rascade/units/units.hpp"

namespace rascade::knowledge {
namespace {

const std::vector<std::string> readout_kinds{"level",       "change", "course",    "growth",
                                             "drug_effect", "fall",   "drug_rise", "rate",
                                             "trial",       "table",  "missing"};
const std::vector<std::string> benefits{"up", "down", ""};
const std::vector<std::string> cohort_outputs{"ORR", "PFS", "best_change", "progressed"};

constexpr double longest_h = 1e5;
constexpr double largest_value = 1e15;

/// What a virtual cohort can be asked for, with the share of progressions by each route.
std::vector<std::string> trial_outputs(const Knowledge& knowledge)
{
  std::vector<std::string> names = cohort_outputs;
  for (const Route& route : knowledge.routes) names.push_back("route:" + route.name);
  return names;
}

/// Outputs of models are known only once a model is assembled; those of trials are few.
void check_output(Table& table, const Row& row, const Readout& readout, const Knowledge& knowledge)
{
  if (readout.kind != "trial") return;
  const std::vector<std::string> known = trial_outputs(knowledge);
  for (const std::string_view piece : split(readout.output, '+')) {
    table.check_known(row, "output", "output of a trial", std::string(trim(piece)), known);
  }
}

void read_range(Table& table, const Row& row, Readout& readout)
{
  readout.low = table.number_within(row, "low", -largest_value, largest_value);
  readout.high = table.number_within(row, "high", -largest_value, largest_value);
  if (readout.low >= readout.high) {
    table.report(row, "high", "E0706",
                 fmt::format("{} does not lie above {}, the lower end", format_number(readout.high),
                             format_number(readout.low)),
                 "Give low < high.");
  }
  if (!units::find_unit(readout.unit)) {
    std::vector<std::string> names;
    for (const units::Unit& unit : units::known_units()) names.emplace_back(unit.name);
    table.report(row, "unit", "E0707", fmt::format("unknown unit '{}'", readout.unit),
                 suggest(readout.unit, names));
  }
}

}  // namespace

void read_readouts(Reading& reading)
{
  Table table(
      reading.folder, "claims/readouts.tsv",
      {"readout", "kind", "output", "time_h", "low", "high", "unit", "benefit", "missing", "note"},
      reading.mistakes);
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    table.check_new(row, "readout", table.name(row, "readout"), taken);
    Readout readout;
    readout.name = table.text(row, "readout");
    readout.kind = table.word(row, "kind", readout_kinds);
    readout.benefit = table.word(row, "benefit", benefits);
    readout.missing = read_missing(table, row, readout.kind == "missing", reading.knowledge);
    readout.unit = table.text(row, "unit");
    readout.note = table.text(row, "note");
    readout.span = table.span(row, "readout");
    if (readout.kind != "missing") {
      readout.output = table.name(row, "output");
      check_output(table, row, readout, reading.knowledge);
      readout.time_h = table.number_within(row, "time_h", 0, longest_h);
      read_range(table, row, readout);
    }
    reading.knowledge.claims.readouts.push_back(std::move(readout));
  }
}

}  // namespace rascade::knowledge
