// SPDX-License-Identifier: MIT
#pragma once

namespace rascade::random {

/// Logarithms of probabilities, by Loader's saddle-point form: no large terms cancel, so they stay
/// accurate (relative error of the probability < 1e-10) for counts up to 2^53 [Loader2000].

/// log P(k), k whole and >= 0, mean > 0.
[[nodiscard]] double log_poisson_mass(double k, double mean);

/// log P(k), k whole and in 0..n, 0 < p < 1.
[[nodiscard]] double log_binomial_mass(double k, double n, double p);

/// From this mean on numbers are drawn by rejection: the hats are proven from here.
constexpr double smallest_rejection_mean = 10.0;

}  // namespace rascade::random
