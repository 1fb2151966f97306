// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

#include "rascade/claims/evaluate.hpp"
#include "rascade/claims/journal.hpp"

namespace rascade::claims {

/// Takes lines for the journal, to be kept at once.
using KeepLines = std::function<void(const std::string& lines)>;

/// Tries every reproduced direction, order, necessity, shape and synergy of cells on 50 draws, the
/// arms of a claim always at the same draw. A claim is done when 11 draws failed or 40 held. Draws
/// whose untouched cell is not plausible are replaced. Cohorts are made of draws already: claims on
/// them are not tried. Goes on from `journal`; what is new goes to `keep`, draw by draw.
void try_draws(const Bench& bench, const plan::RunControl& control, Journal journal,
               const KeepLines& keep, Evaluation& evaluation);

/// Whether the claim is one to be tried.
[[nodiscard]] bool is_for_draws(const ClaimResult& result, const Resolution& resolution);

}  // namespace rascade::claims
