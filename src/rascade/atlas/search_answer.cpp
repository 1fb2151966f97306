// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "rascade/atlas/alteration_facts.hpp"
#include "rascade/atlas/cite.hpp"
#include "rascade/atlas/questions.hpp"
#include "rascade/atlas/regulator_facts.hpp"
#include "rascade/atlas/statements.hpp"
#include "rascade/atlas/wording.hpp"
#include "rascade/base/text.hpp"

namespace rascade::atlas {
namespace {

class Search {
 public:
  Search(const NameIndex& index, const knowledge::Knowledge& tables, const std::string& text)
      : index_(index), tables_(tables)
  {
    const std::string lower = to_lower(text);
    for (const std::string_view word : split(lower, ' ')) {
      if (!trim(word).empty()) words_.emplace_back(trim(word));
    }
  }

  Answer run()
  {
    therapies();
    rows("Alterations", tables_.alterations, [this](const auto& row) {
      return std::pair{fact_of(tables_, row), listed(row.genes) + " " + row.hgvs};
    });
    rows("Regulators", tables_.regulators, [this](const auto& row) {
      return std::pair{fact_of(index_, tables_, row), row.level + " " + listed(row.acts_on)};
    });
    rows("Statements", tables_.claims.claims, [this](const auto& row) {
      return std::pair{fact_of(tables_, row), row.section + " " + row.note};
    });
    nodes();
    genes_and_cancers();
    figures();
    conflicts();
    rows("References", tables_.references, [this](const auto& row) {
      const Citation citation = cite(tables_, row.key);
      Fact fact;
      fact.title = citation.key;
      fact.text = citation.text;
      fact.refs = {citation.key};
      return std::pair{fact, std::string()};
    });
    return std::move(answer_);
  }

 private:
  bool holds_all(const std::string& text) const
  {
    const std::string lower = to_lower(text);
    return std::all_of(words_.begin(), words_.end(), [&](const std::string& word) {
      return lower.find(word) != std::string::npos;
    });
  }

  /// @param describe  gives a row's fact, and what else of it is searched
  template <class Row, class Describe>
  void rows(const char* title, const std::vector<Row>& table, const Describe& describe)
  {
    Section section{title, {}};
    for (const Row& row : table) {
      auto [fact, rest] = describe(row);
      std::string all = fact.id + " " + fact.title + " " + fact.direction + " " + fact.text + " " +
                        fact.context + " " + fact.evidence + " " + fact.counter + " " + fact.note +
                        " " + rest;
      for (const std::string& one : fact.against) all += " " + one;
      if (holds_all(all)) section.facts.push_back(std::move(fact));
    }
    add_section(answer_, std::move(section));
  }

  void therapies()
  {
    rows("Therapies", tables_.therapies, [this](const knowledge::Therapy& row) {
      Fact fact;
      fact.id = row.id;
      fact.title = therapy_words(tables_, row.id);
      fact.text = row.action;
      fact.context = cancer_list(tables_, row.cancers);
      fact.evidence = row.phase;
      fact.refs = resolved(tables_, row.refs);
      return std::pair{fact, listed(row.synonyms) + " " + row.target + " " + row.outcomes + " " +
                                 row.note + " " + listed(row.trials) + " " + row.sponsor};
    });
  }

  void nodes()
  {
    rows("Network", tables_.nodes, [this](const knowledge::Node& row) {
      Fact fact;
      fact.title = row.name;
      fact.text = row.role;
      fact.context = row.compartment;
      fact.refs = resolved(tables_, row.refs);
      return std::pair{fact, listed(row.genes)};
    });
  }

  void genes_and_cancers()
  {
    rows("Genes", tables_.gene_symbols, [](const knowledge::GeneSymbol& row) {
      Fact fact;
      fact.title = row.symbol;
      fact.text = row.name;
      return std::pair{fact, listed(row.synonyms)};
    });
    rows("Cancer types", tables_.cancer_types, [](const knowledge::CancerType& row) {
      Fact fact;
      fact.title = row.code;
      fact.text = row.name;
      return std::pair{fact, listed(row.synonyms)};
    });
  }

  void figures()
  {
    rows("Figures", tables_.figures, [this](const knowledge::Figure& row) {
      Fact fact;
      fact.id = row.id;
      fact.title = fmt::format("{} {}", row.value, row.unit);
      fact.text = row.what;
      fact.context = row.context;
      fact.refs = resolved(tables_, row.refs);
      return std::pair{fact, row.section};
    });
  }

  void conflicts()
  {
    rows("Conflicting statements", tables_.conflicts, [this](const knowledge::Conflict& row) {
      return std::pair{fact_of(tables_, row), row.kind};
    });
  }

  const NameIndex& index_;
  const knowledge::Knowledge& tables_;
  std::vector<std::string> words_;
  Answer answer_;
};

}  // namespace

Checked<Answer> answer_search(const NameIndex& index, const knowledge::Knowledge& tables,
                              const std::string& text)
{
  Answer answer = Search(index, tables, text).run();
  if (answer.sections.empty() || trim(text).empty()) {
    return Diagnostic{Severity::error,
                      "E2206",
                      {"atlas", 0, 0, 0},
                      fmt::format("no row holds '{}'", text),
                      "Use fewer or shorter words; a part of a word is enough."};
  }
  answer.question = "search " + text;
  answer.title = fmt::format("Rows that hold '{}'", text);
  return answer;
}

}  // namespace rascade::atlas
