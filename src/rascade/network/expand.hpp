// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "rascade/base/checked.hpp"
#include "rascade/model/model.hpp"
#include "rascade/network/network.hpp"

namespace rascade::network {

struct ExpansionLimits {
  // Reaching one of these ends the expansion with an error …
  std::size_t max_species = 100000;
  std::size_t max_bytes = std::size_t{4} << 30U;  // of memory, estimated
  // … while these are part of the question: what goes beyond them is left out.
  std::size_t max_molecules = 1000000000;         // of one species (max_agg)
  std::size_t max_iterations = 1000000000;        // rounds of applying all rules (max_iter)
  std::map<std::string, std::size_t> max_stoich;  // molecules of a type in one species
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
