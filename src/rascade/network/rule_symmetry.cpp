// SPDX-License-Identifier: MIT
#include "rascade/network/rule_symmetry.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

namespace rascade::network {
namespace {

using graph::Embedding;
using graph::SiteGraph;
using graph::SitePattern;

/// A side of the rule as one pattern that matches nothing but its like: what a site demands has
/// become its state.
SitePattern exact_pattern(const std::vector<model::Pattern>& side, const MoleculeKinds& kinds)
{
  SitePattern whole;
  for (const model::Pattern& pattern : side) {
    const SitePattern part = to_site_pattern(pattern, kinds);
    const auto num_molecules = static_cast<std::uint32_t>(whole.molecules.size());
    const auto num_sites = static_cast<std::uint32_t>(whole.sites.size());
    for (SiteGraph::Molecule molecule : part.molecules) {
      molecule.first_site += num_sites;
      whole.molecules.push_back(molecule);
    }
    for (SitePattern::Site site : part.sites) {
      const bool is_bound = site.link == SitePattern::Link::bound;
      site.state = 4 * (site.state + 1) + static_cast<std::int32_t>(site.link);
      site.link = is_bound ? SitePattern::Link::bound : SitePattern::Link::unbound;
      site.molecule += num_molecules;
      if (is_bound) site.partner += num_sites;
      whole.sites.push_back(site);
    }
  }
  return whole;
}

SiteGraph as_graph(const SitePattern& pattern)
{
  SiteGraph result;
  result.molecules = pattern.molecules;
  for (const SitePattern::Site& site : pattern.sites) {
    result.sites.push_back({site.kind, site.state, site.molecule, site.partner});
  }
  return result;
}

/// The graph has as many sites as the pattern, so that an embedding leaves none uncovered.
std::vector<Embedding> symmetries_of(const std::vector<model::Pattern>& side,
                                     const MoleculeKinds& kinds)
{
  const SitePattern pattern = exact_pattern(side, kinds);
  return graph::Matcher(pattern).embeddings(as_graph(pattern));
}

/// Parts of a centre, by kind of part and number.
using Image = std::vector<std::pair<char, std::uint32_t>>;

class RuleSymmetry {
 public:
  explicit RuleSymmetry(const RuleSides& sides) : sides_(sides) {}

  /// Do the products follow when the reactants are exchanged thus?
  bool follows(const Embedding& before, const Embedding& after) const
  {
    const std::size_t num_before = sides_.reactants.molecules.size();
    for (std::size_t m = 0; m < after.molecules.size(); ++m) {
      const std::uint32_t slot = sides_.slot_of_product[m];
      const std::uint32_t image = sides_.slot_of_product[after.molecules[m]];
      if ((slot < num_before) != (image < num_before)) return false;
      if (slot < num_before && before.molecules[slot] != image) return false;
    }
    return sites_follow(before, after);
  }

  /// Where the reaction centre lies after the exchange.
  Image image_of(std::span<const Centre> centres, const Embedding& symmetry) const
  {
    Image image;
    std::uint32_t first_molecule = 0;
    std::uint32_t first_site = 0;
    for (std::uint32_t p = 0; p < centres.size(); ++p) {
      for (const std::uint32_t site : centres[p].sites) {
        image.emplace_back('s', symmetry.sites[first_site + site]);
      }
      for (const std::uint32_t molecule : centres[p].molecules) {
        image.emplace_back('m', symmetry.molecules[first_molecule + molecule]);
      }
      if (centres[p].is_whole_species) {
        const std::uint32_t target = symmetry.molecules[first_molecule];
        image.emplace_back('p', sides_.reactants.molecules[target].pattern);
      }
      while (first_molecule < sides_.reactants.molecules.size() &&
             sides_.reactants.molecules[first_molecule].pattern == p) {
        first_site += static_cast<std::uint32_t>(
            sides_.reactants.molecules[first_molecule++].molecule->components.size());
      }
    }
    return image;
  }

 private:
  bool sites_follow(const Embedding& before, const Embedding& after) const
  {
    for (std::size_t s = 0; s < after.sites.size(); ++s) {
      const std::uint32_t slot = sides_.slot_of_product_site(sides_.products.sites[s]);
      if (slot >= sides_.reactants.sites.size()) continue;
      const SideSite& target = sides_.products.sites[after.sites[s]];
      if (before.sites[slot] != sides_.slot_of_product_site(target)) return false;
    }
    return true;
  }

  const RuleSides& sides_;
};

/// The orders in which equal patterns among those without a centre can be taken.
double count_orders(const model::Rule& rule, std::span<const Centre> centres,
                    const MoleculeKinds& kinds)
{
  double count = 1.0;
  std::vector<std::size_t> seen;
  for (std::size_t p = 0; p < centres.size(); ++p) {
    if (!centres[p].is_empty()) continue;
    const SitePattern pattern = exact_pattern({rule.reactants[p]}, kinds);
    double num_equal = 1.0;
    for (const std::size_t other : seen) {
      const SitePattern earlier = exact_pattern({rule.reactants[other]}, kinds);
      const bool is_equal = !graph::Matcher(pattern).embeddings(as_graph(earlier)).empty() &&
                            !graph::Matcher(earlier).embeddings(as_graph(pattern)).empty();
      num_equal += is_equal ? 1.0 : 0.0;
    }
    count *= num_equal;
    seen.push_back(p);
  }
  return count;
}

}  // namespace

double count_repeats(const model::Rule& rule, const RuleSides& sides,
                     std::span<const Centre> centres, const MoleculeKinds& kinds)
{
  const RuleSymmetry symmetry(sides);
  const std::vector<Embedding> of_products = symmetries_of(rule.products, kinds);
  std::set<Image> images;
  for (const Embedding& before : symmetries_of(rule.reactants, kinds)) {
    const bool is_symmetry =
        std::any_of(of_products.begin(), of_products.end(), [&](const Embedding& after) {
          return symmetry.follows(before, after);
        });
    if (is_symmetry) images.insert(symmetry.image_of(centres, before));
  }
  return static_cast<double>(images.size()) * count_orders(rule, centres, kinds);
}

double count_automorphisms(const model::Pattern& pattern, const MoleculeKinds& kinds)
{
  return static_cast<double>(symmetries_of({pattern}, kinds).size());
}

}  // namespace rascade::network
