// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "oracle/twin.hpp"

namespace rascade::twin {

/// Both sides of a rule as one picture: each molecule and site before and after.
struct Picture {
  static constexpr int nowhere = -1;  // pattern of a molecule that is not there

  struct Look {
    bool is_there = false;
    std::int32_t state = -1;
    SitePattern::Link link = SitePattern::Link::unbound;
    std::size_t partner = SiteGraph::unbound;  // into `sites`
  };
  struct Site {
    std::uint32_t kind = 0;
    std::size_t molecule = 0;
    Look before, after;
  };
  struct Molecule {
    std::uint32_t type = 0;
    int before = nowhere;  // reactant pattern
    int after = nowhere;   // product pattern
    std::vector<std::size_t> sites;
  };

  std::vector<Molecule> molecules;  // those of the reactants first, pattern after pattern
  std::vector<Site> sites;          // molecule after molecule

  [[nodiscard]] bool is_gone(std::size_t site) const
  {
    return molecules[sites[site].molecule].after == nowhere;
  }
  /// A bond that the rule cuts itself, rather than by taking a molecule away.
  [[nodiscard]] bool is_cut(std::size_t site) const;
  [[nodiscard]] bool is_joined(std::size_t site) const;
  [[nodiscard]] bool changes_state(std::size_t site) const;
};

/// Molecules with one tag are the same; then those of one type with the same sites, as written.
[[nodiscard]] Picture draw(const model::Rule& rule, const model::Model& model);

/// Where a symmetry puts the picture's molecules, sites and reactant patterns.
struct Symmetry {
  std::vector<std::size_t> molecules, sites;
  std::vector<int> reactants, products;  // patterns
};

[[nodiscard]] std::vector<Symmetry> symmetries(const Picture& picture, const model::Rule& rule);

}  // namespace rascade::twin
