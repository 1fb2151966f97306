// SPDX-License-Identifier: MIT
#pragma once

#include "rascade/claims/evaluate.hpp"

namespace rascade::claims {

/// Tries every reproduced direction, order, necessity, shape and synergy of cells on 50 draws, the
/// arms of a claim always at the same draw. A claim is done when 11 draws failed or 40 held. Draws
/// whose untouched cell is not plausible are replaced. Cohorts are made of draws already: claims on
/// them are not tried.
void try_draws(const Bench& bench, const plan::RunControl& control, Evaluation& evaluation);

/// Whether the claim is one to be tried.
[[nodiscard]] bool is_for_draws(const ClaimResult& result, const Resolution& resolution);

}  // namespace rascade::claims
