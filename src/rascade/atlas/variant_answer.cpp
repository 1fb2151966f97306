// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "rascade/atlas/alteration_facts.hpp"
#include "rascade/atlas/cite.hpp"
#include "rascade/atlas/questions.hpp"
#include "rascade/atlas/statements.hpp"
#include "rascade/atlas/tumour_fit.hpp"
#include "rascade/atlas/wording.hpp"
#include "rascade/base/text.hpp"

namespace rascade::atlas {
namespace {

struct Asked {
  std::string gene;  // symbol; empty: any
  std::string variant;
};

/// Gene and change, parted by a colon, a blank or a dash; a change alone leaves the gene open.
Checked<Asked> parse(const NameIndex& index, std::string_view text)
{
  text = trim(text);
  for (const char separator : {':', ' ', '-'}) {
    const std::size_t at = text.find(separator);
    if (at == std::string_view::npos) continue;
    const std::string gene = index.gene(text.substr(0, at));
    const std::string change = short_variant(text.substr(at + 1));
    if (!gene.empty()) return Asked{gene, change};
    if (is_protein_variant(change)) return index.unknown(Subject::gene, text.substr(0, at));
  }
  return Asked{"", short_variant(text)};
}

bool carries(const knowledge::Alteration& row, const Asked& asked)
{
  const bool has_gene = asked.gene.empty() || std::find(row.genes.begin(), row.genes.end(),
                                                        asked.gene) != row.genes.end();
  const std::string wanted = plain(asked.variant);
  const bool has_change = wanted == plain(short_variant(row.variant)) ||
                          wanted == plain(short_variant(row.hgvs)) || wanted == plain(row.id) ||
                          (wanted == plain(row.kind) && !is_protein_variant(row.variant));
  return has_gene && has_change;
}

class VariantReader {
 public:
  VariantReader(const knowledge::Knowledge& tables, Asked asked)
      : tables_(tables), asked_(std::move(asked))
  {
    for (const knowledge::Alteration& row : tables_.alterations) {
      if (carries(row, asked_)) rows_.push_back(&row);
    }
    for (const knowledge::Variant& variant : tables_.variants) {
      const bool has_gene = asked_.gene.empty() || variant.gene == asked_.gene;
      if (has_gene && tables_.find_variant(variant.gene, asked_.variant) == &variant) {
        effects_.push_back(&variant);
      }
    }
  }

  Checked<Answer> run()
  {
    const std::set<std::string> genes = genes_of_rows();
    if (genes.empty()) return unknown();
    if (asked_.gene.empty() && genes.size() > 1) {
      return Diagnostic{
          Severity::error,
          "E2205",
          {"atlas", 0, 0, 0},
          fmt::format("'{}' occurs in several genes: {}", asked_.variant, fmt::join(genes, ", ")),
          fmt::format("Name the gene: rascade atlas variant {}:{}", *genes.begin(),
                      asked_.variant)};
    }
    asked_.gene = *genes.begin();
    Answer answer;
    answer.question = fmt::format("variant {}:{}", asked_.gene, asked_.variant);
    answer.title = fmt::format("{} {}", asked_.gene, asked_.variant);
    summarise(answer);
    Section rows = alterations(tables_, "What is described",
                               [this](const auto& row) { return is_one(row) ? 1 : 0; });
    add_section(answer, std::move(rows));
    add_section(answer, effects());
    const Section claims = statements(tables_, "Statements about it",
                                      [this](const auto& claim) { return about(claim); });
    add_section(answer, claims);
    add_section(answer, contradictions(tables_, {answer.title}, ids_of(claims)));
    if (cited_keys(answer).empty()) add_line(answer, {"Source", "none is given"});
    return answer;
  }

 private:
  std::set<std::string> genes_of_rows() const
  {
    std::set<std::string> genes;
    if (!asked_.gene.empty() && (!rows_.empty() || !effects_.empty())) return {asked_.gene};
    for (const knowledge::Alteration* row : rows_)
      genes.insert(fmt::format("{}", fmt::join(row->genes, "/")));
    for (const knowledge::Variant* variant : effects_) genes.insert(variant->gene);
    return genes;
  }

