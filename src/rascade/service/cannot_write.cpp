// SPDX-License-Identifier: MIT
#include "rascade/service/cannot_write.hpp"

namespace rascade::service {

Diagnostic cannot_write(const std::string& path)
{
  return {Severity::error, "E1401", {path, 0, 0, 0}, "the results cannot be written here",
          "Give a place you may write to with --out."};
}

}  // namespace rascade::service
