// SPDX-License-Identifier: MIT
#pragma once

#include "model_commands.hpp"

namespace rascade::cli {

/// `rascade cite RUN`: the sources of a saved run as text, BibTeX or JSON.
void add_cite(CLI::App& app, const Common& common, Chosen& chosen);

}  // namespace rascade::cli
