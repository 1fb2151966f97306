// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "rascade/base/diagnostic.hpp"

namespace rascade::language {

/// The diagnostic with the line of the text it is about, and a mark under the place:
///
///     m.bngl:3:7: error E0302: there is no name 'konn'
///       3 | k2 2*konn
///         |      ^~~~
///       hint: Did you mean kon?
///
/// As plain to_string where the place is not in the text.
[[nodiscard]] std::string explain(const Diagnostic& diagnostic, std::string_view source_text);

}  // namespace rascade::language
