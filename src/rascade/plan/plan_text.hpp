// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "rascade/plan/plan.hpp"

namespace rascade::plan {

/// The decision as a page of text: response, escape routes, what closes them, what is least certain.
/// @param colour  use ANSI colours
[[nodiscard]] std::string to_text(const Plan& plan, bool colour);

/// The screened arms as a table of text columns, for spreadsheets (tab-separated, with a header).
[[nodiscard]] std::string to_tsv(const Plan& plan);

}  // namespace rascade::plan
