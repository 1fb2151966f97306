// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "rascade/tumour/tumour.hpp"

namespace rascade::tumour {

/// The running integral of a stored signal, so that its mean over any span costs two look-ups.
class SignalIntegral {
 public:
  /// @pre course has a sample, times ascend from 0; the course outlives this object
  explicit SignalIntegral(const SignalCourse& course);

  /// Integral of S over [0, t], d. @pre t >= 0
  [[nodiscard]] double until(double t) const;

  /// Mean of S over [from, to]. @pre 0 <= from < to
  [[nodiscard]] double mean(double from_d, double to_d) const;

  /// Mean of S over the interval that is replayed; the last sample if there is none.
  [[nodiscard]] double mean_of_repeat() const;

 private:
  [[nodiscard]] double within_course(double t) const;  // until(t), t <= end of the samples
  [[nodiscard]] double period() const;

  const SignalCourse* course_;
  std::vector<double> integral_;  // [n_times], up to each sample
  double until_repeat_ = 0;       // integral up to the start of the repeated part
};

}  // namespace rascade::tumour
