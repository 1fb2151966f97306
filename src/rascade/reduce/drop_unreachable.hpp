// SPDX-License-Identifier: MIT
#pragma once

#include "rascade/reduce/collapse.hpp"

namespace rascade::reduce {

/// Leaves out the species that stay at zero whatever the parameters: those that neither start with
/// an amount other than the number 0 nor are made from what is there.
[[nodiscard]] Reduction drop_unreachable(const network::Network& network);

}  // namespace rascade::reduce
