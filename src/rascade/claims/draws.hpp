// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "rascade/knowledge/quantity.hpp"
#include "rascade/pathway/draw.hpp"

namespace rascade::claims {

/// Where a quantity is drawn from, in its own unit.
struct DrawRange {
  double low = 0, high = 0;
  bool is_log = true;
};

/// Log-uniform over the quantity's own range, made at least as wide as value / f .. value * f with
/// f = 1.5 (measured), 2 (fitted) or 5 (assumed). A share whose own range stays at or below 1 is cut
/// there. A range that reaches 0 or below is drawn from evenly and as it is.
[[nodiscard]] DrawRange draw_range(const knowledge::Quantity& quantity);

/// One value of every quantity; how much an experiment changes comes from its own range only, for a
/// wider one would hold experiments that change nothing. The number names the draw, whatever was
/// drawn before.
[[nodiscard]] pathway::Draw draw_widely(const pathway::Catalogue& catalogue, std::uint64_t seed,
                                        std::uint32_t number);

}  // namespace rascade::claims
