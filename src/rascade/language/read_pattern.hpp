// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "rascade/language/line_cursor.hpp"
#include "rascade/language/syntax.hpp"

namespace rascade::language {

/// Reads `%x@C:A(b!1,s~p)@D%y.B(a!1)>2`, `$A` or `{MatchOnce}A`; reports E0201, or E0207 for what
/// the language leaves out.
[[nodiscard]] std::optional<SyntaxPattern> read_pattern(LineCursor& cursor);

/// Reads the declaration `A(b,s~u~p)`; reports E0201 or E0207.
[[nodiscard]] std::optional<SyntaxMolecule> read_molecule_type(LineCursor& cursor);

}  // namespace rascade::language
