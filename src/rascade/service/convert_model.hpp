// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "rascade/base/checked.hpp"
#include "rascade/service/model_file.hpp"

namespace rascade::service {

struct ConvertRequest {
  std::string file;    // .bngl or .net
  std::string target;  // net | sbml | bngl
  ExpansionRequest expansion;
};

/// The file in another format. A network that a limit cut short is refused; so are E1811, a target
/// that is not known, and E1812, rules asked of a network. For SBML also E1801 to E1804.
[[nodiscard]] Checked<std::string> convert_model(const ConvertRequest& request);

}  // namespace rascade::service
