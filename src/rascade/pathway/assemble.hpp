// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rascade/base/checked.hpp"
#include "rascade/network/network.hpp"
#include "rascade/pathway/cell.hpp"
#include "rascade/pathway/draw.hpp"
#include "rascade/pathway/modules.hpp"
#include "rascade/pathway/recipe.hpp"
#include "rascade/simulate/rate_system.hpp"

namespace rascade::pathway {

/// The model of one cell with a set of drugs, ready to be run for any draw.
struct Assembly {
  std::string text;                                   // plain BNGL, internal units
  std::vector<const knowledge::Drug*> drugs;          // in the order of the system's inputs
  std::vector<Recipe> recipes;                        // of the parameters in the text
  std::vector<simulate::ParameterIndex> parameters;   // of each recipe, in the system
  network::Network network;
  simulate::RateSystem system;
};

/// Puts the cascade's modules and the drugs' modules together for this cell, expands and compiles.
///
/// Reports template mistakes (E080x), what the language and the network find, and E0820 for two
/// drugs of the same mechanism.
[[nodiscard]] Checked<Assembly> assemble(const knowledge::Knowledge& knowledge, const Modules& modules,
                                         const Cell& cell,
                                         const std::vector<const knowledge::Drug*>& drugs);

}  // namespace rascade::pathway
