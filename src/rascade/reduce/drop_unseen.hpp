// SPDX-License-Identifier: MIT
#pragma once

#include "rascade/reduce/collapse.hpp"

namespace rascade::reduce {

/// Leaves out the species that no observable counts and that nothing counted depends on, however
/// indirectly: what is only made, and waste.
[[nodiscard]] Reduction drop_unseen(const network::Network& network);

}  // namespace rascade::reduce
