// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "rascade/knowledge/knowledge.hpp"

namespace rascade::atlas {

/// How firmly a statement stands, the firmest last: seen in patients, in models, or only reasoned.
enum class Strength { proposed, preclinical, clinical };

[[nodiscard]] std::string_view to_string(Strength strength);

/// Of an alteration's evidence: clinical if a part of it is, or a trial; proposed if it is a
/// hypothesis, a general statement, or nothing is said; otherwise preclinical.
[[nodiscard]] Strength strength_of(std::string_view evidence);

/// Proposed by its basis; clinical by its level; otherwise preclinical.
[[nodiscard]] Strength strength_of(const knowledge::Claim& claim);

}  // namespace rascade::atlas
