// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "rascade/model/model.hpp"

namespace rascade::network {

/// The same formulas, each after those it needs; otherwise in their order.
///
/// @pre no formula depends on itself, however indirectly
[[nodiscard]] std::vector<model::Parameter> evaluation_order(
    const std::vector<model::Parameter>& parameters);
[[nodiscard]] std::vector<model::Function> evaluation_order(
    const std::vector<model::Function>& functions);

}  // namespace rascade::network
