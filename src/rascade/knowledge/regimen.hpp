// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "rascade/knowledge/knowledge.hpp"

namespace rascade::knowledge {

/// `960 mg PO QD` as a regimen: a dose above 0, PO (by mouth) or IV, and QD, BID, TID, QW, or QnH,
/// QnD, QnW for every n hours, days, weeks. Nothing if the text is not of that form.
[[nodiscard]] std::optional<Regimen> parse_regimen(std::string_view text);

}  // namespace rascade::knowledge
