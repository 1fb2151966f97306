// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

namespace rascade::cli {

/// True once the user has asked us to end (Ctrl-C, or SIGTERM); watches from the first call on. A
/// second signal ends the program at once.
[[nodiscard]] const std::atomic<bool>* interrupt();

}  // namespace rascade::cli
