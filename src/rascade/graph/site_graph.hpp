// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace rascade::graph {

/// Molecules with sites, and the bonds between the sites.
///
/// Sites lie molecule after molecule. Sites of one kind within a molecule are interchangeable; a
/// kind belongs to one type of molecule, and molecules of one type have the same kinds at the same
/// places. Every site is in at most one bond.
struct SiteGraph {
  static constexpr std::uint32_t unbound = std::numeric_limits<std::uint32_t>::max();

  struct Molecule {
    std::uint32_t type = 0;
    std::uint32_t first_site = 0;  // into `sites`
    std::uint32_t num_sites = 0;
    std::int32_t place = -1;       // the compartment it is in; -1: none

    friend bool operator==(const Molecule&, const Molecule&) = default;
  };
  struct Site {
    std::uint32_t kind = 0;
    std::int32_t state = -1;          // -1: the site has none
    std::uint32_t molecule = 0;       // into `molecules`
    std::uint32_t partner = unbound;  // into `sites`

    friend bool operator==(const Site&, const Site&) = default;
  };

  std::vector<Molecule> molecules;
  std::vector<Site> sites;

  void add_bond(std::uint32_t a, std::uint32_t b);
  /// Frees the site and its partner, if it has one.
  void remove_bond(std::uint32_t site);
  /// Puts a copy of another graph's molecules behind those here, its bonds kept.
  void append(const SiteGraph& other);

  friend bool operator==(const SiteGraph&, const SiteGraph&) = default;
};

/// The same graph with molecules, and sites of one kind within them, in canonical order:
/// isomorphic graphs become equal. Molecules of lower type come first.
[[nodiscard]] SiteGraph canonical(const SiteGraph& graph);

}  // namespace rascade::graph
