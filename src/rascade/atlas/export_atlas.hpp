// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include "rascade/knowledge/knowledge.hpp"

namespace rascade::atlas {

/// Every table of the review as "rascade-atlas/1", for the browsable page: arrays of objects whose
/// keys are the tables' columns; list cells are arrays of strings, all others strings.
[[nodiscard]] nlohmann::ordered_json export_atlas(const knowledge::Knowledge& tables);

}  // namespace rascade::atlas
