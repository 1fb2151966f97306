// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rascade/knowledge/knowledge.hpp"

namespace rascade::atlas {

/// `a, b, c`.
[[nodiscard]] std::string listed(const std::vector<std::string>& items);

/// A therapy or combination by name: `SOS1 inhibitors + trametinib`; ids no row has stay as they
/// are.
[[nodiscard]] std::string therapy_words(const knowledge::Knowledge& tables,
                                        std::string_view combination);
[[nodiscard]] std::string therapy_list(const knowledge::Knowledge& tables,
                                       const std::vector<std::string>& combinations);

/// Cancer types by name; by their shortest other name (`CRC`, `NSCLC`) where that is long.
[[nodiscard]] std::string cancer_list(const knowledge::Knowledge& tables,
                                      const std::vector<std::string>& codes);

/// What an alteration is called: gene and variant, or gene and kind.
[[nodiscard]] std::string alteration_words(const knowledge::Alteration& alteration);

/// The parts without which nothing can be simulated, by label.
[[nodiscard]] std::string part_list(const knowledge::Knowledge& tables,
                                    const std::vector<std::string>& parts);

/// The tokens of an arm: `a + ko:B` gives a and ko:B; `none`, `vehicle` and `-` give none.
[[nodiscard]] std::vector<std::string> arm_tokens(std::string_view arm);

/// In words: `trametinib + loss of NF1`; `no treatment`.
[[nodiscard]] std::string arm_words(const knowledge::Knowledge& tables,
                                    const std::vector<std::string>& tokens);

/// A claim as a direction and a sentence: {"lower", "drug effect under sotorasib: with KRAS Y96D"}.
struct ClaimWords {
  std::string direction, sentence;
};
[[nodiscard]] ClaimWords claim_words(const knowledge::Knowledge& tables,
                                     const knowledge::Claim& claim);

}  // namespace rascade::atlas
