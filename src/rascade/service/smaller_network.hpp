// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "rascade/base/checked.hpp"
#include "rascade/network/network.hpp"

namespace rascade::service {

/// What is left of a network for rate equations of some outputs.
struct SmallerNetwork {
  network::Network network;
  std::vector<std::int32_t>
      place;          // [n_species of the whole] into network.species, or reduce::gone
  std::string sizes;  // "261 of 410 species (64 %), 1500 of 2737 reactions (55 %)"
};

/// The smallest network with the same outputs, and the same slopes of them by any parameter, at all
/// times. Reports E1841 for an output that the network lacks.
///
/// @param outputs   observables and functions; none: all
/// @param settable  [..] species whose amounts the caller sets: they stay, each alone
[[nodiscard]] Checked<SmallerNetwork> smaller_network(network::Network whole,
                                                      std::span<const std::string> outputs,
                                                      std::span<const std::size_t> settable = {});

}  // namespace rascade::service
