// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rascade/claims/reading.hpp"

namespace rascade::claims {

enum class Verdict { holds, fails, unknown };

struct Judgement {
  Verdict verdict = Verdict::unknown;
  std::string reason;  // the first thing that fails, or is not known, with its numbers
};

/// What counts as reproduced. With range = high - low of the read-out:
///
///   direction      right sign, |y - x| >= 0.1 max(|x|, |y|) and >= 0.01 range; `<<`, `>>`: 3-fold too
///   no difference  |y - x| < 0.1 max(|x|, |y|), and the control arm differs from the right one by
///                  that much or more; without a control: unknown
///   nothing        |left| below 0.01 range, or a tenth of arm a's
///   necessity      with a base arm: the step holds, arm a differs from the base the other way, and
///                  |b - a| >= half of |a - base|
///   present        arm a above the untreated cell as a direction; absent: not so
///   shape          every feature, see `feature_of`
///   synergy        fall of b beyond Bliss independence of its parts >= 0.05, and above the best one
///
/// Correlations, numbers and frequencies are judged over draws, see judge_draws.hpp.
[[nodiscard]] Judgement judge(const Scenario& scenario, const CellReading& reading);

/// nadir, peak, end: least, largest and last value of a course that starts at 1. rise: end - 1.
/// recovery: (largest after the nadir - nadir) / (1 - nadir). decline: (peak - least after it) /
/// (peak - 1). The last two are 0 where nothing fell or rose.
[[nodiscard]] double feature_of(const std::string& name, const std::vector<double>& course);

/// Whether y differs from x enough to be seen.
[[nodiscard]] bool differs(double x, double y, double range);

}  // namespace rascade::claims
