// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rascade::trial {

/// Mean, spread and quantiles of numbers that come one by one, in memory that does not grow with
/// them. Up to `most_exact` numbers quantiles are exact (type 7, R's default); beyond, each number
/// counts in a bin of 0.2 % width, so that a quantile is right within 0.1 % of itself. The same
/// numbers in the same order give the same bits; quantiles do not depend on the order.
class RunningSummary {
 public:
  static constexpr std::size_t most_exact = 1000;

  /// @pre the value is finite
  void add(double value);

  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] double mean() const { return mean_; }
  /// Of a sample: divided by n - 1; 0 for fewer than two numbers.
  [[nodiscard]] double standard_deviation() const;
  [[nodiscard]] double least() const { return least_; }
  [[nodiscard]] double most() const { return most_; }
  /// @pre count() > 0, 0 <= p <= 1
  [[nodiscard]] double quantile(double p) const;

 private:
  /// Counts of numbers of one sign, by the logarithm of their size.
  struct Bins {
    std::vector<std::uint64_t> counts;
    int first = 0;

    void add(int bin);
  };

  void put_into_bin(double value);
  [[nodiscard]] double value_of_rank(std::size_t rank) const;

  std::size_t count_ = 0;
  double mean_ = 0, squares_ = 0, least_ = 0, most_ = 0;
  std::vector<double> exact_;  // empty once there are bins
  Bins negative_, positive_;
  std::uint64_t zeros_ = 0;
};

}  // namespace rascade::trial