  Diagnostic unknown() const
  {
    std::vector<std::string> known;
    for (const knowledge::Alteration& row : tables_.alterations) {
      const bool has_gene =
          std::find(row.genes.begin(), row.genes.end(), asked_.gene) != row.genes.end();
      if ((asked_.gene.empty() || has_gene) && !row.variant.empty() &&
          std::find(known.begin(), known.end(), row.variant) == known.end()) {
        known.push_back(row.variant);
      }
    }
    return {Severity::error,
            "E2204",
            {"atlas", 0, 0, 0},
            fmt::format("nothing is known of '{}'{}", asked_.variant,
                        asked_.gene.empty() ? "" : " in " + asked_.gene),
            suggest(asked_.variant, known)};
  }

  void summarise(Answer& answer) const
  {
    std::vector<std::string> resists, spares;
    const auto add = [](std::vector<std::string>& all, const std::vector<std::string>& more) {
      for (const std::string& one : more) {
        if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
      }
    };
    std::string hgvs;
    for (const knowledge::Alteration* row : rows_) {
      add(resists, row->resists);
      add(spares, row->sensitive);
      if (hgvs.empty()) hgvs = row->hgvs;
    }
    std::vector<std::string> both;
    for (const std::string& one : resists) {
      if (std::find(spares.begin(), spares.end(), one) != spares.end()) both.push_back(one);
    }
    add_line(answer, {"HGVS", hgvs});
    add_line(answer, {"Resists", therapy_list(tables_, resists)});
    add_line(answer, {"Sensitive", therapy_list(tables_, spares)});
    if (!both.empty()) add_line(answer, {"Sources differ", "on " + therapy_list(tables_, both)});
    add_line(answer, {"Simulation", simulation()});
  }

  std::string simulation() const
  {
    if (!effects_.empty()) return "rascade list variants " + effects_.front()->name;
    for (const knowledge::Alteration* row : rows_) {
      if (!row->missing.empty())
        return "not possible yet: needs " + part_list(tables_, row->missing);
    }
    return "its effect is described for other variants only";
  }

  /// What the model changes for it, in the words of the table's notes where it has them.
  Section effects() const
  {
    Section section{"As it is modelled", {}};
    for (const knowledge::Variant* variant : effects_) {
      for (const knowledge::VariantEffect& effect : variant->effects) {
        const knowledge::Quantity& q = effect.quantity;
        Fact fact;
        fact.title = effect.parameter;
        fact.direction =
            fmt::format("{} {:g} [{:g}, {:g}]", effect.change == knowledge::Change::set ? "=" : "×",
                        q.value, q.low, q.high);
        fact.text = q.origin.note;
        if (!effect.drug.empty()) {
          const knowledge::Mechanism* mechanism = tables_.find_mechanism(effect.drug);
          fact.context = mechanism == nullptr ? effect.drug : mechanism->label;
        }
        fact.evidence = knowledge::to_string(q.origin.grade);
        fact.refs = resolved(tables_, {q.origin.source});
        section.facts.push_back(std::move(fact));
      }
    }
    return section;
  }

  bool is_one(const knowledge::Alteration& row) const
  {
    return std::find(rows_.begin(), rows_.end(), &row) != rows_.end();
  }

  /// 2: the variant is an arm; 1: the context carries it.
  int about(const knowledge::Claim& claim) const
  {
    for (const std::string& token : all_tokens(claim)) {
      for (const knowledge::Alteration* row : rows_) {
        if (token == "mut:" + row->id) return 2;
      }
    }
    const bool is_context =
        is_protein_variant(asked_.variant) && mentions(claim.context, asked_.gene + asked_.variant);
    return is_context ? 1 : 0;
  }

  const knowledge::Knowledge& tables_;
  Asked asked_;
  std::vector<const knowledge::Alteration*> rows_;
  std::vector<const knowledge::Variant*> effects_;
};

}  // namespace

Checked<Answer> answer_variant(const NameIndex& index, const knowledge::Knowledge& tables,
                               const std::string& text)
{
  const Checked<Asked> asked = parse(index, text);
  if (!asked) return asked.diagnostics();
  return VariantReader(tables, *asked).run();
}

}  // namespace rascade::atlas
