// SPDX-License-Identifier: MIT
#pragma once

#include "rascade/model/model.hpp"

namespace rascade::simulate {

/// The table at x: linear between its points or the value of the last point reached; constant
/// beyond the ends.
[[nodiscard]] double value_at(const model::Table& table, double x);

/// The slope of the table at x, at a point that towards larger x; zero of a step table.
[[nodiscard]] double slope_at(const model::Table& table, double x);

}  // namespace rascade::simulate
