// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "rascade/language/line_cursor.hpp"
#include "rascade/model/expression.hpp"

namespace rascade::language {

/// Reads as long an expression as stands at the cursor; reports why not if there is none.
///
/// From loose to tight: `||`, `&&`, comparisons (which do not chain), `+ -`, `* /`, unary `- + !`,
/// `^` or `**` (leans right; its exponent may carry a sign: 2^-1). `~` is `!`, `~=` is `!=`.
/// Reports E0201, E0206, E0208, and what TableReader does.
[[nodiscard]] std::optional<model::Expression> read_expression(LineCursor& cursor);

}  // namespace rascade::language
