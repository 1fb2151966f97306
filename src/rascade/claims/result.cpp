// SPDX-License-Identifier: MIT
#include "rascade/claims/result.hpp"

namespace rascade::claims {

std::string_view to_string(Status status)
{
  switch (status) {
    case Status::reproduced: return "reproduced";
    case Status::missed: return "missed";
    case Status::not_modelled: return "not_modelled";
    case Status::uncounted: return "open";
  }
  return "not_modelled";
}

bool RobustShare::is_robust() const { return holds >= robust_least; }

}  // namespace rascade::claims
