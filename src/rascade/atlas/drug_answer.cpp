// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "rascade/atlas/alteration_facts.hpp"
#include "rascade/atlas/cite.hpp"
#include "rascade/atlas/kinship.hpp"
#include "rascade/atlas/questions.hpp"
#include "rascade/atlas/regulator_facts.hpp"
#include "rascade/atlas/statements.hpp"
#include "rascade/atlas/wording.hpp"

namespace rascade::atlas {
namespace {

class DrugReader {
 public:
  DrugReader(const NameIndex& index, const knowledge::Knowledge& tables,
             const knowledge::Therapy& therapy)
      : index_(index), tables_(tables), therapy_(therapy), drug_(tables.find_drug(therapy.drug))
  {
  }

  Answer run()
  {
    answer_.question = "drug " + therapy_.id;
    answer_.title = title();
    describe();
    pair_up();
    simulate();
    add_section(answer_, resisted_by());
    add_section(answer_, spared_by());
    add_section(answer_, regulators());
    const Section claims = statements(tables_, "Statements about it", [this](const auto& claim) {
      return static_cast<int>(about(claim));
    });
    add_section(answer_, claims);
    add_section(answer_, contradictions(tables_, {therapy_.id, therapy_.name}, ids_of(claims)));
    return std::move(answer_);
  }

 private:
  std::string title() const
  {
    std::vector<std::string> names;
    const auto add = [&](const std::string& name) {
      const bool is_known = plain(name) == plain(therapy_.name) ||
                            std::any_of(names.begin(), names.end(), [&](const std::string& known) {
                              return plain(known) == plain(name);
                            });
      if (!is_known) names.push_back(name);
    };
    std::for_each(therapy_.synonyms.begin(), therapy_.synonyms.end(), add);
    if (drug_ != nullptr && therapy_.kind == "agent") {
      std::for_each(drug_->synonyms.begin(), drug_->synonyms.end(), add);
    }
    if (names.empty()) return therapy_.name;
    return fmt::format("{} ({})", therapy_.name, fmt::join(names, ", "));
  }

  void describe()
  {
    const std::vector<std::string> refs = resolved(tables_, therapy_.refs);
    std::vector<std::string> classes = classes_of(tables_, therapy_.id);
    add_line(answer_, {"Class", therapy_list(tables_, classes)});
    add_line(answer_,
             {"Kind",
              therapy_.sponsor.empty() ? therapy_.modality
                                       : fmt::format("{}, {}", therapy_.modality, therapy_.sponsor),
              {},
              true});
    add_line(answer_, {"Members", members()});
    add_line(answer_,
             {"Target", therapy_.target_state.empty()
                            ? therapy_.target
                            : fmt::format("{}: {}", therapy_.target, therapy_.target_state)});
    add_line(answer_, {"Action", therapy_.action, refs});
    add_line(answer_, {"Stage", therapy_.phase});
    add_line(answer_, {"Trials", listed(therapy_.trials), {}, true});
    add_line(answer_, {"Cancers", cancer_list(tables_, therapy_.cancers)});
    add_line(answer_, {"Outcome", therapy_.outcomes, refs});
    add_line(answer_, {"Note", therapy_.note, {}, true});
    if (refs.empty()) add_line(answer_, {"Source", "none is given for this row"});
  }

  std::string members() const
  {
    std::vector<std::string> names;
    for (const knowledge::Therapy& other : tables_.therapies) {
      if (other.parent == therapy_.id && other.id != therapy_.id) {
        names.push_back(therapy_words(tables_, other.id));
      }
    }
    return listed(names);
  }

  void pair_up()
  {
    add_line(answer_, {"With", therapy_list(tables_, therapy_.combinations)});
    add_line(answer_, {"Preclinical", therapy_list(tables_, therapy_.preclinical)});
  }

  void simulate()
  {
    const bool is_agent = therapy_.kind == "agent";
    if (drug_ == nullptr) {
      const std::string gap = part_list(tables_, therapy_.missing);
      add_line(answer_,
               {"Simulation", gap.empty() ? "not possible yet" : "not possible yet: needs " + gap});
      return;
    }
    add_line(answer_, {"Simulation",
                       is_agent ? fmt::format("rascade plan TUMOUR --drugs {}", drug_->name)
                                : fmt::format("{} stands for it: rascade plan TUMOUR --drugs {}",
                                              drug_->name, drug_->name)});
    std::vector<std::string> numbers, sources;
    for (const auto& [name, quantity] : drug_->parameters) {
      numbers.push_back(fmt::format("{} {:g} {} ({})", name, quantity.value, quantity.unit,
                                    knowledge::to_string(quantity.origin.grade)));
      sources.push_back(quantity.origin.source);
    }
    add_line(answer_, {"Binding", listed(numbers), resolved(tables_, sources)});
    add_line(answer_, {"Dose",
                       fmt::format("{}; {:g} % unbound in plasma; exposure {} ({})",
                                   drug_->regimen_text, 100 * drug_->fraction_unbound,
                                   drug_->constant_exposure ? "assumed constant" : "over time",
                                   knowledge::to_string(drug_->origin.grade)),
                       resolved(tables_, {drug_->origin.source}), true});
  }

  Kinship to(const std::vector<std::string>& combinations) const
  {
    return nearest_kinship(tables_, {therapy_.id}, combinations);
  }

  Section resisted_by() const
  {
    return alterations(tables_, "Resisted by", [this](const knowledge::Alteration& a) {
      const Kinship resists = to(a.resists);
      if (resists == Kinship::near && to(a.sensitive) >= Kinship::kin) return 0;
      return static_cast<int>(resists);
    });
  }

  Section spared_by() const
  {
    return alterations(tables_, "Stays active against", [this](const knowledge::Alteration& a) {
      const Kinship spares = to(a.sensitive);
      return spares >= Kinship::kin ? static_cast<int>(spares) : 0;
    });
  }

  Section regulators() const
  {
    Section section{"Regulators that answer to it", {}};
    for (const Kinship wanted : {Kinship::same, Kinship::kin, Kinship::near}) {
      for (const knowledge::Regulator& regulator : tables_.regulators) {
        if (to(regulator.agents) == wanted) {
          section.facts.push_back(fact_of(index_, tables_, regulator));
        }
      }
    }
    return section;
  }

  Kinship about(const knowledge::Claim& claim) const
  {
    Kinship best = Kinship::none;
    for (const std::string& token : all_tokens(claim)) {
      best = std::max(best, kinship(tables_, therapy_.id, token));
    }
    return best == Kinship::near ? Kinship::none : best;
  }

  const NameIndex& index_;
  const knowledge::Knowledge& tables_;
  const knowledge::Therapy& therapy_;
  const knowledge::Drug* drug_;
  Answer answer_;
};

}  // namespace

Checked<Answer> answer_drug(const NameIndex& index, const knowledge::Knowledge& tables,
                            const std::string& name)
{
  const knowledge::Therapy* therapy = index.therapy(name);
  if (therapy == nullptr) return index.unknown(Subject::therapy, name);
  return DrugReader(index, tables, *therapy).run();
}

}  // namespace rascade::atlas
