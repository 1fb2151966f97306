// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rascade/base/checked.hpp"

namespace rascade::pathway {

/// The texts of the BNGL modules, by path below the folder; `cascade` lists those of every cell.
struct Modules {
  std::string folder;
  std::map<std::string, std::string> texts;
  std::vector<std::string> cascade;
};

/// Reads every `.bngl` below `folder`; files directly in it make the cascade, in name order.
/// Reports E0810 if there is none or one cannot be read.
[[nodiscard]] Checked<Modules> load_modules(const std::string& folder);

}  // namespace rascade::pathway
