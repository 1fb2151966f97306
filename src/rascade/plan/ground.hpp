// SPDX-License-Identifier: MIT
#pragma once

#include "rascade/plan/plan.hpp"

namespace rascade::plan {

/// Says of each escape route and arm of the plan what its mechanism is, which quantities it rests
/// on, and which claims of the review support or contradict it.
void ground(Plan& plan, const knowledge::Knowledge& knowledge);

}  // namespace rascade::plan
