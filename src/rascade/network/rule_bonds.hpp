// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "rascade/model/model.hpp"
#include "rascade/network/pattern_graph.hpp"

namespace rascade::network {

/// A site of a molecule type; of equal sites the first stands for all.
struct TypeSite {
  model::MoleculeTypeIndex type;
  std::uint32_t component = 0;  // into MoleculeType::components
  friend auto operator<=>(const TypeSite&, const TypeSite&) = default;
};

[[nodiscard]] TypeSite type_site(std::span<const model::MoleculeType> types,
                                 model::MoleculeTypeIndex type, std::uint32_t component);

/// `A(b)`.
[[nodiscard]] std::string to_string(const TypeSite& site,
                                    std::span<const model::MoleculeType> types);

inline constexpr std::int32_t made_by_rule = -1;

/// One end of a bond that a rule makes or breaks.
struct BondEnd {
  TypeSite site;
  const model::MoleculePattern* molecule = nullptr;  // as the rule finds it, or as it makes it
  std::uint32_t position = 0;                        // of the site in `molecule`
  std::int32_t reactant = made_by_rule;              // position of the reactant it belongs to
};

struct RuleBond {
  BondEnd a, b;
};

/// Bonds between sites that the rule names; points into the rule.
struct BondChanges {
  std::vector<RuleBond> made, broken;
};

[[nodiscard]] BondChanges bond_changes(const model::Rule& rule, const MoleculeKinds& kinds);

}  // namespace rascade::network
