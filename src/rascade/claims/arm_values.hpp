// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "rascade/claims/arm.hpp"
#include "rascade/pathway/assemble.hpp"
#include "rascade/tumour/tumour.hpp"

namespace rascade::claims {

/// Values of the assembly's recipes in this arm: a draw's, then the arm's tweaks in order.
/// [assembly.recipes.size()]
[[nodiscard]] std::vector<double> recipe_values(const pathway::Assembly& assembly,
                                                const pathway::Catalogue& catalogue,
                                                const pathway::Draw& draw,
                                                const knowledge::Knowledge& knowledge,
                                                const std::vector<Tweak>& tweaks);

/// Growth's answer in this arm: tweaks may name its parameters too.
[[nodiscard]] tumour::Growth growth_values(const knowledge::Knowledge& knowledge,
                                           const pathway::Catalogue& catalogue,
                                           const pathway::Draw& draw, const Arm& arm);

/// The first tweak that neither the model nor growth has anything for; nothing if all have. A
/// template of drugs needs no counterpart where the arm has no drug.
[[nodiscard]] const Tweak* first_without_target(const pathway::Assembly& assembly,
                                                const knowledge::Knowledge& knowledge,
                                                const Arm& arm);

}  // namespace rascade::claims
