// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>
#include <set>

#include "oracle/twin_rule.hpp"

namespace rascade::twin {
namespace {

/// Where a reactant pattern lies in the box.
struct Placement {
  std::size_t complex;
  Embedding in_it;
};

/// Numbers of complexes, molecules and sites, in an order fixed by the rule.
using Roles = std::vector<std::size_t>;

class RuleTwin {
 public:
  RuleTwin(const model::Rule& rule, const model::Model& model)
      : rule_(rule),
        model_(model),
        picture_(draw(rule, model)),
        symmetries_(symmetries(picture_, rule))
  {
    for (const model::Pattern& p : rule.reactants) patterns_.push_back(to_pattern(p, model));
    for (std::size_t p = 0; p < rule.reactants.size(); ++p) {
      takes_species_.push_back(!rule.delete_molecules && loses_all_named(p));
    }
  }

  bool fits(std::size_t reactant, const SiteGraph& species) const
  {
    return !embeddings(patterns_[reactant], species).empty() &&
           is_admitted(reactant, false, species);
  }

  std::vector<Event> run(const std::vector<SiteGraph>& complexes)
  {
    complexes_ = &complexes;
    seen_.clear();
    std::vector<Placement> placements;
    choose_placement(placements);
    std::vector<Event> done;
    for (const auto& [roles, event] : seen_) {
      if (event) done.push_back(*event);
    }
    return done;
  }

  bool is_clear() const { return is_clear_; }

 private:
  bool loses_all_named(std::size_t reactant) const
  {
    return std::all_of(
        picture_.molecules.begin(), picture_.molecules.end(), [&](const Picture::Molecule& m) {
          return m.before != static_cast<int>(reactant) || m.after == Picture::nowhere;
        });
  }

  bool is_admitted(std::size_t position, bool is_product, const SiteGraph& species) const
  {
    for (const model::Condition& condition : rule_.conditions) {
      if (condition.position != position || condition.is_on_product != is_product) continue;
      bool fits_any = false;
      for (const model::Pattern& pattern : condition.patterns) {
        fits_any = fits_any || !embeddings(to_pattern(pattern, model_), species).empty();
      }
      if (fits_any != condition.is_include) return false;
    }
    return true;
  }

  void choose_placement(std::vector<Placement>& placements)
  {
    const std::size_t next = placements.size();
    if (next == patterns_.size()) return consider(placements);
    for (std::size_t c = 0; c < complexes_->size(); ++c) {
      const bool is_used = std::any_of(placements.begin(), placements.end(),
                                       [c](const Placement& p) { return p.complex == c; });
      if (is_used || !is_admitted(next, false, (*complexes_)[c])) continue;
      for (const Embedding& in_it : embeddings(patterns_[next], (*complexes_)[c])) {
        placements.push_back({c, in_it});
        choose_placement(placements);
        placements.pop_back();
      }
    }
  }

  void consider(const std::vector<Placement>& placements)
  {
    std::set<Roles> views;
    for (const Symmetry& symmetry : symmetries_) views.insert(roles_of(placements, symmetry));
    Roles roles = *views.begin();  // the same for all ways to see one event
    if (is_once()) {
      roles.clear();
      for (const Placement& p : placements) roles.push_back(p.complex);
    }
    const auto known = seen_.find(roles);
    if (known != seen_.end() && !is_once()) return;
    std::optional<Event> event = happen(placements);
    if (known != seen_.end()) {
      is_clear_ = is_clear_ && is_alike(event, known->second);
      return;
    }
    if (!event && !is_once()) return;
    if (is_once() && event) event->weight = 1.0 / static_cast<double>(views.size());
    seen_[roles] = event;
  }

  static bool is_alike(const std::optional<Event>& a, const std::optional<Event>& b)
  {
    if (!a || !b) return a.has_value() == b.has_value();
    std::vector<SiteGraph> rest = a->products;
    for (const SiteGraph& product : b->products) {
      const auto same = std::find_if(rest.begin(), rest.end(), [&product](const SiteGraph& s) {
        return is_isomorphic(s, product);
      });
      if (same == rest.end()) return false;
      rest.erase(same);
    }
    return rest.empty();
  }

