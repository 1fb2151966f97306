// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

namespace rascade::ssa {

/// Weights under a binary tree of sums: setting one and finding the one that a number falls on both
/// take as many steps as the tree is high. Every sum is made anew from its two parts, so that
/// rounding does not pile up.
class SumTree {
 public:
  explicit SumTree(std::size_t size);

  void set(std::size_t i, double weight);
  [[nodiscard]] double get(std::size_t i) const { return sums_[leaves_ + i]; }
  [[nodiscard]] double total() const { return sums_[1]; }

  /// The first i with weight[0] + … + weight[i] > x; always one whose weight is not zero.
  ///
  /// @pre 0 <= x < total()
  [[nodiscard]] std::size_t find(double x) const;

 private:
  std::size_t leaves_;        // a power of two
  std::vector<double> sums_;  // node n has the parts 2n and 2n + 1; leaves last
};

}  // namespace rascade::ssa
