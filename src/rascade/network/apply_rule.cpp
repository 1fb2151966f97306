// SPDX-License-Identifier: MIT
#include "rascade/network/apply_rule.hpp"

#include <cstdint>
#include <limits>
#include <numeric>

namespace rascade::network {
namespace {

using graph::SiteGraph;

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// All reactants side by side in one graph, with the rule's slots laid onto it.
class Workpiece {
 public:
  Workpiece(const Transformation& change, std::span<const Match> matches) : change_(change)
  {
    for (const Match& match : matches) {
      first_molecule_.push_back(num_molecules());
      lay_slots(match.embedding->molecules, match.embedding->sites);
      graph_.append(*match.species);
    }
    first_molecule_.push_back(num_molecules());
    std::vector<std::uint32_t> molecules(change.made.molecules.size());
    std::vector<std::uint32_t> sites(change.made.sites.size());
    std::iota(molecules.begin(), molecules.end(), 0U);
    std::iota(sites.begin(), sites.end(), 0U);
    lay_slots(molecules, sites);
    graph_.append(change.made);
    is_removed_.assign(num_molecules(), false);
  }

  void transform()
  {
    for (const auto& [slot, state] : change_.states) graph_.sites[site_at_[slot]].state = state;
    for (const std::uint32_t slot : change_.removed_molecules) remove(molecule_at_[slot]);
    for (const std::uint32_t r : change_.removed_species) {
      for (std::uint32_t m = first_molecule_[r]; m < first_molecule_[r + 1]; ++m) remove(m);
    }
    for (const std::uint32_t slot : change_.cuts) graph_.remove_bond(site_at_[slot]);
    for (const auto& [a, b] : change_.joins) graph_.add_bond(site_at_[a], site_at_[b]);
  }

  std::optional<std::vector<SiteGraph>> split() const
  {
    const std::vector<std::uint32_t> part = graph::components(graph_);
    if (!answers_to_products(part)) return std::nullopt;
    std::vector<SiteGraph> species;
    std::uint32_t num_parts = 0;
    for (std::size_t m = 0; m < part.size(); ++m) {
      if (part[m] != num_parts) continue;
      ++num_parts;
      if (!is_removed_[m]) species.push_back(graph::extract(graph_, part, part[m]));
    }
    return species;
  }

 private:
  std::uint32_t num_molecules() const
  {
    return static_cast<std::uint32_t>(graph_.molecules.size());
  }

  /// The next slots lie on these molecules and sites of the graph about to be appended.
  void lay_slots(const std::vector<std::uint32_t>& molecules,
                 const std::vector<std::uint32_t>& sites)
  {
    for (const std::uint32_t m : molecules) molecule_at_.push_back(m + num_molecules());
    const auto num_sites = static_cast<std::uint32_t>(graph_.sites.size());
    for (const std::uint32_t s : sites) site_at_.push_back(s + num_sites);
  }

  /// What is removed stays in the graph, alone.
  void remove(std::uint32_t molecule)
  {
    is_removed_[molecule] = true;
    const SiteGraph::Molecule& sites = graph_.molecules[molecule];
    for (std::uint32_t i = 0; i < sites.num_sites; ++i) graph_.remove_bond(sites.first_site + i);
  }

  /// Each product pattern's molecules are in one part, and no part serves two patterns.
  bool answers_to_products(const std::vector<std::uint32_t>& part) const
  {
    std::vector<std::uint32_t> part_of(change_.num_products, none);
    std::vector<std::uint32_t> product_of(part.size(), none);
    for (std::size_t slot = 0; slot < molecule_at_.size(); ++slot) {
      if (change_.product_of[slot] < 0) continue;
      const auto product = static_cast<std::uint32_t>(change_.product_of[slot]);
      const std::uint32_t here = part[molecule_at_[slot]];
      if (part_of[product] != none && part_of[product] != here) return false;
      if (product_of[here] != none && product_of[here] != product) return false;
      part_of[product] = here;
      product_of[here] = product;
    }
    if (change_.may_split) return true;
    for (std::size_t n = 0; n < part.size(); ++n) {
      if (!is_removed_[n] && product_of[part[n]] == none) return false;
    }
    return true;
  }

  const Transformation& change_;
  SiteGraph graph_;
  std::vector<std::uint32_t> first_molecule_;  // [n_reactants + 1]
  std::vector<std::uint32_t> molecule_at_;     // [molecule slots]
  std::vector<std::uint32_t> site_at_;         // [site slots]
  std::vector<bool> is_removed_;               // [n_molecules]
};

}  // namespace

std::optional<std::vector<SiteGraph>> apply_rule(const Transformation& change,
                                                 std::span<const Match> matches)
{
  Workpiece workpiece(change, matches);
  workpiece.transform();
  return workpiece.split();
}

}  // namespace rascade::network
