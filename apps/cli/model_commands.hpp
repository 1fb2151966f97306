// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "commands.hpp"
#include "rascade/service/model_file.hpp"

namespace rascade::cli {

inline constexpr int incomplete = 3;  // a limit ended the expansion

/// What the chosen command does; empty if it is none of these.
using Chosen = std::function<int()>;

void add_convert(CLI::App& app, const Common& common, Chosen& chosen);
void add_compile(CLI::App& app, const Common& common, Chosen& chosen);
void add_ensemble(CLI::App& app, const Common& common, Chosen& chosen);
void add_gradient(CLI::App& app, const Common& common, Chosen& chosen);
void add_verify(CLI::App& app, const Common& common, Chosen& chosen);

/// `--threads`, `--max-species` and the like.
void add_expansion_options(CLI::App& command, service::ExpansionRequest& request);

/// On stderr, with the lines of the file they are about.
void show(const std::string& path, const std::vector<Diagnostic>& diagnostics);

/// A line on stderr that follows the expansion; empty unless stderr is a terminal.
[[nodiscard]] std::function<void(const network::ExpansionProgress&)> expansion_line();

/// Ends the line of `expansion_line`.
void clear_line();

}  // namespace rascade::cli
