// SPDX-License-Identifier: MIT
#pragma once

namespace rascade::verify {

/// The t that Student's distribution exceeds with probability `tail` (0 < tail < 0.5), to about 1 %
/// from 10 degrees of freedom on; approached from below the exact value.
[[nodiscard]] double student_quantile(double tail, double degrees_of_freedom);

}  // namespace rascade::verify
