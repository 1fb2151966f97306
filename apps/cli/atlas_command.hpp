// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "commands.hpp"

namespace rascade::cli {

/// `rascade atlas drug NAME` and the other questions; `rascade atlas --html DIR` writes the page.
struct AtlasCommand {
  std::string subject, html;
  std::vector<std::string> words;
  bool is_full = false;

  void add_to(CLI::App& app);
  [[nodiscard]] int run(const Common& common) const;
};

}  // namespace rascade::cli
