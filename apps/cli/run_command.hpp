// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include <CLI/CLI.hpp>

#include "commands.hpp"

namespace rascade::cli {

struct RunArguments {
  std::string file;
  std::uint64_t seed = 1;
  std::size_t threads = 1;
  bool reduces = false;
  std::string tolerances_file;
  bool is_quiet = false;
};

/// `rascade run MODEL.bngl`: the model's actions, one after the other.
void add_run(CLI::App& app, RunArguments& arguments);

[[nodiscard]] int run_model(const Common& common, const RunArguments& arguments);

}  // namespace rascade::cli
