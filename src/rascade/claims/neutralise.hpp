// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rascade/claims/bench.hpp"
#include "rascade/claims/scenario.hpp"

namespace rascade::claims {

/// A quantity in the models of a claim whose source the claim cites, and its neutral value in the
/// quantity's own unit.
struct OwnQuantity {
  const knowledge::Quantity* quantity;
  double neutral;
};

/// Quantities of the scenario's models and changes whose source is the same row of references.tsv as
/// one of the claim's; each once. @pre the models were prepared and could be assembled
[[nodiscard]] std::vector<OwnQuantity> own_quantities(const Bench& bench, const Scenario& scenario);

/// The central draw but for one quantity.
[[nodiscard]] pathway::Draw draw_without(const pathway::Catalogue& catalogue, const OwnQuantity& own);

/// Every source of the scenario's models, drugs and changes, and the claim's references: keys of
/// references.tsv, sorted.
[[nodiscard]] std::vector<std::string> sources_of(const Bench& bench, const Scenario& scenario);

}  // namespace rascade::claims
