// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <string>

#include "rascade/base/checked.hpp"
#include "rascade/ensemble/control.hpp"

namespace rascade::service {

/// How a run that may take hours is followed, ended and gone on with. Results do not depend on it.
struct LongRun {
  ensemble::OnProgress progress = {};       // may be empty
  const std::atomic<bool>* stop = nullptr;  // throws ensemble::Stopped soon after it is true
  std::string journal = {};                 // file to keep results in as they come; empty: none
};

/// Workers for the run, with its journal open: what the journal has under the same key and of the
/// same program is not run again. Reports E2701 and E2702.
///
/// @param key  every input that decides results, whole files if need be
[[nodiscard]] Checked<ensemble::Control> control_of(const LongRun& run, int threads,
                                                    const std::string& key);

}  // namespace rascade::service
