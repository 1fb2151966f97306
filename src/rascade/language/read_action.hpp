// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "rascade/language/line_cursor.hpp"
#include "rascade/model/action.hpp"

namespace rascade::language {

/// Reads `simulate({method=>"ode",t_end=>10});` or `setParameter("k",2)`. A single `{…}` gives the
/// named arguments of the action itself. Reports E0601 for what is no action.
[[nodiscard]] std::optional<model::Action> read_action(LineCursor& cursor);

}  // namespace rascade::language
