// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include <CLI/CLI.hpp>

#include "commands.hpp"

namespace rascade::cli {

/// `rascade contact-map MODEL.bngl --out map.html|map.svg`; without --out the SVG goes to stdout.
struct ContactMapCommand {
  std::string path;

  void add_to(CLI::App& app);
  [[nodiscard]] int run(const Common& common) const;
};

}  // namespace rascade::cli
