// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rascade/simulate/trajectory.hpp"
#include "rascade/verify/sample_means.hpp"

namespace rascade::verify {

/// How far two ways to compute an output lie apart, where they do so most.
struct Difference {
  std::string output;
  double size = 0.0;   // relative to the output's largest value, or in standard errors
  double time = 0.0;   // s
  double one = 0.0;    // its values there
  double other = 0.0;
  bool agrees = true;
};

/// Relative to each output's largest absolute value in `one`. What the solver tolerates absolutely,
/// `negligible`, is no difference.
[[nodiscard]] std::vector<Difference> compare_trajectories(const simulate::Trajectory& one,
                                                           const simulate::Trajectory& other,
                                                           const std::vector<std::string>& names,
                                                           double limit, double negligible);

struct MeanTest {
  std::size_t runs = 100;
  double false_alarm = 1e-3;  // chance of calling any equal mean unequal, all together at most
};

/// Means against what is expected, in standard errors. An output is called unequal where the
/// difference exceeds Student's quantile for the number of comparisons made (Bonferroni) and what
/// events so rare that no run met one could explain: quantile^2 / runs molecules.
///
/// @param units  [n_observables] the most that one molecule counts
[[nodiscard]] std::vector<Difference> compare_means(const simulate::Trajectory& expected,
                                                    const SampleMeans& sample,
                                                    const std::vector<std::string>& names,
                                                    const std::vector<double>& units,
                                                    const MeanTest& test);

}  // namespace rascade::verify
