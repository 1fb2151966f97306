// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "rascade/network/network.hpp"

namespace rascade::reduce {

/// What the right-hand side consists of: factor * symbol * product of reactants, times `change`.
///
/// A symbol stands for a law and a scale as written, whatever the parameters' values: what is equal
/// in symbols is equal for all of them, and so are derivatives by parameters. Laws may contain
/// observables and the time.
struct ReactionTerm {
  double factor = 1.0;
  std::uint32_t symbol = 0;
  bool is_elementary = true;  // if not, the symbol also says how the rate depends on the reactants
  std::vector<std::uint32_t> reactants;                // as in the reaction
  std::vector<std::pair<std::uint32_t, int>> change;   // net, without zeros and fixed species
};

struct ReactionTerms {
  std::vector<ReactionTerm> terms;                      // [n_reactions]
  std::vector<std::vector<std::uint32_t>> changing;     // [n_species], reactions that change it
};

[[nodiscard]] ReactionTerms terms_of(const network::Network& network);

/// A linear combination of things told by number pairs, sorted, without zeros.
using Combination = std::vector<std::pair<std::pair<std::uint32_t, std::uint32_t>, double>>;

/// Sorts, adds up what is equal, and leaves out what cancels.
void tidy(Combination& combination);

}  // namespace rascade::reduce
