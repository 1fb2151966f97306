// SPDX-License-Identifier: MIT
#include "rascade/network/observe.hpp"

#include "rascade/network/rule_symmetry.hpp"

namespace rascade::network {
namespace {

bool holds(const model::Quantifier& quantifier, std::size_t found)
{
  const std::size_t wanted = quantifier.count;
  if (quantifier.sign == "<") return found < wanted;
  if (quantifier.sign == "<=") return found <= wanted;
  if (quantifier.sign == ">") return found > wanted;
  if (quantifier.sign == ">=") return found >= wanted;
  if (quantifier.sign == "!=") return found != wanted;
  return found == wanted;
}

}  // namespace

Observer::Observer(const model::Observable& observable, const model::Options& options,
                   const MoleculeKinds& kinds)
    : is_counting_matches_(observable.kind == model::Observable::Kind::molecules),
      is_once_(!is_counting_matches_ && options.count_unique_species)
{
  const bool is_unique = is_counting_matches_ && options.count_unique_molecules;
  for (const model::Pattern& pattern : observable.patterns) {
    const double of_match = is_unique ? 1.0 / count_automorphisms(pattern, kinds) : 1.0;
    items_.push_back({graph::Matcher(to_site_pattern(pattern, kinds)), pattern.compartment,
                      pattern.quantifier, pattern.match_once, of_match});
  }
}

double Observer::weight(const graph::SiteGraph& species, std::int32_t place,
                        graph::Matcher::Scratch& scratch, std::vector<std::uint32_t>& rows) const
{
  double total = 0.0;
  for (const Item& item : items_) {
    if (item.place != model::nowhere && item.place != place) continue;
    const bool is_one_enough = item.match_once || (!is_counting_matches_ && !item.quantifier);
    rows.clear();
    const std::size_t found = is_one_enough ? item.matcher.find(species, scratch, rows, 1)
                                            : item.matcher.find(species, scratch, rows);
    if (is_counting_matches_) {
      total += static_cast<double>(found) * item.of_match;
    } else if (item.quantifier ? holds(*item.quantifier, found) : found > 0) {
      total += 1.0;
      if (is_once_) break;
    }
  }
  return total;
}

double Observer::weight_at(const graph::SiteGraph& species, std::uint32_t molecule,
                           graph::Matcher::Scratch& scratch,
                           std::vector<std::uint32_t>& rows) const
{
  double total = 0.0;
  for (const Item& item : items_) {
    rows.clear();
    const std::size_t found = item.matcher.find_at(species, 0, molecule, scratch, rows);
    total += is_counting_matches_ ? static_cast<double>(found) * item.of_match
                                  : (found > 0 ? 1.0 : 0.0);
  }
  return total;
}

}  // namespace rascade::network
