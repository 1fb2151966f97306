// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "rascade/claims/result.hpp"

namespace rascade::claims {

/// A run over claims as it is written down.
struct Report {
  std::string knowledge_hash;
  std::uint64_t seed = 1;
  bool has_draws = false;
  std::vector<ClaimResult> results;
  std::size_t draws_admitted = 0, draws_tried = 0;  // over all cells
};

/// Misses first, then what was reproduced, what is not modelled, what is in no numerator.
[[nodiscard]] std::vector<const ClaimResult*> misses_first(const std::vector<ClaimResult>& results);

/// Counts, then the claims as a table. @param with_unmodelled  also those the model cannot show
[[nodiscard]] std::string to_text(const Report& report, bool with_unmodelled);

/// One line a claim: everything but the arms' values.
[[nodiscard]] std::string to_tsv(const Report& report);

/// id, status, label and robust share of each claim, for other programs and pages.
[[nodiscard]] std::string to_status_tsv(const Report& report);

/// "rascade-claims/1": also every arm's values.
[[nodiscard]] nlohmann::ordered_json to_json(const Report& report);

/// The page docs/claims.md: counts by level, section and part, then each section's claims.
[[nodiscard]] std::string to_page(const Report& report);

/// `b<a`-like line that says what the claim is: arms, read-out, expected relation.
[[nodiscard]] std::string describe(const knowledge::Claim& claim);

/// `46/50`; empty if no draws were made.
[[nodiscard]] std::string robust_text(const ClaimResult& result);

/// Why a claim is not reproduced, with the parts it waits for and why its row is doubted.
[[nodiscard]] std::string reason_text(const ClaimResult& result);

}  // namespace rascade::claims
