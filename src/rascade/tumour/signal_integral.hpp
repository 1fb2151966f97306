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

  /// Mean of S over [from, to]. @pre 0 <= from < to
  [[nodiscard]] double mean(double from_d, double to_d) const;

  /// Mean of S over the interval that is replayed; the last sample if there is none.
  [[nodiscard]] double mean_of_repeat() const;

 private:
  [[nodiscard]] double until(double t) const;         // integral over [0, t], any t >= 0
  [[nodiscard]] double within_course(double t) const;  // the same, t <= end of the samples
  [[nodiscard]] double period() const;

  const SignalCourse* course_;
  std::vector<double> integral_;  // [n_times], up to each sample
};

}  // namespace rascade::tumour
