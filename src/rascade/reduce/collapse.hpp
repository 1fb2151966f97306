// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rascade/network/network.hpp"
#include "rascade/reduce/blocks.hpp"

namespace rascade::reduce {

/// What a species of the smaller network stands for.
enum class Meaning {
  sum,   // the amounts of its block's members together
  copy,  // the amount of each of its block's members: they are equal at all times
};

/// A smaller network, and where the species of the larger one went.
struct Reduction {
  network::Network network;
  std::vector<std::int32_t> place;  // [n_species of the larger] into network.species, or `gone`
};

/// One species for each block, named after its first member, with the reactions that its rate of
/// change consists of. Equal reactions become one. The network is for rate equations: its reactions
/// are not events that happen to single molecules.
///
/// @param place    [n_species]; blocks numbered by their first members
/// @pre sum: the rates of change of the blocks' sums depend on nothing but these sums
/// @pre copy: the members of a block have equal amounts at all times
[[nodiscard]] Reduction collapse(const network::Network& network, std::vector<std::int32_t> place,
                                 Meaning meaning);

/// The network of the species chosen, and of the first one if none is: there is always one.
///
/// @param is_kept  [n_species]
/// @pre what is left out is zero, or nothing that is kept depends on it
[[nodiscard]] Reduction keep(const network::Network& network, std::vector<bool> is_kept);

}  // namespace rascade::reduce
