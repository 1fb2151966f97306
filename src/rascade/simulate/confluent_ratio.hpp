// SPDX-License-Identifier: MIT
#pragma once

namespace rascade::simulate {

/// M(a + 1, b + 1, z) / M(a, b, z), M being Kummer's confluent hypergeometric function; not a
/// number where its continued fraction does not converge.
[[nodiscard]] double confluent_ratio(double a, double b, double z);

}  // namespace rascade::simulate
