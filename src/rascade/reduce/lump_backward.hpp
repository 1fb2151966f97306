// SPDX-License-Identifier: MIT
#pragma once

#include "rascade/reduce/collapse.hpp"

namespace rascade::reduce {

/// Keeps one of the species whose amounts are equal at all times: the coarsest partition whose
/// blocks start with equal formulas and keep equal amounts once they are (backward differential
/// equivalence [Cardelli2017]).
///
///     for all i, j of a block:  f_i = f_j  wherever amounts are equal within blocks
///
/// as polynomials, coefficients compared as written. Every amount can be told afterwards.
[[nodiscard]] Reduction lump_backward(const network::Network& network);

/// [n_species] the blocks, numbered by their first members.
[[nodiscard]] std::vector<std::int32_t> backward_blocks(const network::Network& network);

}  // namespace rascade::reduce
