// SPDX-License-Identifier: MIT
#pragma once

#include "rascade/reduce/collapse.hpp"

namespace rascade::reduce {

/// Adds up species that do the same to all others: the coarsest partition whose blocks' sums obey
/// equations of their own, in which every observable weighs all of a block alike (forward
/// differential equivalence [Cardelli2017]).
///
///     for all i, j of a block and all blocks H:  d f_H / d x_i = d f_H / d x_j,  f_H = sum of dx/dt in H
///
/// as polynomials in the amounts, coefficients compared as written: it holds for all amounts at the
/// start and all values of parameters. Fixed species and reactants of laws that are not elementary
/// stay alone.
[[nodiscard]] Reduction lump_forward(const network::Network& network);

/// [n_species] the blocks, numbered by their first members.
[[nodiscard]] std::vector<std::int32_t> forward_blocks(const network::Network& network);

}  // namespace rascade::reduce
