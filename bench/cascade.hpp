// SPDX-License-Identifier: MIT
#pragma once

#include "rascade/network/network.hpp"

namespace rascade::bench {

/// A stiff signalling cascade: `tiers` kinases, each activated in two steps by the one above
/// through explicit complexes, restored by a phosphatase, made and lost slowly, and held back by
/// what it activates. Five species, eleven reactions and one function a tier, and a drug `dose`
/// that binds the third kinase. Time constants run from 10 ms to a day.
[[nodiscard]] network::Network make_cascade(int tiers);

}  // namespace rascade::bench