  bool is_once() const
  {
    return std::any_of(rule_.reactants.begin(), rule_.reactants.end(),
                       [](const model::Pattern& p) { return p.match_once; });
  }

  Roles roles_of(const std::vector<Placement>& placements, const Symmetry& symmetry) const
  {
    Roles roles;
    for (const int r : symmetry.reactants) {
      roles.push_back(placements[static_cast<std::size_t>(r)].complex);
    }
    for (std::size_t s = 0; s < picture_.sites.size(); ++s) {
      if (is_in_centre(s)) roles.push_back(site_at(placements, symmetry.sites[s]));
    }
    for (std::size_t m = 0; m < picture_.molecules.size(); ++m) {
      const Picture::Molecule& molecule = picture_.molecules[m];
      const bool goes = molecule.before >= 0 && molecule.after < 0;
      if (!goes || takes_species_[static_cast<std::size_t>(molecule.before)]) continue;
      roles.push_back(molecule_at(placements, symmetry.molecules[m]));
    }
    return roles;
  }

  bool is_in_centre(std::size_t s) const
  {
    if (picture_.molecules[picture_.sites[s].molecule].before < 0) return false;
    return picture_.changes_state(s) || picture_.is_cut(s) || picture_.is_joined(s);
  }

  /// Position in its complex.
  std::size_t molecule_at(const std::vector<Placement>& placements, std::size_t m) const
  {
    const int pattern = picture_.molecules[m].before;
    std::size_t first = m;
    while (first > 0 && picture_.molecules[first - 1].before == pattern) --first;
    return placements[static_cast<std::size_t>(pattern)].in_it.molecules[m - first];
  }

  std::size_t site_at(const std::vector<Placement>& placements, std::size_t s) const
  {
    const int pattern = picture_.molecules[picture_.sites[s].molecule].before;
    std::size_t first = s;
    while (first > 0 && picture_.molecules[picture_.sites[first - 1].molecule].before == pattern) {
      --first;
    }
    return placements[static_cast<std::size_t>(pattern)].in_it.sites[s - first];
  }

  std::optional<Event> happen(const std::vector<Placement>& placements) const
  {
    SiteGraph graph;
    std::vector<std::size_t> first_molecule, first_site, owner;
    for (const Placement& p : placements) {
      first_molecule.push_back(graph.molecules.size());
      first_site.push_back(graph.sites.size());
      graph.append((*complexes_)[p.complex]);
      owner.resize(graph.molecules.size(), first_molecule.size() - 1);
    }
    std::vector<std::size_t> molecule_of, site_of(picture_.sites.size());
    for (std::size_t m = 0; m < picture_.molecules.size(); ++m) {
      const Picture::Molecule& molecule = picture_.molecules[m];
      if (molecule.before < 0) {
        molecule_of.push_back(graph.molecules.size());
        for (std::size_t i = 0; i < molecule.sites.size(); ++i) {
          site_of[molecule.sites[i]] = graph.sites.size() + i;
        }
        add(graph, molecule);
        continue;
      }
      const auto r = static_cast<std::size_t>(molecule.before);
      molecule_of.push_back(first_molecule[r] + molecule_at(placements, m));
      for (const std::size_t s : molecule.sites)
        site_of[s] = first_site[r] + site_at(placements, s);
    }
    std::vector<bool> is_gone(graph.molecules.size(), false);
    for (std::size_t m = 0; m < picture_.molecules.size(); ++m) {
      is_gone[molecule_of[m]] = picture_.molecules[m].after < 0;
    }
    for (std::size_t m = 0; m < owner.size(); ++m) {
      if (takes_species_[owner[m]]) is_gone[m] = true;
    }
    change(graph, site_of, is_gone);
    return judge(graph, molecule_of, is_gone, placements);
  }

  void add(SiteGraph& graph, const Picture::Molecule& molecule) const
  {
    const auto m = static_cast<std::uint32_t>(graph.molecules.size());
    graph.molecules.push_back({molecule.type, static_cast<std::uint32_t>(graph.sites.size()),
                               static_cast<std::uint32_t>(molecule.sites.size())});
    for (const std::size_t s : molecule.sites) {
      graph.sites.push_back(
          {picture_.sites[s].kind, picture_.sites[s].after.state, m, SiteGraph::unbound});
    }
  }

