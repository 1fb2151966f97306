// SPDX-License-Identifier: MIT
#pragma once

namespace rascade {

/// What every surface that a user sees must say.
inline constexpr const char* research_use_only =
    "Research use only. Not for decisions about patients.";

}  // namespace rascade
