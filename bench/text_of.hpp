// SPDX-License-Identifier: MIT
#pragma once

#include <fstream>
#include <optional>
#include <sstream>
#include <string>

namespace rascade::bench {

/// A file's text; nothing if it cannot be read.
inline std::optional<std::string> text_of(const std::string& path)
{
  std::ifstream file(path);
  if (!file) return std::nullopt;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace rascade::bench
