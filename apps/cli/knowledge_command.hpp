// SPDX-License-Identifier: MIT
#pragma once

#include "model_commands.hpp"

namespace rascade::cli {

/// `rascade knowledge`: the hash and the rows of each table; `rascade knowledge diff OLD NEW`: what
/// changed between two folders of tables.
void add_knowledge(CLI::App& app, const Common& common, Chosen& chosen);

}  // namespace rascade::cli
