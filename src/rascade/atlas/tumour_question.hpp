// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rascade/atlas/names.hpp"
#include "rascade/atlas/tumour_fit.hpp"
#include "rascade/base/checked.hpp"

namespace rascade::atlas {

/// `sotorasib + trametinib @ CRC KRAS p.G12C`: therapies in a tumour.
struct TumourQuestion {
  std::vector<std::string> therapies;  // ids
  Tumour tumour;
};

/// Reads such a question; the tumour may be left out. A tumour is a cancer type and genes, each
/// with a variant or without (`KRAS`, `KRAS mutant`). Reports unknown therapies and tumours (E2201,
/// E2202) and a question without a therapy (E2203).
[[nodiscard]] Checked<TumourQuestion> parse_tumour_question(const NameIndex& index,
                                                            std::string_view text);

/// In words: `CRC, KRAS G12C`; `any tumour`.
[[nodiscard]] std::string describe(const knowledge::Knowledge& tables, const Tumour& tumour);

}  // namespace rascade::atlas
