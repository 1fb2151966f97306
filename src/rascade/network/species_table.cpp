// SPDX-License-Identifier: MIT
#include "rascade/network/species_table.hpp"

#include <utility>

namespace rascade::network {

std::optional<SpeciesIndex> SpeciesTable::find(const graph::SiteGraph& graph,
                                               const graph::Fingerprint& print,
                                               graph::IsomorphismTest& test) const
{
  const auto found = index_.find(print.whole, [&](std::uint32_t i) {
    return test.is_isomorphic(graph, print.colours, graphs_[i], colours_[i]);
  });
  if (!found) return std::nullopt;
  return SpeciesIndex(*found);
}

SpeciesIndex SpeciesTable::add(const graph::SiteGraph& graph)
{
  graph::Fingerprint print;
  test_.fingerprint(graph, print);
  return add(graph, print);
}

SpeciesIndex SpeciesTable::add(const graph::SiteGraph& graph, const graph::Fingerprint& print)
{
  if (const auto known = find(graph, print, test_)) return *known;
  const SpeciesIndex position(graphs_.size());
  index_.insert(print.whole, position.value);
  graph::SiteGraph form = graph::canonical(graph);
  form.molecules.shrink_to_fit();
  form.sites.shrink_to_fit();
  test_.fingerprint(form, print_);
  num_bytes_ += sizeof(form) + form.molecules.size() * sizeof(form.molecules[0]) +
                form.sites.size() * sizeof(form.sites[0]) + sizeof(print_.colours) +
                form.molecules.size() * sizeof(std::uint64_t);
  colours_.push_back(print_.colours);
  graphs_.push_back(std::move(form));
  return position;
}

}  // namespace rascade::network
