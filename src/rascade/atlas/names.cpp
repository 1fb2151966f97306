// SPDX-License-Identifier: MIT
#include "rascade/atlas/names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "rascade/base/text.hpp"

namespace rascade::atlas {
namespace {

struct SubjectWords {
  const char* command;  // of `rascade atlas`; null: none
  const char* singular;
  const char* plural;
};

constexpr std::array<SubjectWords, 5> subject_words{{{"drug", "a therapy", "therapy"},
                                                     {"gene", "a gene", "gene"},
                                                     {"gene", "a node", "node"},
                                                     {"regulator", "a regulator", "regulator"},
                                                     {nullptr, "a cancer type", "cancer type"}}};

bool is_letter_or_digit(char c)
{
  const bool is_outside_ascii = static_cast<unsigned char>(c) > 127;
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         is_outside_ascii;
}

bool is_separator(char c)
{
  return std::string_view(" \t;,/:()[]+-").find(c) != std::string_view::npos;
}

}  // namespace

std::string plain(std::string_view name)
{
  std::string text = to_lower(name);
  text.erase(
      std::remove_if(text.begin(), text.end(), [](char c) { return !is_letter_or_digit(c); }),
      text.end());
  return text;
}

std::vector<std::string> words_of(std::string_view text)
{
  std::vector<std::string> words;
  bool is_new = true;
  for (const char c : text) {
    if (is_separator(c)) {
      is_new = true;
      continue;
    }
    if (is_new) words.emplace_back();
    is_new = false;
    words.back() += c;
  }
  return words;
}

bool mentions(std::string_view text, std::string_view name)
{
  const std::string wanted = plain(name);
  if (wanted.empty()) return false;
  const std::vector<std::string> words = words_of(text);
  for (std::size_t first = 0; first < words.size(); ++first) {
    std::string joined;
    for (std::size_t i = first; i < words.size() && joined.size() < wanted.size(); ++i) {
      joined += plain(words[i]);
    }
    if (joined == wanted) return true;
  }
  return false;
}

NameIndex::NameIndex(const knowledge::Knowledge& tables) : tables_(tables)
{
  const auto& k = tables_;
  // Own names first: a synonym never hides another row's own name.
  for (std::size_t i = 0; i < k.therapies.size(); ++i) {
    add(Subject::therapy, k.therapies[i].name, i);
    add(Subject::therapy, k.therapies[i].id, i);
  }
  for (std::size_t i = 0; i < k.regulators.size(); ++i) {
    add(Subject::regulator, k.regulators[i].name, i);
    add(Subject::regulator, k.regulators[i].id, i);
  }
  for (std::size_t i = 0; i < k.cancer_types.size(); ++i) {
    add(Subject::cancer, k.cancer_types[i].code, i);
    add(Subject::cancer, k.cancer_types[i].name, i);
  }
  for (std::size_t i = 0; i < k.nodes.size(); ++i) add(Subject::node, k.nodes[i].name, i);
  for (std::size_t i = 0; i < k.therapies.size(); ++i) {
    for (const std::string& name : k.therapies[i].synonyms) add(Subject::therapy, name, i);
  }
  for (std::size_t i = 0; i < k.cancer_types.size(); ++i) {
    for (const std::string& name : k.cancer_types[i].synonyms) add(Subject::cancer, name, i);
  }
  add_drugs();
  add_genes();
}

void NameIndex::add(Subject subject, const std::string& name, std::size_t row)
{
  Names& names = names_[static_cast<std::size_t>(subject)];
  const std::string key = plain(name);
  if (!key.empty() && names.rows.emplace(key, row).second) names.spelled.push_back(name);
}

/// A drug of the model names the therapy it is or, if it is none itself, the class it stands for.
void NameIndex::add_drugs()
{
  for (const knowledge::Drug& drug : tables_.drugs) {
    const auto stands_for = [&](const char* kind) {
      return std::find_if(tables_.therapies.begin(), tables_.therapies.end(),
                          [&](const auto& t) { return t.drug == drug.name && t.kind == kind; });
    };
    auto therapy = stands_for("agent");
    if (therapy == tables_.therapies.end()) therapy = stands_for("class");
    if (therapy == tables_.therapies.end()) continue;
    const auto row = static_cast<std::size_t>(therapy - tables_.therapies.begin());
    add(Subject::therapy, drug.name, row);
    for (const std::string& name : drug.synonyms) add(Subject::therapy, name, row);
  }
}

void NameIndex::add_genes()
{
  const auto add_symbol = [this](const std::string& symbol) {
    if (names_[static_cast<std::size_t>(Subject::gene)].rows.contains(plain(symbol))) return;
    symbols_.push_back(symbol);
    add(Subject::gene, symbol, symbols_.size() - 1);
  };
  for (const auto& gene : tables_.gene_symbols) add_symbol(gene.symbol);
  for (const auto& node : tables_.nodes)
    std::for_each(node.genes.begin(), node.genes.end(), add_symbol);
  for (const auto& alteration : tables_.alterations) {
    std::for_each(alteration.genes.begin(), alteration.genes.end(), add_symbol);
  }
  for (const auto& gene : tables_.genes) add_symbol(gene.name);
  for (std::size_t i = 0; i < tables_.gene_symbols.size(); ++i) {
    add(Subject::gene, tables_.gene_symbols[i].name, i);
    for (const std::string& name : tables_.gene_symbols[i].synonyms) add(Subject::gene, name, i);
  }
  // A node of one gene is another name of that gene.
  for (const auto& node : tables_.nodes) {
    if (node.genes.size() != 1) continue;
    const auto row = find(Subject::gene, node.genes.front());
    if (row) add(Subject::gene, node.name, *row);
  }
}

std::optional<std::size_t> NameIndex::find(Subject subject, std::string_view name) const
{
  const auto& rows = names_[static_cast<std::size_t>(subject)].rows;
  const auto found = rows.find(plain(name));
  if (found == rows.end()) return std::nullopt;
  return found->second;
}

const knowledge::Therapy* NameIndex::therapy(std::string_view name) const
{
  const auto row = find(Subject::therapy, name);
  return row ? &tables_.therapies[*row] : nullptr;
}

const knowledge::Regulator* NameIndex::regulator(std::string_view name) const
{
  if (const auto row = find(Subject::regulator, name)) return &tables_.regulators[*row];
  // A regulator is also called what its gene is called.
  const std::string symbol = gene(name);
  if (symbol.empty()) return nullptr;
  for (const knowledge::Regulator& regulator : tables_.regulators) {
    if (gene(regulator.id) == symbol || gene(regulator.name) == symbol) return &regulator;
  }
  return nullptr;
}

const knowledge::Node* NameIndex::node(std::string_view name) const
{
  const auto row = find(Subject::node, name);
  return row ? &tables_.nodes[*row] : nullptr;
}

const knowledge::CancerType* NameIndex::cancer(std::string_view name) const
{
  const auto row = find(Subject::cancer, name);
  return row ? &tables_.cancer_types[*row] : nullptr;
}

std::string NameIndex::gene(std::string_view name) const
{
  const auto row = find(Subject::gene, name);
  return row ? symbols_[*row] : std::string();
}

Diagnostic NameIndex::unknown(Subject subject, std::string_view name) const
{
  const SubjectWords& wanted = subject_words[static_cast<std::size_t>(subject)];
  Diagnostic mistake{Severity::error,
                     "E2201",
                     {"atlas", 0, 0, 0},
                     fmt::format("no {} is called '{}'", wanted.plural, name),
                     ""};
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const bool is_other = find(static_cast<Subject>(i), name).has_value();
    if (!is_other || i == static_cast<std::size_t>(subject)) continue;
    mistake.hint = fmt::format("'{}' is {}", name, subject_words[i].singular);
    if (subject_words[i].command == nullptr) return mistake;
    mistake.hint += fmt::format(": rascade atlas {} '{}'", subject_words[i].command, name);
    return mistake;
  }
  std::vector<std::string> known = names_[static_cast<std::size_t>(subject)].spelled;
  if (subject == Subject::gene) {
    const auto& nodes = names_[static_cast<std::size_t>(Subject::node)].spelled;
    known.insert(known.end(), nodes.begin(), nodes.end());
  }
  mistake.hint = suggest(name, known);
  return mistake;
}

}  // namespace rascade::atlas
