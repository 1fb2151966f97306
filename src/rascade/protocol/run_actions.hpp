// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "rascade/base/checked.hpp"
#include "rascade/language/parse_model.hpp"
#include "rascade/network/network.hpp"
#include "rascade/protocol/species_tolerances.hpp"

namespace rascade::protocol {

/// What a run is doing. Zero: unknown.
struct Progress {
  std::string stage;          // "network", "ode", "ssa", "scan"
  double share = 0.0;         // of the stage, where its end is known
  std::size_t species = 0;
  std::size_t reactions = 0;
  std::size_t bytes = 0;
};

struct Request {
  language::Document document;
  std::string name = "model";  // of the files: name.net, name.gdat …
  std::string folder;          // files go here; empty: the current one
  std::uint64_t seed = 1;      // of stochastic runs that name none
  std::size_t threads = 1;     // of the rules' expansion; results do not depend on it
  bool reduces = false;        // simulates the smallest network with the same observables
  std::vector<SpeciesTolerance> tolerances;  // instead of `atol`; of several rows the last holds
  language::ReadFile read_file;  // for readFile and tables
  std::function<Checked<std::string>(const network::Network&)> write_sbml;  // may be empty
  std::function<void(const Progress&)> progress;
  std::function<void(const std::string&)> say;  // one line about what was done
};

struct Outcome {
  std::vector<std::string> files;  // written, in order
};

/// Runs the actions of a model one after the other and writes their files, in the formats and under
/// the names that users of the language know. Those of the actions that need programs of their own
/// (network-free simulation, drawing) are refused by name.
///
/// Reports E1701 (no action), E1702 (an action or method that is not offered), E1703 and E1704
/// (arguments), E1705 (a species that is not there), E1706 (a simulation that cannot go on), E1707
/// (files), E1708 (no such label, parameter or state), E1709 (what a reduced network cannot tell),
/// E1710 (a tolerance for no species). What was complete by then stays written; of a
/// simulation that cannot go on nothing does, and no table of an earlier run under its name.
///
/// A reduced network has no `.cdat`, and its amounts are not those of species; stochastic runs need
/// the whole network.
[[nodiscard]] Checked<Outcome> run_actions(Request request);

}  // namespace rascade::protocol
