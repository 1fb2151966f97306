// SPDX-License-Identifier: MIT
#include "rascade/ssa/sum_forest.hpp"

#include <algorithm>

namespace rascade::ssa {

SumForest::SumForest(std::span<const std::size_t> sizes) : totals_(sizes.size(), 0.0)
{
  std::size_t next = 0;
  for (const std::size_t size : sizes) {
    trees_.push_back(levels_.size());
    std::size_t blocks = std::max<std::size_t>(size, 1);
    do {
      blocks = (blocks + width - 1) / width;
      levels_.push_back(next);
      next += blocks * width;
    } while (blocks > 1);
  }
  trees_.push_back(levels_.size());
  levels_.push_back(next);
  sums_.assign(next, 0.0);
}

std::size_t SumForest::find(std::size_t tree, double& x) const
{
  std::size_t block = 0;
  for (std::size_t level = trees_[tree + 1]; level-- > trees_[tree];) {
    const double* const weights = &sums_[levels_[level] + block * width];
    std::size_t last = 0;  // rounding must not lead where nothing is
    double before = 0.0, sum = 0.0;
    for (std::size_t i = 0; i < width; ++i) {
      if (weights[i] == 0.0) continue;
      before = sum;
      last = i;
      sum += weights[i];
      if (x < sum) break;
    }
    x = std::max(0.0, x - before);
    block = block * width + last;
  }
  return block;
}

}  // namespace rascade::ssa
