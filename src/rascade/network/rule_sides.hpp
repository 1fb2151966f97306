// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "rascade/model/model.hpp"
#include "rascade/network/pattern_graph.hpp"

namespace rascade::network {

struct SideMolecule {
  const model::MoleculePattern* molecule;
  std::uint32_t pattern;     // position on its side of the rule
  std::uint32_t first_site;  // into RuleSide::sites
};

struct SideSite {
  const model::ComponentPattern* site;
  std::uint32_t molecule;  // into RuleSide::molecules
};

/// One side of a rule laid out flat, pattern after pattern.
struct RuleSide {
  std::vector<SideMolecule> molecules;
  std::vector<SideSite> sites;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> bonds;  // into `sites`, lesser end first

  /// The first site of a pattern that has molecules.
  [[nodiscard]] std::uint32_t first_site_of(std::uint32_t pattern) const;
};

/// Both sides, and which molecule after the rule is which before it. Points into the rule.
struct RuleSides {
  RuleSide reactants;
  RuleSide products;
  std::vector<std::uint32_t> slot_of_product;  // [product molecules], molecule slot
  std::vector<std::uint32_t> first_made_site;  // [made molecules], site slot

  [[nodiscard]] std::size_t num_molecule_slots() const
  {
    return reactants.molecules.size() + first_made_site.size();
  }
  [[nodiscard]] std::uint32_t slot_of_product_site(const SideSite& site) const;
};

/// Molecules correspond in the order written among those of one type with the same sites.
[[nodiscard]] RuleSides correspond(const model::Rule& rule, const MoleculeKinds& kinds);

}  // namespace rascade::network
