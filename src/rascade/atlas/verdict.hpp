// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "rascade/knowledge/knowledge.hpp"

namespace rascade::atlas {

/// What the second arm of a claim is said to be for the patient, against the first.
enum class Verdict { better, same, worse };

/// By the direction of the relation and whether more of the read-out is good (Readout::benefit);
/// nothing where neither can be said.
[[nodiscard]] std::optional<Verdict> verdict_of(const knowledge::Knowledge& tables,
                                                const knowledge::Claim& claim);

}  // namespace rascade::atlas
