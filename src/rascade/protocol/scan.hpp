// SPDX-License-Identifier: MIT
#pragma once

#include "rascade/protocol/state.hpp"

namespace rascade::protocol {

/// Simulates at each value of a parameter; the last rows go to `…_PARAMETER.scan`, the whole runs to
/// a folder of that name.
void scan_parameter(State& state, const model::Action& action);

/// Scans there and back without resetting the amounts: a `.scan` for each observable with both.
void bifurcate(State& state, const model::Action& action);

}  // namespace rascade::protocol
