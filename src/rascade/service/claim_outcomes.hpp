// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

namespace rascade::service {

/// What became of a claim when it was last run on the bundled model.
struct ClaimOutcome {
  std::string status;  // reproduced | missed | not_modelled | open
  std::string label;   // input | encoded | entailed | emergent; may be empty
  std::string robust;  // share of draws; may be empty
};

/// Outcomes by claim, from the table that `rascade claims --page` writes (id, status, label, robust);
/// none where there is no such table.
[[nodiscard]] std::map<std::string, ClaimOutcome> read_claim_outcomes(const std::string& path);

}  // namespace rascade::service
