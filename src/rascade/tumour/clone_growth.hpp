// SPDX-License-Identifier: MIT
#pragma once

#include "rascade/random/stream.hpp"
#include "rascade/tumour/tumour.hpp"

namespace rascade::tumour {

/// Cells of one clone. Whole numbers while few, reals when so many that chance no longer matters.
struct Cells {
  double active = 0, quiescent = 0;
  [[nodiscard]] double total() const { return active + quiescent; }
};

/// Rates of a clone over one step, with the death rate of its quiescent cells, 1/d:
///
///     dA/dt = (b - d - q) A + r Q,   dQ/dt = q A - (r + d0) Q
struct StepRates {
  double b = 0, d = 0, q = 0, r = 0, d0 = 0;
};

/// @param room  factor of division, 1 - N/K
[[nodiscard]] StepRates step_rates(const Rates& rates, const Growth& growth, double room);

/// Cells after dt days by the exact exponential of the 2 x 2 system above.
[[nodiscard]] Cells grow_expected(const Cells& cells, const StepRates& rates, double dt);

/// Cells after dt days by chance. Sub-steps of at most `0.05 / max(b, d, q, r)`, four times that
/// from 100 cells on, split exchange of active and quiescent cells (exact two-state chain) from the
/// branching process, in which the lines that survive are binomial (exact) and the cells they add
/// Poisson (exact mean; the variance of the added cells is that of theory over 1 + b dt). The mean
/// is of second order in dt.
[[nodiscard]] Cells grow_by_chance(const Cells& cells, const StepRates& rates, double dt,
                                   random::Stream& stream);

/// The way that fits the number of cells: by chance below `stochastic_below`, expected above.
/// A clone that has become small is first rounded to whole cells, up or down at random, so that the
/// expected number stays.
[[nodiscard]] Cells grow(const Cells& cells, const StepRates& rates, double dt,
                         double stochastic_below, random::Stream& stream);

/// Long-run growth rate of a clone, 1/d: the larger eigenvalue of the system above.
[[nodiscard]] double growth_rate(const StepRates& rates);

/// `total` cells in the long-run proportion of active to quiescent (the eigenvector).
[[nodiscard]] Cells settled(double total, const StepRates& rates);

}  // namespace rascade::tumour
