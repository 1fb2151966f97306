// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "rascade/dosing/exposure.hpp"
#include "rascade/knowledge/knowledge.hpp"
#include "rascade/pathway/draw.hpp"
#include "rascade/simulate/trajectory.hpp"

namespace rascade::plan {

/// Free drug at the target of one patient over time.
struct Exposure {
  std::function<double(double time_s)> molecules;
  std::vector<double> breaks_s;  // times of the doses
  double interval_s = 0;         // between doses; 0: constant
};

/// Under the drug's own regimen until `end_s`, with this draw's pharmacokinetics and partition.
[[nodiscard]] Exposure exposure_of(const knowledge::Knowledge& knowledge,
                                   const pathway::Catalogue& catalogue, const pathway::Draw& draw,
                                   const knowledge::Drug& drug, double end_s);

/// After given doses instead of the drug's regimen; `constant` exposure drugs keep their level.
[[nodiscard]] Exposure exposure_after_doses(const knowledge::Knowledge& knowledge,
                                            const pathway::Catalogue& catalogue,
                                            const pathway::Draw& draw, const knowledge::Drug& drug,
                                            std::vector<dosing::Dose> doses);

/// All drugs of an arm as the inputs of its model, in the arm's order.
[[nodiscard]] simulate::Forcing forcing_of(std::vector<Exposure> exposures);

/// The longest dosing interval of an arm, s; a day if every exposure is constant.
[[nodiscard]] double period_of(std::span<const Exposure> exposures);

}  // namespace rascade::plan
