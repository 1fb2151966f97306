// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "rascade/language/line_cursor.hpp"
#include "rascade/language/syntax.hpp"

namespace rascade::language {

/// Reads `name: A(b) + B(a) <-> A(b!1).B(a!1) kf, kr DeleteMolecules`; label and keywords may be
/// missing, a side may be empty or `0`. A label that is no name is left out with W0401.
///
/// Reports E0201, E0207, E0401 (no rate at all), and what read_rate does.
[[nodiscard]] std::optional<SyntaxRule> read_rule(LineCursor& cursor);

}  // namespace rascade::language
