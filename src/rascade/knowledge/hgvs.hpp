// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rascade::knowledge {

/// `G12C` as HGVS writes it: `p.Gly12Cys`, and `W22*` as `p.Trp22Ter`; nothing unless the text is
/// an amino acid, a position and another amino acid or `*`.
[[nodiscard]] std::optional<std::string> to_hgvs(std::string_view short_form);

}  // namespace rascade::knowledge
