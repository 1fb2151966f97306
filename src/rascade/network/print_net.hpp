// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "rascade/network/network.hpp"

namespace rascade::network {

/// The network in BioNetGen's `.net` format, which its `run_network` reads. Rates and amounts that
/// are formulas become parameters or functions of their own (`_rateLaw1`, `_InitialConc1`).
[[nodiscard]] std::string print_net(const Network& network);

}  // namespace rascade::network
