// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "rascade/simulate/rate_system.hpp"

namespace rascade::simulate {

/// The first reaction whose rate at (t, y) is not a finite number, else the one that changes the
/// species fastest, in words: "fastest: A() + B() -> C(), rule bind, rate law kon, 3e+05 per s".
/// Empty if nothing changes the species.
[[nodiscard]] std::string blame_rate(Evaluator& evaluator, double t, std::span<const double> y,
                                     std::span<const double> inputs, std::size_t species);

}  // namespace rascade::simulate
