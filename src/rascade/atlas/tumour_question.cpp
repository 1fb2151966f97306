// SPDX-License-Identifier: MIT
#include "rascade/atlas/tumour_question.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "rascade/atlas/wording.hpp"
#include "rascade/base/text.hpp"

namespace rascade::atlas {
namespace {

/// The most words of a cancer type's name that are tried.
constexpr std::size_t most_words = 6;

std::vector<std::string> blank_separated(std::string_view text)
{
  std::string flat(text);
  std::replace_if(
      flat.begin(), flat.end(),
      [](char c) { return c == ',' || c == ';' || c == ':' || c == '\t'; }, ' ');
  std::vector<std::string> words;
  for (const std::string_view word : split(flat, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

bool is_any_mutation(std::string_view word)
{
  return plain(word) == "mut" || plain(word) == "mutant" || plain(word) == "mutation" ||
         plain(word) == "mutated";
}

class TumourReader {
 public:
  TumourReader(const NameIndex& index, std::string_view text)
      : index_(index), words_(blank_separated(text))
  {
  }

  Checked<Tumour> run()
  {
    while (at_ < words_.size()) {
      if (take_filler() || take_cancer() || take_gene() || take_joined_allele()) continue;
      return unknown();
    }
    return tumour_;
  }

 private:
  /// `any tumour`: nothing is narrowed.
  bool take_filler()
  {
    const std::string word = plain(words_[at_]);
    if (word != "any" && word != "tumour" && word != "tumor") return false;
    ++at_;
    return true;
  }

  bool take_cancer()
  {
    for (std::size_t n = std::min(most_words, words_.size() - at_); n > 0; --n) {
      std::string name;
      for (std::size_t i = at_; i < at_ + n; ++i) name += words_[i];
      const knowledge::CancerType* cancer = index_.cancer(name);
      if (cancer == nullptr) continue;
      tumour_.cancer = cancer->code;
      at_ += n;
      return true;
    }
    return false;
  }

  bool take_gene()
  {
    const std::string gene = index_.gene(words_[at_]);
    if (gene.empty()) return false;
    ++at_;
    std::string variant;
    if (at_ < words_.size() && is_any_mutation(words_[at_])) {
      ++at_;
    } else if (at_ < words_.size() && !stands_alone(words_[at_])) {
      variant = short_variant(words_[at_++]);
    }
    tumour_.alleles.push_back({gene, variant});
    return true;
  }

  /// KRAS-G12C, KRAS-mutant.
  bool take_joined_allele()
  {
    const std::size_t dash = words_[at_].find('-');
    if (dash == std::string::npos) return false;
    const std::string gene = index_.gene(words_[at_].substr(0, dash));
    const std::string rest = words_[at_].substr(dash + 1);
    if (gene.empty() || rest.empty()) return false;
    tumour_.alleles.push_back({gene, is_any_mutation(rest) ? std::string() : short_variant(rest)});
    ++at_;
    return true;
  }

  bool stands_alone(const std::string& word) const
  {
    return index_.cancer(word) != nullptr || !index_.gene(word).empty();
  }

  Checked<Tumour> unknown() const
  {
    Diagnostic mistake = index_.unknown(Subject::cancer, words_[at_]);
    mistake.code = "E2202";
    mistake.message = fmt::format("'{}' is neither a cancer type nor a gene", words_[at_]);
    return mistake;
  }

  const NameIndex& index_;
  std::vector<std::string> words_;
  std::size_t at_ = 0;
  Tumour tumour_;
};

}  // namespace

Checked<TumourQuestion> parse_tumour_question(const NameIndex& index, std::string_view text)
{
  const std::size_t at = text.find('@');
  TumourQuestion question;
  std::vector<Diagnostic> mistakes;
  for (const std::string_view part : split(text.substr(0, at), '+')) {
    const std::string_view name = trim(part);
    if (name.empty()) continue;
    if (const knowledge::Therapy* therapy = index.therapy(name)) {
      question.therapies.push_back(therapy->id);
    } else {
      mistakes.push_back(index.unknown(Subject::therapy, name));
    }
  }
  if (question.therapies.empty() && mistakes.empty()) {
    mistakes.push_back({Severity::error,
                        "E2203",
                        {"atlas", 0, 0, 0},
                        "the question names no therapy",
                        "Write it as 'therapy @ tumour', the tumour as cancer type and genes."});
  }
  if (at != std::string_view::npos) {
    const Checked<Tumour> tumour = TumourReader(index, text.substr(at + 1)).run();
    if (tumour) {
      question.tumour = *tumour;
    } else {
      mistakes.insert(mistakes.end(), tumour.diagnostics().begin(), tumour.diagnostics().end());
    }
  }
  if (!mistakes.empty()) return mistakes;
  return question;
}

std::string describe(const knowledge::Knowledge& tables, const Tumour& tumour)
{
  std::string text = tumour.cancer.empty() ? "" : cancer_list(tables, {tumour.cancer});
  for (const Tumour::Allele& allele : tumour.alleles) {
    if (!text.empty()) text += ", ";
    text += allele.gene + " " + (allele.variant.empty() ? "mutant" : allele.variant);
  }
  return text.empty() ? "any tumour" : text;
}

}  // namespace rascade::atlas
