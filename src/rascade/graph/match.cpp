// SPDX-License-Identifier: MIT
#include "rascade/graph/match.hpp"

#include <cstddef>
#include <utility>

namespace rascade::graph {

/// One search, by backtracking: molecule by molecule, and site by site within each.
class Matcher::Run {
 public:
  Run(const Matcher& matcher, const SiteGraph& graph)
      : pattern_(matcher.pattern_),
        steps_(matcher.steps_),
        graph_(graph),
        current_{std::vector<std::uint32_t>(pattern_.molecules.size()),
                 std::vector<std::uint32_t>(pattern_.sites.size(), SiteGraph::unbound)},
        molecule_taken_(graph.molecules.size()),
        site_taken_(graph.sites.size())
  {
  }

  std::vector<Embedding> run() &&
  {
    place_molecule(0);
    return std::move(found_);
  }

 private:
  void place_molecule(std::size_t k)
  {
    if (k == steps_.size()) {
      found_.push_back(current_);
      return;
    }
    if (steps_[k].from_site != SiteGraph::unbound) {
      const std::uint32_t partner = graph_.sites[current_.sites[steps_[k].from_site]].partner;
      try_molecule(k, graph_.sites[partner].molecule);
      return;
    }
    for (std::uint32_t m = 0; m < graph_.molecules.size(); ++m) try_molecule(k, m);
  }

  void try_molecule(std::size_t k, std::uint32_t target)
  {
    const std::uint32_t wanted = steps_[k].molecule;
    if (graph_.molecules[target].type != pattern_.molecules[wanted].type) return;
    if (molecule_taken_[target]) return;
    molecule_taken_[target] = true;
    current_.molecules[wanted] = target;
    place_site(k, 0);
    molecule_taken_[target] = false;
  }

  void place_site(std::size_t k, std::uint32_t i)
  {
    const SiteGraph::Molecule& wanted = pattern_.molecules[steps_[k].molecule];
    if (i == wanted.num_sites) {
      place_molecule(k + 1);
      return;
    }
    const std::uint32_t s = wanted.first_site + i;
    const SiteGraph::Molecule& target =
        graph_.molecules[current_.molecules[steps_[k].molecule]];
    for (std::uint32_t t = target.first_site; t < target.first_site + target.num_sites; ++t) {
      if (site_taken_[t] || !fits(pattern_.sites[s], t)) continue;
      site_taken_[t] = true;
      current_.sites[s] = t;
      place_site(k, i + 1);
      current_.sites[s] = SiteGraph::unbound;
      site_taken_[t] = false;
    }
  }

  bool fits(const SitePattern::Site& wanted, std::uint32_t t) const
  {
    const SiteGraph::Site& target = graph_.sites[t];
    if (target.kind != wanted.kind) return false;
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
    const std::uint32_t partner = current_.sites[wanted.partner];
    return partner == SiteGraph::unbound || partner == target.partner;
  }

  const SitePattern& pattern_;
  const std::vector<Step>& steps_;
  const SiteGraph& graph_;
  Embedding current_;
  std::vector<bool> molecule_taken_;
  std::vector<bool> site_taken_;
  std::vector<Embedding> found_;
};

Matcher::Matcher(SitePattern pattern) : pattern_(std::move(pattern))
{
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

std::vector<Embedding> Matcher::embeddings(const SiteGraph& graph) const
{
  if (pattern_.molecules.size() > graph.molecules.size()) return {};
  return Run(*this, graph).run();
}

}  // namespace rascade::graph
