// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rascade/claims/bench.hpp"

namespace rascade::claims {

/// Draws in which one untouched cell is plausible (knowledge/baselines.tsv), by number.
struct AdmittedDraws {
  std::vector<std::uint32_t> numbers;  // ascending
  std::uint32_t tried = 0;
};

/// Most numbers tried for each draw wanted.
inline constexpr std::uint32_t tries_a_draw = 60;

/// The first `wanted` plausible draws of an untouched cell; fewer if too few are found among
/// tries_a_draw * wanted. Goes on from what was found before. Which numbers are admitted does not
/// depend on threads. @pre the arm's model was prepared
void admit_draws(const Bench& bench, const Arm& untouched, std::size_t wanted,
                 const plan::RunControl& control, AdmittedDraws& admitted);

}  // namespace rascade::claims
