// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "rascade/language/line_cursor.hpp"
#include "rascade/language/syntax.hpp"

namespace rascade::language {

/// Reads a formula, `MM(kcat,Km)`, `Sat(kcat,Km)`, `Hill(Vmax,K,n)`, `Arrhenius(phi,Ea)`, or
/// `FunctionProduct("f(x)","g(y)")`, which is the product of the two. Reports what read_expression
/// does, and E0407 (a law with another number of constants).
[[nodiscard]] std::optional<SyntaxRate> read_rate(LineCursor& cursor);

}  // namespace rascade::language
