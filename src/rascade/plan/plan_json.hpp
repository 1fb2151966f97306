// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include "rascade/plan/plan.hpp"

namespace rascade::plan {

/// The plan as "rascade-plan/1": everything the printed decision and the page show. Values that do
/// not exist (a median that is not reached) are null.
[[nodiscard]] nlohmann::ordered_json to_json(const Plan& plan, const knowledge::Knowledge& knowledge);

}  // namespace rascade::plan
