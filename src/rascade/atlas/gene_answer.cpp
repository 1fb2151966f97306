// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>

#include "rascade/atlas/alteration_facts.hpp"
#include "rascade/atlas/cite.hpp"
#include "rascade/atlas/questions.hpp"
#include "rascade/atlas/regulator_facts.hpp"
#include "rascade/atlas/statements.hpp"
#include "rascade/atlas/wording.hpp"

namespace rascade::atlas {
namespace {

class GeneReader {
 public:
  GeneReader(const NameIndex& index, const knowledge::Knowledge& tables, std::string symbol,
             const knowledge::Node* node)
      : index_(index), tables_(tables), symbol_(std::move(symbol))
  {
    names_.push_back(symbol_);
    if (node != nullptr) take(*node);
    for (const knowledge::Node& one : tables_.nodes) {
      const bool is_its = std::find(one.genes.begin(), one.genes.end(), symbol_) != one.genes.end();
      if (&one != node && !symbol_.empty() && is_its) take(one);
    }
  }

  Answer run()
  {
    answer_.question = "gene " + (symbol_.empty() ? nodes_.front()->name : symbol_);
    answer_.title = title();
    roles();
    neighbours("Activates", '+', true);
    neighbours("Inhibits", '-', true);
    neighbours("Unclear on", '?', true);
    neighbours("Activated by", '+', false);
    neighbours("Inhibited by", '-', false);
    neighbours("Unclear from", '?', false);
    add_section(answer_, changed());
    add_section(answer_, therapies());
    add_section(answer_, regulators());
    const Section claims = statements(tables_, "Statements about it",
                                      [this](const auto& claim) { return about(claim); });
    add_section(answer_, claims);
    add_section(answer_, contradictions(tables_, names_, ids_of(claims)));
    if (cited_keys(answer_).empty()) add_line(answer_, {"Source", "none is given"});
    return std::move(answer_);
  }

 private:
  void take(const knowledge::Node& node)
  {
    nodes_.push_back(&node);
    names_.push_back(node.name);
  }

  std::string title() const
  {
    if (symbol_.empty()) return nodes_.front()->name;
    for (const knowledge::GeneSymbol& gene : tables_.gene_symbols) {
      if (gene.symbol != symbol_) continue;
      std::string text = symbol_ + ", " + gene.name;
      if (!gene.synonyms.empty()) text += fmt::format(" ({})", fmt::join(gene.synonyms, ", "));
      return text;
    }
    return symbol_;
  }

  bool is_named(std::string_view text) const
  {
    return std::any_of(names_.begin(), names_.end(),
                       [&](const std::string& name) { return mentions(text, name); });
  }

  /// The first node in full; the others, its forms and complexes, by name.
  void roles()
  {
    if (nodes_.empty()) return;
    const knowledge::Node& node = *nodes_.front();
    const std::string where = node.compartment.empty() ? "" : ", " + node.compartment;
    add_line(answer_, {"Role", fmt::format("{} ({}{}): {}", node.name, node.kind, where, node.role),
                       resolved(tables_, node.refs)});
    std::vector<std::string> forms;
    for (std::size_t i = 1; i < nodes_.size(); ++i) forms.push_back(nodes_[i]->name);
    add_line(answer_, {"Forms", listed(forms)});
  }

  bool is_own(const std::string& name) const
  {
    return std::any_of(nodes_.begin(), nodes_.end(),
                       [&](const knowledge::Node* node) { return node->name == name; });
  }

  void neighbours(const char* label, char sign, bool is_downstream)
  {
    std::vector<std::string> names, refs;
    for (const knowledge::Node* node : nodes_) {
      for (const knowledge::Edge& edge : tables_.edges) {
        const std::string& mine = is_downstream ? edge.from : edge.to;
        const std::string& other = is_downstream ? edge.to : edge.from;
        if (mine != node->name || edge.sign != sign || is_own(other)) continue;
        // The form matters: what activates one form may use up another.
        const bool is_form = node != nodes_.front();
        names.push_back(is_form ? fmt::format("{} ({})", other, node->name) : other);
        std::copy(edge.refs.begin(), edge.refs.end(), std::back_inserter(refs));
      }
    }
    add_line(answer_, {label, listed(names), resolved(tables_, refs)});
  }

  Section changed() const
  {
    return alterations(tables_, "Alterations", [this](const knowledge::Alteration& a) {
      return std::find(a.genes.begin(), a.genes.end(), symbol_) != a.genes.end() &&
             !symbol_.empty();
    });
  }

  Section therapies() const
  {
    Section section{"Therapies that act on it", {}};
    for (const knowledge::Therapy& therapy : tables_.therapies) {
      if (!is_named(therapy.target)) continue;
      Fact fact;
      fact.id = therapy.id;
      fact.title = therapy_words(tables_, therapy.id);
      fact.text = therapy.action;
      fact.context = cancer_list(tables_, therapy.cancers);
      fact.evidence = therapy.phase.empty() ? std::string("stage not given") : therapy.phase;
      fact.refs = resolved(tables_, therapy.refs);
      section.facts.push_back(std::move(fact));
    }
    return section;
  }

  Section regulators() const
  {
    Section section{"As a regulator of resistance", {}};
    for (const knowledge::Regulator& regulator : tables_.regulators) {
      if (is_named(regulator.id) || is_named(regulator.name)) {
        section.facts.push_back(fact_of(index_, tables_, regulator));
      }
    }
    return section;
  }

  /// 2: it is changed; 1: it is read.
  int about(const knowledge::Claim& claim) const
  {
    for (const std::string& token : all_tokens(claim)) {
      const std::size_t colon = token.find(':');
      if (colon == std::string::npos) continue;
      const std::string name = token.substr(colon + 1);
      if (token.starts_with("mut:") ? is_alteration(name) : is_named(name)) return 2;
    }
    return is_named(claim.readout) ? 1 : 0;
  }

  bool is_alteration(const std::string& id) const
  {
    const auto found = std::find_if(tables_.alterations.begin(), tables_.alterations.end(),
                                    [&](const auto& alteration) { return alteration.id == id; });
    return found != tables_.alterations.end() &&
           std::find(found->genes.begin(), found->genes.end(), symbol_) != found->genes.end();
  }

  const NameIndex& index_;
  const knowledge::Knowledge& tables_;
  std::string symbol_;  // empty: a node that is no gene
  std::vector<const knowledge::Node*> nodes_;
  std::vector<std::string> names_;
  Answer answer_;
};

}  // namespace

Checked<Answer> answer_gene(const NameIndex& index, const knowledge::Knowledge& tables,
                            const std::string& name)
{
  const std::string symbol = index.gene(name);
  const knowledge::Node* named = index.node(name);
  const knowledge::Node* node = named == nullptr && !symbol.empty() ? index.node(symbol) : named;
  if (symbol.empty() && node == nullptr) return index.unknown(Subject::gene, name);
  return GeneReader(index, tables, symbol, node).run();
}

}  // namespace rascade::atlas
