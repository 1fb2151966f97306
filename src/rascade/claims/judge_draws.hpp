// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "rascade/claims/judge.hpp"

namespace rascade::claims {

/// Cells over which a correlation is taken, and draws of which a number's band is made.
inline constexpr std::size_t correlation_cells = 200;
inline constexpr std::size_t band_draws = 50;

/// A read-out over draws or patients: the middle and the central 90 %.
struct Spread {
  double median = 0, low = 0, high = 0;
};

[[nodiscard]] Spread spread_of(const std::vector<double>& values);

/// A number is reproduced if the median lies within two-fold of the stated range and the band
/// touches it; a rate with a printed interval (low < high) must lie inside the interval instead.
[[nodiscard]] Judgement judge_number(const Relation& relation, const Spread& spread);

/// Spearman's correlation and its 95 % interval by Fisher's transformation.
struct Correlation {
  double value = 0, low = 0, high = 0;
};

[[nodiscard]] Correlation correlate(const std::vector<double>& x, const std::vector<double>& y);

/// Right sign, and the interval excludes 0.
[[nodiscard]] Judgement judge_correlation(const Relation& relation, const Correlation& correlation);

}  // namespace rascade::claims
