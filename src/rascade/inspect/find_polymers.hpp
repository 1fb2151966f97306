// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "rascade/base/diagnostic.hpp"
#include "rascade/inspect/site_facts.hpp"

namespace rascade::inspect {

/// Reports W1906 for each chain of bonds that may repeat without end (network/polymer_sites.hpp).
[[nodiscard]] std::vector<Diagnostic> find_polymers(const model::Model& model,
                                                    const SiteFacts& facts);

}  // namespace rascade::inspect
