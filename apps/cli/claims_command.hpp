// SPDX-License-Identifier: MIT
#pragma once

#include "model_commands.hpp"

namespace rascade::cli {

/// `rascade claims`: the review's statements as experiments on the model.
void add_claims(CLI::App& app, const Common& common, Chosen& chosen);

}  // namespace rascade::cli