  void change(SiteGraph& graph, const std::vector<std::size_t>& site_of,
              const std::vector<bool>& is_gone) const
  {
    const auto free = [&graph](std::size_t s) {
      if (graph.sites[s].partner == SiteGraph::unbound) return;
      graph.sites[graph.sites[s].partner].partner = SiteGraph::unbound;
      graph.sites[s].partner = SiteGraph::unbound;
    };
    for (std::size_t s = 0; s < graph.sites.size(); ++s) {
      if (is_gone[graph.sites[s].molecule]) free(s);
    }
    for (std::size_t s = 0; s < site_of.size(); ++s) {
      if (picture_.changes_state(s)) {
        graph.sites[site_of[s]].state = picture_.sites[s].after.state;
      }
      if (picture_.is_cut(s)) free(site_of[s]);
    }
    for (std::size_t s = 0; s < site_of.size(); ++s) {
      if (!picture_.is_joined(s)) continue;
      const std::size_t partner = site_of[picture_.sites[s].after.partner];
      graph.sites[site_of[s]].partner = static_cast<std::uint32_t>(partner);
    }
  }

  /// The event, if its parts answer to the product patterns one to one.
  std::optional<Event> judge(const SiteGraph& graph, const std::vector<std::size_t>& molecule_of,
                             const std::vector<bool>& is_gone,
                             const std::vector<Placement>& placements) const
  {
    const std::vector<std::size_t> part = part_numbers(graph);
    std::vector<std::set<std::size_t>> parts_of(rule_.products.size());
    std::set<std::size_t> named, all;
    for (std::size_t m = 0; m < molecule_of.size(); ++m) {
      const int pattern = picture_.molecules[m].after;
      if (pattern < 0) continue;
      parts_of[static_cast<std::size_t>(pattern)].insert(part[molecule_of[m]]);
      named.insert(part[molecule_of[m]]);
    }
    for (std::size_t m = 0; m < part.size(); ++m) {
      if (!is_gone[m]) all.insert(part[m]);
    }
    Event event;
    for (std::size_t p = 0; p < parts_of.size(); ++p) {
      if (parts_of[p].size() != 1) return std::nullopt;
      event.products.push_back(cut_out(graph, part, *parts_of[p].begin()));
      if (!is_admitted(p, true, event.products.back())) return std::nullopt;
    }
    if (named.size() != parts_of.size()) return std::nullopt;
    if (all.size() > named.size() && !rule_.delete_molecules) return std::nullopt;
    for (const std::size_t number : all) {
      if (named.count(number) == 0) event.products.push_back(cut_out(graph, part, number));
    }
    for (const Placement& p : placements) event.complexes.push_back(p.complex);
    std::sort(event.complexes.begin(), event.complexes.end());
    return event;
  }

  const model::Rule& rule_;
  const model::Model& model_;
  Picture picture_;
  std::vector<Symmetry> symmetries_;
  std::vector<SitePattern> patterns_;
  std::vector<bool> takes_species_;  // [n_reactants]
  const std::vector<SiteGraph>* complexes_ = nullptr;
  std::map<Roles, std::optional<Event>> seen_;
  bool is_clear_ = true;
};

/// Every ascending choice of n numbers below `end`, repeats allowed.
void choices(std::size_t n, std::size_t end, std::vector<std::size_t>& now,
             std::vector<std::vector<std::size_t>>& all)
{
  if (now.size() == n) {
    all.push_back(now);
    return;
  }
  for (std::size_t s = now.empty() ? 0 : now.back(); s < end; ++s) {
    now.push_back(s);
    choices(n, end, now, all);
    now.pop_back();
  }
}

/// n (n-1) … counts each set of k equal copies k! times.
double orders(const std::vector<std::size_t>& chosen)
{
  double product = 1.0;
  double run = 1.0;
  for (std::size_t i = 1; i < chosen.size(); ++i) {
    run = chosen[i] == chosen[i - 1] ? run + 1.0 : 1.0;
    product *= run;
  }
  return product;
}

class Expander {
 public:
  Expander(const model::Model& model, std::size_t max_molecules)
      : model_(model), max_molecules_(max_molecules)
  {
    for (const model::Rule& rule : model.rules) rules_.emplace_back(rule, model);
  }

