// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rascade/atlas/names.hpp"

namespace rascade::atlas {

/// A tumour as a question names it.
struct Tumour {
  struct Allele {
    std::string gene;     // HGNC symbol
    std::string variant;  // short form; empty: any mutation
  };
  std::string cancer;  // code of cancer_types.tsv; empty: any
  std::vector<Allele> alleles;
};

/// The cancer types that a text names, as codes; the longest name counts where several fit.
[[nodiscard]] std::vector<std::string> cancers_in(const NameIndex& index, std::string_view text);

/// 2: the same cancer, or one of it; 1: none is stated or asked; 0: another.
[[nodiscard]] int cancer_fit(const NameIndex& index, const std::string& asked,
                             const std::vector<std::string>& codes);

/// 2: the context names an allele of the tumour; 1: it names none, or only its gene; 0: others
/// only.
[[nodiscard]] int genotype_fit(const NameIndex& index, const std::vector<Tumour::Allele>& alleles,
                               std::string_view context);

/// p.Gly12Cys, p.G12C and G12C are one variant: the one-letter form without `p.`.
[[nodiscard]] std::string short_variant(std::string_view variant);

/// True for what looks like a letter, a number, and letters: G12C, V600E, E62K.
[[nodiscard]] bool is_protein_variant(std::string_view word);

}  // namespace rascade::atlas
