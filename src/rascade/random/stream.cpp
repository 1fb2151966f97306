// SPDX-License-Identifier: MIT
#include "rascade/random/stream.hpp"

#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <cassert>
#include <numbers>

#include "rascade/random/philox.hpp"

namespace rascade::random {
namespace {

/// Double throughout: long double differs between machines, and so would the last digit.
using InDouble = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

/// Lower quantile of the standard normal, 0 < u <= 1/2: where erfc keeps the tail's digits.
double lower_quantile(double u)
{
  return -std::numbers::sqrt2 * boost::math::erfc_inv(2.0 * u, InDouble());
}

}  // namespace

// Philox permutes the blocks, so different coordinates give different `mixed`, and with it a
// different pair (key, upper half of the counter): no two streams of one seed share a block. The
// number of coordinates stands in the top byte of the second word, which the count of blocks never
// reaches.
Stream::Stream(std::uint64_t seed, std::initializer_list<std::uint32_t> coordinates)
{
  assert(coordinates.size() <= 4);
  Block padded{};
  std::copy(coordinates.begin(), coordinates.end(), padded.begin());
  const Key of_seed{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)};
  const Block mixed = philox(padded, of_seed);
  key_ = {mixed[0], mixed[1]};
  counter_ = {0, static_cast<std::uint32_t>(coordinates.size()) << 24, mixed[2], mixed[3]};
}

std::uint32_t Stream::bits()
{
  if (used_ == block_.size()) {
    block_ = philox(counter_, key_);
    used_ = 0;
    if (++counter_[0] == 0) ++counter_[1];
  }
  return block_[used_++];
}

double Stream::uniform()
{
  const std::uint64_t high = bits();
  const std::uint64_t low = bits();
  const std::uint64_t odd = (high << 32 | low) >> 11 | 1;
  return static_cast<double>(odd) * 0x1p-53;
}

double Stream::normal()
{
  const double u = uniform();
  return u < 0.5 ? lower_quantile(u) : -lower_quantile(1.0 - u);
}

}  // namespace rascade::random
