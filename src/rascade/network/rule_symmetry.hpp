// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "rascade/network/compile_rule.hpp"
#include "rascade/network/rule_sides.hpp"

namespace rascade::network {

/// How often the matches of a rule, species taken in order, find the same event.
///
/// A symmetry of the rule lays its reactants onto themselves so that its products follow. The count
/// is the number of images of the reaction centre under all of them, times the orders in which
/// equal reactants without a centre can be taken.
[[nodiscard]] double count_repeats(const model::Rule& rule, const RuleSides& sides,
                                   std::span<const Centre> centres,
                                   const MoleculeKinds& kinds);

/// In how many ways the pattern lies on itself, counting itself.
[[nodiscard]] double count_automorphisms(const model::Pattern& pattern, const MoleculeKinds& kinds);

}  // namespace rascade::network
