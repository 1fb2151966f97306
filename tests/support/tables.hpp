// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

#include "rascade/knowledge/knowledge.hpp"
#include "rascade/pathway/modules.hpp"

namespace rascade::support {

inline std::string source_folder() { return RASCADE_SOURCE_DIR; }

/// The repository's own tables; a mistake in them fails the test with the whole list.
inline const knowledge::Knowledge& tables()
{
  static const knowledge::Knowledge knowledge = [] {
    auto loaded = knowledge::load_knowledge(source_folder() + "/knowledge", source_folder() + "/models");
    if (!loaded) throw std::runtime_error(to_string(loaded.diagnostics()));
    return *std::move(loaded);
  }();
  return knowledge;
}

inline const pathway::Modules& modules()
{
  static const pathway::Modules modules = [] {
    auto loaded = pathway::load_modules(source_folder() + "/models");
    if (!loaded) throw std::runtime_error(to_string(loaded.diagnostics()));
    return *std::move(loaded);
  }();
  return modules;
}

}  // namespace rascade::support
