// SPDX-License-Identifier: MIT
#include "rascade/verify/compare_runs.hpp"

#include <algorithm>
#include <cmath>

#include "rascade/verify/student.hpp"

namespace rascade::verify {

using simulate::Trajectory;

std::vector<Difference> compare_trajectories(const Trajectory& one, const Trajectory& other,
                                             const std::vector<std::string>& names, double limit,
                                             double negligible)
{
  std::vector<Difference> result;
  for (std::size_t o = 0; o < names.size(); ++o) {
    double largest = 0.0;
    for (std::size_t i = 0; i < one.times.size(); ++i) {
      largest = std::max(largest, std::abs(one.row(i)[o]));
    }
    Difference worst{names[o], 0.0, one.times[0], one.row(0)[o], other.row(0)[o], true};
    for (std::size_t i = 0; i < one.times.size(); ++i) {
      const double apart = std::abs(one.row(i)[o] - other.row(i)[o]);
      const double size = largest > 0.0 ? apart / largest : apart;
      if (size <= worst.size) continue;
      worst = {names[o], size, one.times[i], one.row(i)[o], other.row(i)[o],
               size <= limit || apart <= negligible};
    }
    result.push_back(std::move(worst));
  }
  return result;
}

std::vector<Difference> compare_means(const Trajectory& expected, const SampleMeans& sample,
                                      const std::vector<std::string>& names,
                                      const std::vector<double>& units, const MeanTest& test)
{
  const double n = static_cast<double>(test.runs);
  // The start is the same by construction.
  const double comparisons =
      std::max(1.0, static_cast<double>(names.size() * (expected.times.size() - 1)));
  const double quantile = student_quantile(test.false_alarm / (2.0 * comparisons), n - 1.0);
  std::vector<Difference> result;
  for (std::size_t o = 0; o < names.size(); ++o) {
    Difference worst{names[o], 0.0, expected.times[0], expected.row(0)[o], sample.mean[o], true};
    for (std::size_t i = 1; i < expected.times.size(); ++i) {
      const std::size_t at = i * names.size() + o;
      const double apart = std::abs(expected.row(i)[o] - sample.mean[at]);
      const double rare = quantile * units[o] / n;  // then quantile * rare is what such events add
      const double size = apart / std::max({sample.standard_error[at], rare, 1e-300});
      if (size <= worst.size) continue;
      worst = {names[o], size, expected.times[i], expected.row(i)[o], sample.mean[at],
               size <= quantile};
    }
    result.push_back(std::move(worst));
  }
  return result;
}

}  // namespace rascade::verify
