// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "rascade/base/checked.hpp"
#include "rascade/network/network.hpp"

namespace rascade::reduce {

/// The network with those observables and functions only that are asked for or that functions and
/// rate laws need. Nothing asked for: all stay. Reports E1841 for a name that is neither.
[[nodiscard]] Checked<network::Network> select_outputs(network::Network network,
                                                       std::span<const std::string> names);

}  // namespace rascade::reduce
