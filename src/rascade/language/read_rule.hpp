// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "rascade/language/line_cursor.hpp"
#include "rascade/language/syntax.hpp"

namespace rascade::language {

/// Reads `name: A(b) + B(a) <-> A(b!1).B(a!1) kf, kr DeleteMolecules`; label and keyword may be
/// missing, a side may be empty or `0`. Reports E0201, E0207, and E0401 if there is no rate at all.
[[nodiscard]] std::optional<SyntaxRule> read_rule(LineCursor& cursor);

}  // namespace rascade::language
