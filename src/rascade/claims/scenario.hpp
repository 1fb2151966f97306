// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rascade/claims/perturb.hpp"
#include "rascade/claims/relation.hpp"

namespace rascade::claims {

/// An arm in its role, with the arms that its read-out is measured against.
struct RoleArm {
  Arm arm;
  Arm untouched;  // the same cell before anything is done to it
  Arm without;    // the arm without the drugs whose effect is read
};

/// Arms by role: a, b, m1 …, base, control, untreated, and part1 … of a combination.
struct CellScenario {
  std::string cell;
  std::map<std::string, RoleArm> roles;
};

/// A claim as experiments: each of its cells must show the relation.
struct Scenario {
  const knowledge::Claim* claim = nullptr;
  const knowledge::Readout* readout = nullptr;
  Relation relation;
  double hours = 0;
  std::vector<CellScenario> cells;
};

/// What became of a claim before any number is computed.
struct Resolution {
  const knowledge::Claim* claim = nullptr;
  bool is_counted = true;            // lists, states and conflicts are not
  std::optional<Scenario> scenario;  // absent: see why_not
  Unmodelled why_not;
};

/// Finds context, arms and read-out of a claim. What the model cannot show is said in `why_not`:
/// every part that the claim, its context, arms or read-out lack, or that two arms to be compared
/// are one experiment here. A relation that cannot be read is reported (see parse_relation).
[[nodiscard]] Checked<Resolution> resolve(const knowledge::Knowledge& knowledge,
                                          const knowledge::Claim& claim);

}  // namespace rascade::claims
