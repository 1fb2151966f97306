// SPDX-License-Identifier: MIT
#include "rascade/network/event_maker.hpp"

#include <algorithm>

namespace rascade::network {

using graph::SiteGraph;

void lay_matches(const ReadyRule& rule, std::span<const std::uint32_t> tuple,
                 const SpeciesView& species, std::vector<Match>& matches)
{
  matches.clear();
  for (std::size_t r = 0; r < tuple.size(); ++r) {
    const SpeciesIndex s = rule.finds[r].species(tuple[r]);
    matches.push_back({&species.table[s], rule.finds[r].row(tuple[r]), species.places[s]});
  }
}

EventMaker::EventMaker(const Geography& geography, std::size_t max_molecules,
                       std::vector<std::pair<std::uint32_t, std::size_t>> max_stoich)
    : geography_(geography),
      max_molecules_(max_molecules),
      max_stoich_(std::move(max_stoich)),
      workpiece_(geography)
{
}

void EventMaker::make(const ReadyRule& rule, std::span<const std::uint32_t> tuples,
                      std::size_t num_events, const SpeciesView& species)
{
  num_products_.clear();
  products_.clear();
  unknown_.clear();
  const std::size_t n = rule.finds.size();
  for (std::size_t e = 0; e < num_events; ++e) {
    lay_matches(rule, tuples.subspan(e * n, n), species, matches_);
    num_products_.push_back(make_event(rule, species));
  }
}

std::int32_t EventMaker::make_event(const ReadyRule& rule, const SpeciesView& species)
{
  if (!can_meet() || !workpiece_.apply(rule.compiled, matches_)) return no_event;
  const std::span<const SiteGraph> made = workpiece_.products();
  for (std::size_t p = 0; p < made.size(); ++p) {
    if (!is_small_enough(made[p])) return no_event;
    if (!rule.filter.admits(p, true, made[p], scratch_, rows_)) return no_event;
  }
  for (const SiteGraph& product : made) {
    test_.fingerprint(product, print_);
    if (const auto known = species.table.find(product, print_, test_)) {
      products_.push_back(known->value);
      continue;
    }
    products_.push_back(-1 - static_cast<std::int64_t>(unknown_.size()));
    unknown_.push_back({product, print_});
  }
  return static_cast<std::int32_t>(made.size());
}

bool EventMaker::can_meet()
{
  if (geography_.is_flat() || matches_.size() < 2) return true;
  places_.clear();
  for (const Match& match : matches_) places_.push_back(match.place);
  return geography_.can_meet(places_);
}

bool EventMaker::is_small_enough(const SiteGraph& product) const
{
  if (product.molecules.size() > max_molecules_) return false;
  return std::all_of(max_stoich_.begin(), max_stoich_.end(), [&](const auto& limit) {
    const auto count = std::count_if(product.molecules.begin(), product.molecules.end(),
                                     [&](const auto& m) { return m.type == limit.first; });
    return static_cast<std::size_t>(count) <= limit.second;
  });
}

}  // namespace rascade::network
