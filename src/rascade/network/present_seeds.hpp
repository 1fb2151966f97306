// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "rascade/model/model.hpp"

namespace rascade::network {

/// Positions of the seeds that are there at the start: all but those whose amount is the number 0,
/// or a parameter that is. What a cell can reach depends on what is in it; Expansion::extend adds
/// the others when they come.
[[nodiscard]] std::vector<std::size_t> present_seeds(const model::Model& model);

}  // namespace rascade::network
