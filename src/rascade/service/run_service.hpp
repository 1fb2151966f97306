// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "rascade/base/checked.hpp"
#include "rascade/protocol/run_actions.hpp"

namespace rascade::service {

struct RunRequest {
  std::string file;       // BNGL
  std::string folder;     // for what is written; empty: the current one
  std::uint64_t seed = 1; // of stochastic runs that name none
  std::size_t threads = 1;
  bool reduces = false;         // protocol::Request says what that means
  std::string tolerances_file;  // read_tolerances; may be empty
  std::function<void(const protocol::Progress&)> progress;
  std::function<void(const std::string&)> say;  // one line about what was done
  std::function<void(const std::vector<Diagnostic>&)> warn;  // of the text, before anything runs
};

/// Runs the actions of a BNGL file; protocol::run_actions says what that means. Reports E1001 for a
/// file that cannot be read, and what the reader reports.
[[nodiscard]] Checked<protocol::Outcome> run_file(const RunRequest& request);

}  // namespace rascade::service
