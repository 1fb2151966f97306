// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "rascade/base/diagnostic.hpp"
#include "rascade/inspect/site_facts.hpp"

namespace rascade::inspect {

/// Reports W1903 for a rule that can never act, W1904 for a state that no molecule ever is in,
/// W1905 for a bond that the text names but no rule ever makes, W1909 for an observable that is
/// always zero and W1910 for a molecule type that never occurs.
[[nodiscard]] std::vector<Diagnostic> find_unreachable(const model::Model& model,
                                                       const SiteFacts& facts);

}  // namespace rascade::inspect
