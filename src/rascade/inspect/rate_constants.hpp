// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "rascade/network/network.hpp"

namespace rascade::inspect {

/// Of each reaction: factor, scale and rate constant multiplied, per molecules; NaN if its law is
/// not elementary or changes with amounts or time. [n_reactions]
[[nodiscard]] std::vector<double> rate_constants(const network::Network& network);

}  // namespace rascade::inspect
