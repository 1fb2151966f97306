// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "rascade/base/diagnostic.hpp"
#include "rascade/model/model.hpp"
#include "rascade/network/network.hpp"

namespace rascade::inspect {

/// Whether the reversible reactions could come to rest in equilibrium.
struct Balance {
  std::vector<Diagnostic> diagnostics;
  std::size_t num_pairs = 0;     // reversible reactions with constant rates
  std::size_t num_cycles = 0;    // independent ones among them
  std::size_t num_unclosed = 0;  // of these, how many violate detailed balance
  std::size_t num_left_out = 0;  // reactions without a way back, or with rates that vary
};

/// Around a cycle of reversible reactions the forward rates must have the product of the backward
/// ones (Wegscheider's condition); otherwise it turns for ever and something must drive it.
///
/// Reports W1907 for the shortest cycle of each set of rules in which they differ by more than 1e-6.
[[nodiscard]] Balance check_balance(const model::Model& model, const network::Network& network);

}  // namespace rascade::inspect
