// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rascade/claims/scenario.hpp"

namespace rascade::claims {

/// A step from one arm to another that a claim is about, and the way it must move the model's
/// output: +1 or -1; 0 if it must not, or if no sign follows from the claim.
struct Contrast {
  const Arm* to = nullptr;
  const Arm* from = nullptr;
  int expected = 0;
};

/// The steps of a scenario in one cell. For a comparison from the right arm to the left one; for
/// synergy from the untreated cell to the combination; for a shape, a presence or a number from the
/// untouched cell to the arm. None for a correlation. A fall and a drug's effect are less of the
/// output, so they turn the sign.
[[nodiscard]] std::vector<Contrast> contrasts_of(const Scenario& scenario, const CellScenario& cell);

/// The formula whose gradient the graph uses: the read-out's, or ppERK and pAKT for growth.
[[nodiscard]] std::string output_of(const knowledge::Readout& readout);

}  // namespace rascade::claims
