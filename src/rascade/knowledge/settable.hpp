// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rascade/knowledge/knowledge.hpp"

namespace rascade::knowledge {

/// What variants and switches may change, and its unit: the parameters, the copies of each gene
/// family (`copies_<RAS>`) and the drugs' parameters (`Kd_<drug>`), all as templates.
/// @pre parameters, genes and drugs have been read
[[nodiscard]] std::map<std::string, std::string> settable_units(const Knowledge& knowledge);
[[nodiscard]] std::vector<std::string> settable_names(const Knowledge& knowledge);

}  // namespace rascade::knowledge
