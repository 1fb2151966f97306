// SPDX-License-Identifier: MIT
#include "rascade/atlas/tumour_fit.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "rascade/base/text.hpp"

namespace rascade::atlas {
namespace {

constexpr std::array<std::pair<const char*, char>, 21> amino_acids{
    {{"ala", 'A'}, {"arg", 'R'}, {"asn", 'N'}, {"asp", 'D'}, {"cys", 'C'}, {"gln", 'Q'},
     {"glu", 'E'}, {"gly", 'G'}, {"his", 'H'}, {"ile", 'I'}, {"leu", 'L'}, {"lys", 'K'},
     {"met", 'M'}, {"phe", 'F'}, {"pro", 'P'}, {"ser", 'S'}, {"thr", 'T'}, {"trp", 'W'},
     {"tyr", 'Y'}, {"val", 'V'}, {"ter", '*'}}};

/// The most words that a cancer's name has.
constexpr std::size_t longest_name = 6;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

/// The letter of a one- or three-letter residue; 0 if it is none.
char residue(std::string_view text)
{
  if (text.size() == 1 && (is_letter(text[0]) || text[0] == '*')) return upper(text[0]);
  const std::string wanted = to_lower(text);
  const auto found = std::find_if(amino_acids.begin(), amino_acids.end(),
                                  [&](const auto& one) { return wanted == one.first; });
  return found == amino_acids.end() ? '\0' : found->second;
}

}  // namespace

std::string short_variant(std::string_view variant)
{
  std::string_view text = trim(variant);
  if (text.size() > 2 && (text.starts_with("p.") || text.starts_with("P."))) text.remove_prefix(2);
  const auto first = std::find_if(text.begin(), text.end(), is_digit);
  const auto last = std::find_if_not(first, text.end(), is_digit);
  const auto before = static_cast<std::size_t>(first - text.begin());
  const auto digits = static_cast<std::size_t>(last - first);
  const char from = residue(text.substr(0, before));
  const char to = first == text.end() ? '\0' : residue(text.substr(before + digits));
  if (from == '\0' || to == '\0') return std::string(text);
  return from + std::string(text.substr(before, digits)) + to;
}

bool is_protein_variant(std::string_view word)
{
  if (word.size() < 3 || !is_letter(word.front())) return false;
  const auto end = std::find_if_not(word.begin() + 1, word.end(), is_digit);
  return end != word.begin() + 1 && end + 1 == word.end() && (is_letter(*end) || *end == '*');
}

std::vector<std::string> cancers_in(const NameIndex& index, std::string_view text)
{
  std::vector<std::string> codes;
  const std::vector<std::string> words = words_of(text);
  for (std::size_t first = 0; first < words.size(); ++first) {
    for (std::size_t n = std::min(longest_name, words.size() - first); n > 0; --n) {
      std::string name;
      for (std::size_t i = first; i < first + n; ++i) name += words[i];
      const knowledge::CancerType* cancer = index.cancer(name);
      if (cancer == nullptr) continue;
      if (std::find(codes.begin(), codes.end(), cancer->code) == codes.end()) {
        codes.push_back(cancer->code);
      }
      first += n - 1;
      break;
    }
  }
  return codes;
}

int cancer_fit(const NameIndex& index, const std::string& asked,
               const std::vector<std::string>& codes)
{
  if (asked.empty() || codes.empty()) return 1;
  const auto is_within = [&index](std::string code, const std::string& outer) {
    // A chain of parents is short; the bound ends a circle in the table.
    for (int step = 0; step < 20 && !code.empty(); ++step) {
      if (code == outer) return true;
      const knowledge::CancerType* cancer = index.cancer(code);
      code = cancer == nullptr || cancer->parent == code ? std::string() : cancer->parent;
    }
    return false;
  };
  const bool fits = std::any_of(codes.begin(), codes.end(), [&](const std::string& code) {
    return is_within(code, asked) || is_within(asked, code);
  });
  return fits ? 2 : 0;
}

int genotype_fit(const NameIndex& index, const std::vector<Tumour::Allele>& alleles,
                 std::string_view context)
{
  if (alleles.empty()) return 1;
  const std::vector<std::string> words = words_of(context);
  bool names_gene = false, names_other = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string gene = index.gene(words[i]);
    if (gene.empty()) continue;
    const std::string next = i + 1 < words.size() ? short_variant(words[i + 1]) : std::string();
    const auto allele = std::find_if(alleles.begin(), alleles.end(),
                                     [&](const Tumour::Allele& a) { return a.gene == gene; });
    if (allele != alleles.end() && !next.empty() && plain(next) == plain(allele->variant)) return 2;
    const bool is_another = is_protein_variant(next) || plain(next) == "wt";
    if (allele == alleles.end() || (is_another && !allele->variant.empty())) {
      names_other = true;
    } else {
      names_gene = true;
    }
  }
  return names_other && !names_gene ? 0 : 1;
}

}  // namespace rascade::atlas
