// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <vector>

namespace rascade::tumour {

/// Mean of a sample and the standard error of that mean.
struct SampleMean {
  double value = 0, error = 0;
};

inline SampleMean sample_mean(const std::vector<double>& sample)
{
  const double n = static_cast<double>(sample.size());
  double sum = 0.0;
  for (const double x : sample) sum += x;
  double squares = 0.0;
  for (const double x : sample) squares += (x - sum / n) * (x - sum / n);
  return {sum / n, std::sqrt(squares / (n - 1.0) / n)};
}

}  // namespace rascade::tumour
