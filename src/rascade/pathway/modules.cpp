// SPDX-License-Identifier: MIT
#include "rascade/pathway/modules.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

namespace rascade::pathway {
namespace {

Diagnostic unreadable(const std::string& path)
{
  return {Severity::error, "E0810", {path, 0, 0, 0}, "no model module can be read here",
          "Point --models to the folder that holds the BNGL modules."};
}

}  // namespace

Checked<Modules> load_modules(const std::string& folder)
{
  namespace fs = std::filesystem;
  Modules modules{folder, {}, {}};
  std::error_code failed;
  for (const auto& entry : fs::recursive_directory_iterator(folder, failed)) {
    if (entry.path().extension() != ".bngl") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    if (!file) return unreadable(entry.path().string());
    const fs::path relative = fs::relative(entry.path(), folder);
    if (!relative.has_parent_path()) modules.cascade.push_back(relative.string());
    modules.texts[relative.string()] = std::string(std::istreambuf_iterator<char>(file), {});
  }
  if (failed || modules.cascade.empty()) return unreadable(folder);
  std::sort(modules.cascade.begin(), modules.cascade.end());
  return modules;
}

}  // namespace rascade::pathway
