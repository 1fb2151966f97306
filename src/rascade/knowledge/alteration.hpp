// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rascade/knowledge/knowledge.hpp"
#include "rascade/knowledge/table.hpp"

namespace rascade::knowledge {

[[nodiscard]] std::vector<std::string> variants_of(const Knowledge& knowledge,
                                                   const std::string& gene);

/// A cell that holds `gene variant` or only `gene`: E0710 where either is unknown. Synonyms do not
/// count: tables are compared by name.
void check_alteration(Table& table, const Row& row, std::string_view column,
                      const Knowledge& knowledge);

}  // namespace rascade::knowledge
