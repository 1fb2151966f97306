// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rascade/protocol/state.hpp"

namespace rascade::protocol {

/// One simulation as an action asks for it.
struct SimulateRequest {
  std::string prefix;      // of its files, folder included
  bool is_scan = false;    // one of many: the network is not written anew
};

/// The last row of what was simulated.
struct SimulateResult {
  std::vector<std::string> titles;  // of the observables, and of the functions if they were asked for
  std::vector<double> values;
};

/// Runs `simulate`, `simulate_ode` or `simulate_ssa`; writes prefix.gdat and prefix.cdat; the
/// amounts at the end become those of the state.
SimulateResult simulate(State& state, const Arguments& args, const SimulateRequest& request);

}  // namespace rascade::protocol
