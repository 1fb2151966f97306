// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace rascade::random {

/// Counter-based random numbers (Philox4x32-10, Random123): the seed and the coordinates (patient,
/// clone, purpose …) name the stream, so any order and any number of threads give the same numbers.
///
/// Under one seed, streams of different coordinates never use the same block of random bits; {1}
/// and {1, 0} differ too. A stream has 2^58 words of 32 bits.
class Stream {
 public:
  /// @param coordinates  at most four
  Stream(std::uint64_t seed, std::initializer_list<std::uint32_t> coordinates);

  [[nodiscard]] std::uint32_t bits();
  [[nodiscard]] double uniform();   // in (0, 1), odd multiples of 2^-53: symmetric, never 0 or 1
  [[nodiscard]] double normal();    // mean 0, variance 1, by inversion: one uniform a number
  /// Exact at every mean >= 0 below 2^53: inversion below 10, transformed rejection above.
  [[nodiscard]] std::uint64_t poisson(double mean);
  /// Exact for n up to 2^53, 0 <= p <= 1: inversion where n p or n (1 - p) < 10, else rejection.
  [[nodiscard]] std::uint64_t binomial(std::uint64_t n, double p);

 private:
  std::array<std::uint32_t, 2> key_;
  std::array<std::uint32_t, 4> counter_;
  std::array<std::uint32_t, 4> block_{};
  std::size_t used_ = 4;  // words of block_ already given out
};

}  // namespace rascade::random
