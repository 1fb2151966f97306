// SPDX-License-Identifier: MIT
#pragma once

#include "rascade/random/stream.hpp"

namespace rascade::tumour {

/// Whole numbers at random for counts of cells: exact while the variance is below 30, from there on
/// a rounded normal number of the same mean and variance, which is much quicker.
/// @pre mean, n >= 0; 0 <= p <= 1; n whole
[[nodiscard]] double draw_poisson(double mean, random::Stream& stream);
[[nodiscard]] double draw_binomial(double n, double p, random::Stream& stream);

/// One of the two whole numbers next to x, with mean x.
[[nodiscard]] double draw_whole(double x, random::Stream& stream);

}  // namespace rascade::tumour
