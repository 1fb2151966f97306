// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "rascade/network/network.hpp"
#include "rascade/reduce/collapse.hpp"

namespace rascade::reduce {

/// What a step left that left anything out.
struct ReductionStep {
  std::string name;  // "unreachable", "unseen", "forward" or "backward"
  std::size_t num_species = 0;
  std::size_t num_reactions = 0;
};

struct ReducedNetwork {
  Reduction reduction;
  std::vector<ReductionStep> steps;
};

/// Leaves out what is not reachable and what is not seen, adds up what acts alike and keeps one of
/// what stays equal, until nothing of this is left to do. Observables and functions are the same
/// functions of time, of parameters and of amounts at the start as before, in exact arithmetic.
///
/// A network without observables is reduced reversibly, for all its species are looked at.
///
/// For rate equations only: the mean of single events may depend on what is lumped.
///
/// @param settable  species that may get other amounts than the network says, at the start or
///                  between runs: each stays, alone and counted as there
[[nodiscard]] ReducedNetwork reduce_network(const network::Network& network,
                                            std::span<const std::size_t> settable = {});

/// "261 of 410 species (64 %), 1500 of 2737 reactions (55 %)".
[[nodiscard]] std::string describe_sizes(const network::Network& reduced,
                                         const network::Network& whole);

/// As far as every species' amount can still be told: what is not reachable and what stays equal.
[[nodiscard]] ReducedNetwork reduce_reversibly(const network::Network& network);

/// The amounts of all species from those of a network reduced reversibly. [n_species of the larger]
[[nodiscard]] std::vector<double> lift(const Reduction& reduction, std::span<const double> amounts);

}  // namespace rascade::reduce
