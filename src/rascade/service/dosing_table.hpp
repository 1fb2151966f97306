// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rascade/base/checked.hpp"
#include "rascade/dosing/exposure.hpp"
#include "rascade/knowledge/knowledge.hpp"

namespace rascade::service {

/// One drug's doses from a dosing table.
struct DrugDoses {
  const knowledge::Drug* drug;
  std::vector<dosing::Dose> doses;  // ascending
};

/// Reads a dosing table with NONMEM's columns, comma- or tab-separated: TIME (h), AMT (mg), DRUG
/// (name), and optionally II (h), ADDL, EVID (only 1 doses). Drugs in order of first appearance.
/// Reports E1101 (missing column), E1102 (bad number), E0904 (unknown drug).
[[nodiscard]] Checked<std::vector<DrugDoses>> read_dosing_table(
    std::string_view text, const std::string& file, const knowledge::Knowledge& knowledge);

}  // namespace rascade::service
