// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "rascade/simulate/rate_system.hpp"

namespace rascade::claims {

/// Molecules whose sum no reaction changes: y[dependent] + sum of coefficient * y[species] = total.
struct ConservedSum {
  struct Term {
    std::size_t species;
    double coefficient;
  };
  std::size_t dependent;
  std::vector<Term> others;  // none of them the dependent species of any sum
};

/// A basis of all conserved sums. Species with molecules at the start are made dependent where
/// possible: they are the idle form of what is conserved.
/// @param initial  molecules at the start [n_species]
[[nodiscard]] std::vector<ConservedSum> conserved_sums(const simulate::RateSystem& system,
                                                       std::span<const double> initial);

}  // namespace rascade::claims
