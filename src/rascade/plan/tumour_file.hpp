// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rascade/base/checked.hpp"
#include "rascade/knowledge/knowledge.hpp"
#include "rascade/pathway/cell.hpp"

namespace rascade::plan {

/// A patient's tumour as its file describes it, every name resolved.
struct TumourCase {
  std::string file;
  std::string name;
  pathway::Cell cell;
  std::vector<std::string> genotype;               // as people write it, e.g. "KRAS G12C"
  std::vector<std::string> environment;            // levels that are not normal
  std::vector<const knowledge::Drug*> treatment;   // the arm to be judged; may be empty
  std::vector<const knowledge::Drug*> prior;       // never proposed again
  std::optional<double> cells;                     // of the measured lesions at the start
};

/// Reads a tumour file (TOML). Keys: name, cancer, genotype, treatment, prior, cells; tables copies,
/// receptors, environment. Reports E0901 (not TOML), E0902 (unknown key), E0903 (wrong kind of
/// value), E0904 (unknown name), E0905 (value out of range), all at once where possible.
[[nodiscard]] Checked<TumourCase> read_tumour(std::string_view text, const std::string& file,
                                              const knowledge::Knowledge& knowledge);

/// The drug of that name; E0904 with the nearest one otherwise.
[[nodiscard]] Checked<const knowledge::Drug*> find_drug(const knowledge::Knowledge& knowledge,
                                                        std::string_view name, const Span& span);

/// A commented file to start from, naming the cancer types, genes and drugs that exist.
[[nodiscard]] std::string tumour_template(const knowledge::Knowledge& knowledge);

}  // namespace rascade::plan
