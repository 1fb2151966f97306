// SPDX-License-Identifier: MIT
#include "rascade/atlas/verdict.hpp"

#include <algorithm>

namespace rascade::atlas {

std::optional<Verdict> verdict_of(const knowledge::Knowledge& tables, const knowledge::Claim& claim)
{
  const std::string& expected = claim.expected;
  if (expected.starts_with("synergy")) return Verdict::better;
  if (expected.starts_with("b~a")) return Verdict::same;
  const bool is_up = expected.starts_with("b>");
  const bool is_down = expected.starts_with("b<") || expected.starts_with("b=0");
  const auto& readouts = tables.claims.readouts;
  const auto readout = std::find_if(readouts.begin(), readouts.end(), [&](const auto& r) {
    return r.name == claim.readout;
  });
  if (readout == readouts.end() || readout->benefit.empty() || (!is_up && !is_down)) {
    return std::nullopt;
  }
  return is_up == (readout->benefit == "up") ? Verdict::better : Verdict::worse;
}

}  // namespace rascade::atlas
