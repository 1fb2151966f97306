// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rascade/base/checked.hpp"
#include "rascade/protocol/species_tolerances.hpp"

namespace rascade::service {

/// Absolute tolerances by species: a line `species<TAB>atol` of titles, then patterns and
/// molecules; lines that begin with # are comments. Reports E1001 for a file that cannot be read
/// and E1851 for every line that is not so.
[[nodiscard]] Checked<std::vector<protocol::SpeciesTolerance>> read_tolerances(
    const std::string& path);

/// The same of a text; `file` is named in mistakes.
[[nodiscard]] Checked<std::vector<protocol::SpeciesTolerance>> parse_tolerances(
    std::string_view text, const std::string& file);

}  // namespace rascade::service
