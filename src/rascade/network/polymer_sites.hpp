// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "rascade/network/rule_bonds.hpp"

namespace rascade::network {

/// A bond of a chain: from a site of one molecule to a site of the next.
struct PolymerBond {
  TypeSite from, to;
  model::RuleIndex rule;  // one that makes it
};

/// Bonds that can follow one another for ever: the molecule that the last one reaches can make the
/// first one again.
struct PolymerLoop {
  std::vector<PolymerBond> bonds;
};

/// Why complexes of the model may grow without end; nothing if no chain of bonds can repeat itself.
///
/// A molecule carries a chain on if two of its sites can be bound at once: no rule that binds one
/// demands the other to be free, or only the rules of one of them do. Bonds count that a rule makes
/// between two reactants. States of sites are not looked at, so a chain may be impossible after all.
[[nodiscard]] std::vector<PolymerLoop> polymer_sites(const model::Model& model);

/// `A(l)-A(r)`, or `A(l)-B(r), B(s)-A(k)`.
[[nodiscard]] std::string to_string(const PolymerLoop& loop,
                                    std::span<const model::MoleculeType> types);

}  // namespace rascade::network
