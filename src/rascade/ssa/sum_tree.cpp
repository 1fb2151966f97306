// SPDX-License-Identifier: MIT
#include "rascade/ssa/sum_tree.hpp"

#include <algorithm>
#include <bit>

namespace rascade::ssa {

SumTree::SumTree(std::size_t size)
    : leaves_(std::bit_ceil(std::max<std::size_t>(size, 2))), sums_(2 * leaves_, 0.0)
{
}

void SumTree::set(std::size_t i, double weight)
{
  std::size_t node = leaves_ + i;
  if (sums_[node] == weight) return;
  sums_[node] = weight;
  while (node > 1) {
    node /= 2;
    sums_[node] = sums_[2 * node] + sums_[2 * node + 1];
  }
}

std::size_t SumTree::find(double x) const
{
  std::size_t node = 1;
  while (node < leaves_) {
    const double left = sums_[2 * node];
    // Rounding must not lead where nothing is.
    const bool goes_left = x < left || sums_[2 * node + 1] == 0.0;
    if (!goes_left) x -= left;
    node = 2 * node + (goes_left ? 0 : 1);
  }
  return node - leaves_;
}

}  // namespace rascade::ssa
