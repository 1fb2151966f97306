// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "rascade/base/checked.hpp"
#include "rascade/model/model.hpp"
#include "rascade/network/network.hpp"

namespace rascade::network {

struct ExpansionLimits {
  std::size_t max_species = 5000;
  std::size_t max_molecules = 100;  // of one species
};

/// Applies the rules to the seeds, and to what comes out, until nothing new does.
///
/// A rule applies once for each distinct image of its reaction centre (the sites it changes, the
/// molecules it removes); what its own symmetry counts twice is counted once. Sums of equal
/// reactions of one rule are one Reaction. It does not apply where the number of species that come
/// out differs from the number of product patterns (`DeleteMolecules` allows more). Reactions that
/// change nothing are left out.
///
/// Reports E1501 (too many species) and E1502 (a species of too many molecules), naming the rule.
[[nodiscard]] Checked<Network> expand(const model::Model& model,
                                      const ExpansionLimits& limits = {});

}  // namespace rascade::network
