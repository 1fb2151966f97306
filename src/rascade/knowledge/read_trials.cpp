// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <utility>

#include "rascade/base/text.hpp"
#include "rascade/knowledge/alteration.hpp"
#include "rascade/knowledge/read_rows.hpp"
#include "rascade/knowledge/table.hpp"

namespace rascade::knowledge {
namespace {

const std::vector<std::string> trial_columns{"trial", "arm",      "cancer", "genotype", "line",
                                       "n",     "orr",      "orr_low", "orr_high", "pfs",
                                       "pfs_low", "pfs_high", "use",   "source",   "note"};

void check_interval(Table& table, const Row& row, const std::string& column,
                    const std::optional<double>& value, const std::optional<double>& low,
                    const std::optional<double>& high)
{
  const bool is_below = low && value && *value < *low;
  const bool is_above = high && value && *value > *high;
  if (!is_below && !is_above) return;
  table.report(row, column, "E0706",
               fmt::format("{} lies outside its interval {} to {}", format_number(*value),
                           table.text(row, column + "_low"), table.text(row, column + "_high")),
               "Give low <= value <= high.");
}

void check_names(Table& table, const Row& row, const Knowledge& knowledge)
{
  const auto drugs = names_of(knowledge.drugs, &Drug::name);
  for (const std::string_view drug : split(table.name(row, "arm"), '+')) {
    table.check_known(row, "arm", "drug", std::string(trim(drug)), drugs);
  }
  table.check_known(row, "cancer", "cancer", table.name(row, "cancer"),
                    names_of(knowledge.cancers, &Cancer::code));
  check_alteration(table, row, "genotype", knowledge);
}

}  // namespace

void read_trials(Reading& reading)
{
  Table table(reading.folder, "trials.tsv", trial_columns, reading.mistakes);
  for (const Row& row : table.rows()) {
    check_names(table, row, reading.knowledge);
    TrialRow trial;
    trial.trial = table.name(row, "trial");
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
    check_interval(table, row, "orr", trial.orr, trial.orr_low, trial.orr_high);
    check_interval(table, row, "pfs", trial.pfs, trial.pfs_low, trial.pfs_high);
    reading.knowledge.trials.push_back(std::move(trial));
  }
}

}  // namespace rascade::knowledge
