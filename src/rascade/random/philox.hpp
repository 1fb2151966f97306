// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>

namespace rascade::random {

using Block = std::array<std::uint32_t, 4>;
using Key = std::array<std::uint32_t, 2>;

/// Philox4x32-10: for each key a permutation of the 2^128 blocks that passes for noise
/// [Salmon2011].
[[nodiscard]] Block philox(const Block& counter, const Key& key);

}  // namespace rascade::random