  Network run()
  {
    for (const model::SeedSpecies& seed : model_.seeds) {
      find_or_add(network_.species, to_graph(seed.pattern, model_));
    }
    std::size_t before = 0;
    do {
      const std::size_t end = network_.species.size();
      for (std::size_t r = 0; r < rules_.size(); ++r) apply(r, before, end);
      before = end;
    } while (network_.species.size() > before);
    for (const RuleTwin& rule : rules_) {
      network_.is_clear = network_.is_clear && rule.is_clear();
    }
    return std::move(network_);
  }

 private:
  /// To every choice of species before `end` that was not possible when there were `known`.
  void apply(std::size_t r, std::size_t known, std::size_t end)
  {
    const std::size_t n = model_.rules[r].reactants.size();
    std::vector<std::size_t> now;
    std::vector<std::vector<std::size_t>> all;
    choices(n, end, now, all);
    for (const std::vector<std::size_t>& chosen : all) {
      const bool is_new = n == 0 ? known == 0 : chosen.back() >= known;
      if (is_new && may_react(r, chosen)) react(r, chosen);
    }
  }

  /// Spares most of the work: each reactant must fit one of them, each of them one reactant.
  bool may_react(std::size_t r, const std::vector<std::size_t>& chosen)
  {
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      bool fits_any = false;
      bool is_fit = false;
      for (std::size_t j = 0; j < chosen.size(); ++j) {
        fits_any = fits_any || fits(r, i, chosen[j]);
        is_fit = is_fit || fits(r, j, chosen[i]);
      }
      if (!fits_any || !is_fit) return false;
    }
    return true;
  }

  bool fits(std::size_t r, std::size_t reactant, std::size_t species)
  {
    const auto [known, is_new] = fits_.emplace(std::tuple(r, reactant, species), false);
    if (is_new) known->second = rules_[r].fits(reactant, network_.species[species]);
    return known->second;
  }

  void react(std::size_t r, const std::vector<std::size_t>& chosen)
  {
    std::vector<SiteGraph> box;
    for (const std::size_t s : chosen) box.push_back(network_.species[s]);
    for (const Event& event : rules_[r].run(box)) {
      const bool is_small =
          std::all_of(event.products.begin(), event.products.end(),
                      [this](const SiteGraph& p) { return p.molecules.size() <= max_molecules_; });
      if (!is_small) continue;
      std::vector<std::size_t> products;
      for (const SiteGraph& p : event.products) {
        products.push_back(find_or_add(network_.species, p));
      }
      std::sort(products.begin(), products.end());
      if (products != chosen)
        network_.factors[{r, chosen, products}] += event.weight / orders(chosen);
    }
  }

  const model::Model& model_;
  std::size_t max_molecules_;
  std::vector<RuleTwin> rules_;
  std::map<std::tuple<std::size_t, std::size_t, std::size_t>, bool> fits_;
  Network network_;
};

}  // namespace

std::vector<Event> events_in_box(const model::Rule& rule, const model::Model& model,
                                 const std::vector<SiteGraph>& complexes)
{
  return RuleTwin(rule, model).run(complexes);
}

std::size_t count_symmetries(const model::Rule& rule, const model::Model& model)
{
  return symmetries(draw(rule, model), rule).size();
}

std::size_t find_or_add(std::vector<SiteGraph>& species, const SiteGraph& graph)
{
  const auto known = std::find_if(species.begin(), species.end(),
                                  [&graph](const SiteGraph& s) { return is_isomorphic(s, graph); });
  const auto position = static_cast<std::size_t>(known - species.begin());
  if (known == species.end()) species.push_back(graph);
  return position;
}

Network expand(const model::Model& model, std::size_t max_molecules)
{
  return Expander(model, max_molecules).run();
}

}  // namespace rascade::twin
