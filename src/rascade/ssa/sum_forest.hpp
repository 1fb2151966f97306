// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rascade::ssa {

/// Weights under trees of sums, eight branches to a node: setting one and finding the one that a
/// number falls on both take as many steps as the tree is high. Every sum is made anew from its
/// parts, so that rounding does not pile up.
class SumForest {
 public:
  /// @param sizes  [n_trees] number of weights of each; all weights are zero
  explicit SumForest(std::span<const std::size_t> sizes);

  void set(std::size_t tree, std::size_t leaf, double weight)
  {
    const std::size_t* level = &levels_[trees_[tree]];
    const std::size_t* const end = &levels_[trees_[tree + 1]];
    if (sums_[*level + leaf] == weight) return;
    sums_[*level + leaf] = weight;
    for (;;) {
      leaf /= width;
      const double* b = &sums_[*level + leaf * width];
      const double sum = ((b[0] + b[1]) + (b[2] + b[3])) + ((b[4] + b[5]) + (b[6] + b[7]));
      if (++level == end) {
        totals_[tree] = sum;
        return;
      }
      sums_[*level + leaf] = sum;
    }
  }

  [[nodiscard]] double get(std::size_t tree, std::size_t leaf) const
  {
    return sums_[levels_[trees_[tree]] + leaf];
  }
  [[nodiscard]] double total(std::size_t tree) const { return totals_[tree]; }

  /// The first leaf with weight[0] + … + weight[leaf] > x; always one whose weight is not zero. What
  /// x is beyond the weights before it is left in x.
  ///
  /// @pre 0 <= x < total(tree)
  [[nodiscard]] std::size_t find(std::size_t tree, double& x) const;

 private:
  static constexpr std::size_t width = 8;

  std::vector<std::size_t> trees_;   // [n_trees + 1] into levels_
  std::vector<std::size_t> levels_;  // into sums_, each level a multiple of `width` long
  std::vector<double> sums_;
  std::vector<double> totals_;       // [n_trees]
};

}  // namespace rascade::ssa
