// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rascade/knowledge/knowledge.hpp"

namespace rascade::plan {

/// A claim of the review that bears on a result of the plan.
struct Evidence {
  const knowledge::Claim* claim = nullptr;
  bool supports = false;  // it says the same; else it says the opposite, or that nothing changes
};

/// Claims about a way of escape from these drugs: those whose second arm adds the route's
/// alteration, or more or less of a node behind its mechanism, to a treatment with one of the drugs.
///
/// A route is supported where the alteration is said to worsen the read-out for the patient, or the
/// loss of a node to improve it. Claims whose read-out is neither good nor bad are left out.
[[nodiscard]] std::vector<Evidence> evidence_on_route(const knowledge::Knowledge& knowledge,
                                                      const std::vector<const knowledge::Drug*>& base,
                                                      const knowledge::Route& route);

/// Claims about adding the arm's other drugs to one of the base: supported where the addition is said
/// to improve the read-out for the patient.
[[nodiscard]] std::vector<Evidence> evidence_on_arm(const knowledge::Knowledge& knowledge,
                                                    const std::vector<const knowledge::Drug*>& base,
                                                    const std::vector<const knowledge::Drug*>& arm);

}  // namespace rascade::plan
