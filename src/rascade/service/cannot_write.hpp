// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "rascade/base/diagnostic.hpp"

namespace rascade::service {

/// E1401, of a file or folder that results were to go to.
[[nodiscard]] Diagnostic cannot_write(const std::string& path);

}  // namespace rascade::service
