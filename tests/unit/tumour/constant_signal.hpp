// SPDX-License-Identifier: MIT
#pragma once

#include "rascade/tumour/tumour.hpp"

namespace rascade::tumour {

inline SignalCourse constant(double s) { return {{0}, {s}, 0}; }

}  // namespace rascade::tumour
