// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "rascade/atlas/answer.hpp"
#include "rascade/atlas/names.hpp"
#include "rascade/base/checked.hpp"

/// The questions that the atlas answers, each in a file of its own.
namespace rascade::atlas {

/// A therapy or a class: what it is, how far it has come, what resists it, what spares it, which
/// regulators answer to it, what is claimed of it, and whether it can be simulated. Reports E2201.
[[nodiscard]] Checked<Answer> answer_drug(const NameIndex& index,
                                          const knowledge::Knowledge& tables,
                                          const std::string& name);

/// A gene or a node of the network: what it acts on and what acts on it, its alterations, therapies
/// that hit it, claims. Reports E2201.
[[nodiscard]] Checked<Answer> answer_gene(const NameIndex& index,
                                          const knowledge::Knowledge& tables,
                                          const std::string& name);

/// `KRAS:Y96D`, `KRAS p.Tyr96Asp`, `p.Y96D`, `NF1 loss`. Reports an unknown gene (E2201), a variant
/// that no row describes (E2204), and a variant of several genes asked without one (E2205).
[[nodiscard]] Checked<Answer> answer_variant(const NameIndex& index,
                                             const knowledge::Knowledge& tables,
                                             const std::string& text);

/// An adaptive regulator. Reports E2201.
[[nodiscard]] Checked<Answer> answer_regulator(const NameIndex& index,
                                               const knowledge::Knowledge& tables,
                                               const std::string& name);

/// `therapy @ tumour`: the ways in which this tumour escapes, ranked by the firmness of the
/// evidence, then by how well therapy, cancer and genotype fit, then by the number of sources.
/// Reports E2201 to E2203.
[[nodiscard]] Checked<Answer> answer_escape(const NameIndex& index,
                                            const knowledge::Knowledge& tables,
                                            const std::string& text);

/// `therapy @ tumour`: partners for the therapy, ranked by the same rule.
[[nodiscard]] Checked<Answer> answer_combine(const NameIndex& index,
                                             const knowledge::Knowledge& tables,
                                             const std::string& text);

/// Every row that holds all words of the text, by table. Reports E2206 if there is none.
[[nodiscard]] Checked<Answer> answer_search(const NameIndex& index,
                                            const knowledge::Knowledge& tables,
                                            const std::string& text);

}  // namespace rascade::atlas
