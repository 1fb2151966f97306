// SPDX-License-Identifier: MIT
#include <set>
#include <utility>

#include "rascade/base/text.hpp"
#include "rascade/knowledge/read_items.hpp"
#include "rascade/knowledge/read_review.hpp"
#include "rascade/knowledge/table.hpp"

namespace rascade::knowledge {
namespace {

const std::vector<std::string> therapy_columns{
    "id",          "name",     "synonyms", "parent",   "kind",    "target", "target_state",
    "action",      "modality", "drug",     "missing",  "cancers", "phase",  "combinations",
    "preclinical", "trials",   "sponsor",  "outcomes", "refs",    "note"};
const std::vector<std::string> therapy_kinds{"agent", "class"};
const std::vector<std::string> modalities{
    "small molecule", "antibody",     "siRNA",     "mRNA vaccine", "TCR T cells", "TIL",
    "CAR T cells",    "cell therapy", "radiation", "comparator",   "any"};

Therapy read_therapy(Table& table, const Row& row, const Knowledge& knowledge,
                     const std::vector<std::string>& ids)
{
  Therapy therapy{table.name(row, "id"),
                  table.name(row, "name"),
                  table.list(row, "synonyms"),
                  table.name(row, "parent"),
                  table.word(row, "kind", therapy_kinds),
                  table.name(row, "target"),
                  table.text(row, "target_state"),
                  table.name(row, "action"),
                  table.word(row, "modality", modalities),
                  table.text(row, "drug"),
                  read_items(table, row, "missing", "part", names_of(knowledge.parts, &Part::name)),
                  read_items(table, row, "cancers", "cancer type",
                             names_of(knowledge.cancer_types, &CancerType::code)),
                  table.text(row, "phase"),
                  read_items(table, row, "combinations", "therapy", ids),
                  read_items(table, row, "preclinical", "therapy", ids),
                  table.list(row, "trials"),
                  table.text(row, "sponsor"),
                  table.text(row, "outcomes"),
                  table.list(row, "refs"),
                  table.text(row, "note"),
                  table.span(row, "id")};
  table.check_known(row, "parent", "therapy", therapy.parent, ids);
  table.check_known(row, "drug", "drug", therapy.drug, names_of(knowledge.drugs, &Drug::name));
  return therapy;
}

/// Id, name and synonyms, without regard to case, mean one therapy only.
void check_names(Table& table, const Row& row, const Therapy& therapy, std::set<std::string>& taken)
{
  std::set<std::string> own;
  const auto check = [&](std::string_view column, const std::string& name) {
    const std::string key = to_lower(name);
    if (own.insert(key).second) table.check_new(row, column, key, taken);
  };
  check("id", therapy.id);
  check("name", therapy.name);
  for (const std::string& synonym : therapy.synonyms) check("synonyms", synonym);
}

}  // namespace

void read_therapies(Reading& reading)
{
  Table table(reading.folder, "review/therapies.tsv", therapy_columns, reading.mistakes);
  std::vector<Therapy>& therapies = reading.knowledge.therapies;
  std::vector<std::string> ids;
  for (const Row& row : table.rows()) ids.push_back(table.text(row, "id"));
  std::set<std::string> taken;
  for (const Row& row : table.rows()) {
    Therapy therapy = read_therapy(table, row, reading.knowledge, ids);
    check_names(table, row, therapy, taken);
    check_one_of(table, row, "drug", "missing",
                 "Name the drug that acts, or the parts without which none can.");
    therapies.push_back(std::move(therapy));
  }
  check_parents(table, "parent", ids, names_of(therapies, &Therapy::parent));
}

}  // namespace rascade::knowledge
