// SPDX-License-Identifier: MIT
#include "rascade/network/pattern_finds.hpp"

#include <algorithm>
#include <limits>

namespace rascade::network {

RuleFilter::RuleFilter(const model::Rule& rule, const MoleculeKinds& kinds)
{
  for (const model::Condition& condition : rule.conditions) {
    Item& item = items_.emplace_back(
        Item{condition.is_include, condition.is_on_product, condition.position, {}});
    for (const model::Pattern& pattern : condition.patterns) {
      item.matchers.emplace_back(to_site_pattern(pattern, kinds));
    }
  }
}

bool RuleFilter::admits(std::size_t position, bool is_on_product, const graph::SiteGraph& species,
                        graph::Matcher::Scratch& scratch, std::vector<std::uint32_t>& rows) const
{
  return std::all_of(items_.begin(), items_.end(), [&](const Item& item) {
    if (item.position != position || item.is_on_product != is_on_product) return true;
    const bool fits = std::any_of(item.matchers.begin(), item.matchers.end(),
                                  [&](const graph::Matcher& matcher) {
                                    rows.clear();
                                    return matcher.find(species, scratch, rows, 1) > 0;
                                  });
    return fits == item.is_include;
  });
}

PatternFinds::PatternFinds(const model::Rule& rule, const CompiledRule& compiled,
                           const RuleFilter& filter, std::size_t position)
    : pattern_(&rule.reactants[position]),
      matcher_(&compiled.reactants[position]),
      centre_(&compiled.centres[position]),
      filter_(&filter),
      position_(position)
{
}

void PatternFinds::look_in(SpeciesIndex species, const graph::SiteGraph& graph, std::int32_t place,
                           graph::Matcher::Scratch& scratch, std::vector<std::uint32_t>& rows)
{
  if (pattern_->compartment != model::nowhere && place != pattern_->compartment) return;
  if (!filter_->admits(position_, false, graph, scratch, rows)) return;
  rows.clear();
  const std::size_t most = pattern_->match_once ? 1 : std::numeric_limits<std::size_t>::max();
  const std::size_t num_found = matcher_->find(graph, scratch, rows, most);
  if (num_found == 0) return;
  if (num_found > 1) drop_repeats(rows);
  species_.insert(species_.end(), rows.size() / matcher_->row_size(), species);
  rows_.insert(rows_.end(), rows.begin(), rows.end());
}

void PatternFinds::drop_repeats(std::vector<std::uint32_t>& rows) const
{
  const std::size_t size = matcher_->row_size();
  const std::size_t num_molecules = pattern_->molecules.size();
  const auto is_same_event = [&](std::size_t i, std::size_t j) {
    return std::all_of(centre_->sites.begin(), centre_->sites.end(),
                       [&](std::uint32_t s) {
                         return rows[i + num_molecules + s] == rows[j + num_molecules + s];
                       }) &&
           std::all_of(centre_->molecules.begin(), centre_->molecules.end(),
                       [&](std::uint32_t m) { return rows[i + m] == rows[j + m]; });
  };
  std::size_t kept = 0;
  for (std::size_t i = 0; i < rows.size(); i += size) {
    bool is_new = true;
    for (std::size_t j = 0; j < kept && is_new; j += size) is_new = !is_same_event(i, j);
    if (!is_new) continue;
    std::copy_n(rows.begin() + static_cast<std::ptrdiff_t>(i), size,
                rows.begin() + static_cast<std::ptrdiff_t>(kept));
    kept += size;
  }
  rows.resize(kept);
}

}  // namespace rascade::network
