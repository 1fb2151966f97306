// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include <CLI/CLI.hpp>

#include "commands.hpp"

namespace rascade::cli {

/// `rascade check MODEL.bngl`: exit code 0 even with warnings, 2 with errors.
struct CheckCommand {
  std::string path;

  void add_to(CLI::App& app);
  [[nodiscard]] int run(const Common& common) const;
};

}  // namespace rascade::cli
