// SPDX-License-Identifier: MIT
#include "rascade/graph/match.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace rascade::graph {

/// One search, by backtracking: molecule by molecule, and site by site within each.
class Matcher::Run {
 public:
  Run(const Matcher& matcher, const SiteGraph& graph, Scratch& scratch,
      std::vector<std::uint32_t>& rows, std::size_t most)
      : pattern_(matcher.pattern_),
        steps_(matcher.steps_),
        graph_(graph),
        image_(scratch.image),
        molecule_taken_(scratch.molecule_taken),
        site_taken_(scratch.site_taken),
        rows_(rows),
        most_(most)
  {
    image_.assign(matcher.row_size(), SiteGraph::unbound);
    molecule_taken_.assign(graph.molecules.size(), 0);
    site_taken_.assign(graph.sites.size(), 0);
  }

  std::size_t run()
  {
    place_molecule(0);
    return num_found_;
  }

  void hold(std::uint32_t pattern_molecule, std::uint32_t molecule)
  {
    held_ = pattern_molecule;
    held_at_ = molecule;
  }

 private:
  void place_molecule(std::size_t k)
  {
    if (k == steps_.size()) {
      rows_.insert(rows_.end(), image_.begin(), image_.end());
      ++num_found_;
      return;
    }
    if (steps_[k].from_site != SiteGraph::unbound) {
      const std::uint32_t partner = graph_.sites[image_of_site(steps_[k].from_site)].partner;
      try_molecule(k, graph_.sites[partner].molecule);
      return;
    }
    for (std::uint32_t m = 0; m < graph_.molecules.size() && num_found_ < most_; ++m) {
      try_molecule(k, m);
    }
  }

  void try_molecule(std::size_t k, std::uint32_t target)
  {
    const std::uint32_t wanted = steps_[k].molecule;
    const SiteGraph::Molecule& molecule = pattern_.molecules[wanted];
    if (graph_.molecules[target].type != molecule.type) return;
    if (molecule.place >= 0 && graph_.molecules[target].place != molecule.place) return;
    if (molecule_taken_[target] != 0 || (wanted == held_ && target != held_at_)) return;
    molecule_taken_[target] = 1;
    image_[wanted] = target;
    place_site(k, 0);
    molecule_taken_[target] = 0;
  }

  void place_site(std::size_t k, std::uint32_t i)
  {
    const SiteGraph::Molecule& wanted = pattern_.molecules[steps_[k].molecule];
    if (i == wanted.num_sites) {
      place_molecule(k + 1);
      return;
    }
    const std::uint32_t s = wanted.first_site + i;
    const SiteGraph::Molecule& target = graph_.molecules[image_[steps_[k].molecule]];
    const std::uint32_t end = target.first_site + target.num_sites;
    for (std::uint32_t t = target.first_site; t < end && num_found_ < most_; ++t) {
      if (graph_.sites[t].kind != pattern_.sites[s].kind) continue;
      if (site_taken_[t] != 0 || !fits(pattern_.sites[s], t)) continue;
      site_taken_[t] = 1;
      image_of_site(s) = t;
      place_site(k, i + 1);
      image_of_site(s) = SiteGraph::unbound;
      site_taken_[t] = 0;
    }
  }

  bool fits(const SitePattern::Site& wanted, std::uint32_t t) const
  {
    const SiteGraph::Site& target = graph_.sites[t];
    if (wanted.state >= 0 && target.state != wanted.state) return false;
    switch (wanted.link) {
      case SitePattern::Link::unbound:
        return target.partner == SiteGraph::unbound;
      case SitePattern::Link::any_bond:
        return target.partner != SiteGraph::unbound;
      case SitePattern::Link::either:
        return true;
      case SitePattern::Link::bound:
        break;
    }
    if (target.partner == SiteGraph::unbound) return false;
    const std::uint32_t partner = image_[pattern_.molecules.size() + wanted.partner];
    return partner == SiteGraph::unbound || partner == target.partner;
  }

  std::uint32_t& image_of_site(std::uint32_t s) { return image_[pattern_.molecules.size() + s]; }

  const SitePattern& pattern_;
  const std::vector<Step>& steps_;
  const SiteGraph& graph_;
  std::vector<std::uint32_t>& image_;
  std::vector<std::uint8_t>& molecule_taken_;
  std::vector<std::uint8_t>& site_taken_;
  std::vector<std::uint32_t>& rows_;
  std::size_t most_;
  std::size_t num_found_ = 0;
  std::uint32_t held_ = SiteGraph::unbound;
  std::uint32_t held_at_ = SiteGraph::unbound;
};

Matcher::Matcher(SitePattern pattern) : pattern_(std::move(pattern))
{
  for (const SiteGraph::Molecule& molecule : pattern_.molecules) {
    const auto same = std::find_if(needed_.begin(), needed_.end(),
                                   [&](const auto& n) { return n.first == molecule.type; });
    if (same == needed_.end()) needed_.emplace_back(molecule.type, 1U);
    else ++same->second;
  }
  std::vector<bool> is_planned(pattern_.molecules.size());
  for (std::uint32_t root = 0; root < pattern_.molecules.size(); ++root) {
    if (is_planned[root]) continue;
    is_planned[root] = true;
    steps_.push_back({root, SiteGraph::unbound});
    for (std::size_t k = steps_.size() - 1; k < steps_.size(); ++k) {
      const SiteGraph::Molecule& molecule = pattern_.molecules[steps_[k].molecule];
      for (std::uint32_t i = 0; i < molecule.num_sites; ++i) {
        const std::uint32_t s = molecule.first_site + i;
        if (pattern_.sites[s].link != SitePattern::Link::bound) continue;
        const std::uint32_t next = pattern_.sites[pattern_.sites[s].partner].molecule;
        if (is_planned[next]) continue;
        is_planned[next] = true;
        steps_.push_back({next, s});
      }
    }
  }
}

std::size_t Matcher::find(const SiteGraph& graph, Scratch& scratch,
                          std::vector<std::uint32_t>& rows, std::size_t most) const
{
  for (const auto& [type, count] : needed_) {
    std::uint32_t found = 0;
    for (const SiteGraph::Molecule& molecule : graph.molecules) {
      found += molecule.type == type ? 1U : 0U;
    }
    if (found < count) return 0;
  }
  return Run(*this, graph, scratch, rows, most).run();
}

std::size_t Matcher::find_at(const SiteGraph& graph, std::uint32_t pattern_molecule,
                             std::uint32_t molecule, Scratch& scratch,
                             std::vector<std::uint32_t>& rows) const
{
  Run run(*this, graph, scratch, rows, std::numeric_limits<std::size_t>::max());
  run.hold(pattern_molecule, molecule);
  return run.run();
}

std::vector<Embedding> Matcher::embeddings(const SiteGraph& graph) const
{
  Scratch scratch;
  std::vector<std::uint32_t> rows;
  std::vector<Embedding> found(find(graph, scratch, rows));
  auto at = rows.begin();
  for (Embedding& embedding : found) {
    const auto middle = at + static_cast<std::ptrdiff_t>(pattern_.molecules.size());
    embedding.molecules.assign(at, middle);
    at += static_cast<std::ptrdiff_t>(row_size());
    embedding.sites.assign(middle, at);
  }
  return found;
}

}  // namespace rascade::graph
