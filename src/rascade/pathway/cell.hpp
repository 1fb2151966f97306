// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rascade/knowledge/knowledge.hpp"

namespace rascade::pathway {

/// An altered gene: one or more variants on the same copies, e.g. G12C and Y96D in cis.
struct Allele {
  std::string gene;
  std::vector<std::string> variants;
  double copies = 1;
};

/// What makes one cell differ from another: genotype and levels, never a hand-set rate.
struct Cell {
  std::string cancer;                              // OncoTree code, knowledge/cancers.tsv
  std::vector<Allele> alleles;
  std::map<std::string, double> wild_type_copies;  // gene -> copies left, where stated
  std::map<std::string, std::string> levels;       // parameter -> level, knowledge/levels.tsv
};

/// Proteins of one allele family that share their rates: a wild-type pool or one mutant allele.
struct Instance {
  struct Share {
    const knowledge::Gene* gene;
    double copies;
  };
  std::string name;    // identifier in the model, e.g. the pool's name or gene_variant
  std::string family;  // knowledge/genes.tsv
  std::vector<Share> shares;
  std::vector<const knowledge::Variant*> variants;  // empty: wild type
};

/// A model identifier made of any name: other characters become '_'.
[[nodiscard]] std::string identifier(std::string_view name);

/// Copies of the gene without alteration: as stated, else the gene's usual number less one for the
/// first altered copy.
[[nodiscard]] double wild_type_copies(const knowledge::Gene& gene, const Cell& cell);

/// Wild-type pools in the order of genes.tsv, then mutant alleles in the order of the cell; those
/// without copies are left out.
/// @pre genes and variants of the cell exist in `knowledge`
[[nodiscard]] std::vector<Instance> make_instances(const knowledge::Knowledge& knowledge,
                                                   const Cell& cell);

}  // namespace rascade::pathway
