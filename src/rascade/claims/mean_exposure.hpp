// SPDX-License-Identifier: MIT
#pragma once

#include "rascade/knowledge/knowledge.hpp"
#include "rascade/pathway/draw.hpp"

namespace rascade::claims {

/// Free drug at the target averaged over a dosing interval at steady state, molecules:
///
///   C = dose / (CL/F * interval) * fraction unbound * Kp,uu
///
/// or the drug's constant level. Zero for a drug without clearance, interval or level.
[[nodiscard]] double mean_free_drug(const knowledge::Knowledge& knowledge,
                                    const pathway::Catalogue& catalogue, const pathway::Draw& draw,
                                    const knowledge::Drug& drug);

}  // namespace rascade::claims
