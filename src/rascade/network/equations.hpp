// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rascade/network/network.hpp"

namespace rascade::network {

/// The rate equations in words: `[A(b)]` is the amount of a species, `v1` the rate of the first
/// reaction.
struct Equations {
  std::vector<std::string> rates;   // [n_reactions], e.g. "0.5 * k * [A(b)] * [A(b)]"
  std::vector<std::string> slopes;  // [n_species], e.g. "-2*v1 + 2*v2"
};

[[nodiscard]] Equations equations_of(const Network& network);

/// Parameters, observables, functions, rates, amounts at the start and their slopes, a line each.
[[nodiscard]] std::string print_equations(const Network& network);

}  // namespace rascade::network
