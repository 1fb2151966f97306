// SPDX-License-Identifier: MIT
#include "rascade/network/species_table.hpp"

#include <utility>

namespace rascade::network {

SpeciesIndex SpeciesTable::add(const graph::SiteGraph& graph)
{
  graph::SiteGraph form = graph::canonical(graph);
  std::vector<SpeciesIndex>& alike = by_hash_[graph::hash(form)];
  for (const SpeciesIndex i : alike) {
    if (graphs_[i] == form) return i;
  }
  alike.emplace_back(graphs_.size());
  graphs_.push_back(std::move(form));
  return alike.back();
}

}  // namespace rascade::network
