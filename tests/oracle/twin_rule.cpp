// SPDX-License-Identifier: MIT
#include "oracle/twin_rule.hpp"

#include <algorithm>
#include <string>

namespace rascade::twin {
namespace {

using model::MoleculePattern;

/// A molecule of one side, with its position on that side and its sites'.
struct Item {
  const MoleculePattern* molecule;
  int pattern;
  std::size_t first_site;
};

struct Side {
  std::vector<Item> items;
  std::vector<Picture::Look> looks;  // of all sites; partners are positions here
  std::vector<std::uint32_t> kinds;
};

Side lay_out(const std::vector<model::Pattern>& patterns, const model::Model& model)
{
  Side side;
  for (std::size_t p = 0; p < patterns.size(); ++p) {
    const SitePattern sites = to_pattern(patterns[p], model);
    const std::size_t offset = side.looks.size();
    for (std::size_t m = 0; m < sites.molecules.size(); ++m) {
      side.items.push_back(
          {&patterns[p].molecules[m], static_cast<int>(p), offset + sites.molecules[m].first_site});
    }
    for (const SitePattern::Site& site : sites.sites) {
      const bool is_bound = site.link == SitePattern::Link::bound;
      side.looks.push_back(
          {true, site.state, site.link, is_bound ? offset + site.partner : SiteGraph::unbound});
      side.kinds.push_back(site.kind);
    }
  }
  return side;
}

std::vector<std::uint32_t> sites_of(const MoleculePattern& molecule)
{
  std::vector<std::uint32_t> sites;
  for (const model::ComponentPattern& c : molecule.components) sites.push_back(c.component);
  std::sort(sites.begin(), sites.end());
  return sites;
}

/// Which reactant molecule each product molecule is; past the end: none.
std::vector<std::size_t> same_molecules(const Side& before, const Side& after)
{
  const std::size_t none = before.items.size();
  std::vector<std::size_t> same(after.items.size(), none);
  const auto is_free = [&](std::size_t b) {
    return std::find(same.begin(), same.end(), b) == same.end();
  };
  for (const bool by_tag : {true, false}) {
    for (std::size_t a = 0; a < after.items.size(); ++a) {
      const MoleculePattern& product = *after.items[a].molecule;
      for (std::size_t b = 0; b < none && same[a] == none; ++b) {
        const MoleculePattern& reactant = *before.items[b].molecule;
        const bool fits =
            by_tag ? !product.tag.empty() && product.tag == reactant.tag
                   : product.type == reactant.type && sites_of(product) == sites_of(reactant);
        if (fits && is_free(b)) same[a] = b;
      }
    }
  }
  return same;
}

/// Position of the product's site among the reactant molecule's sites.
std::size_t same_site(const MoleculePattern& before, const model::ComponentPattern& after)
{
  for (const bool by_tag : {true, false}) {
    for (std::size_t s = 0; s < before.components.size(); ++s) {
      const model::ComponentPattern& c = before.components[s];
      if (by_tag ? !after.tag.empty() && c.tag == after.tag : c.component == after.component) {
        return s;
      }
    }
  }
  return before.components.size();
}

class Search {
 public:
  Search(const Picture& picture, const model::Rule& rule) : picture_(picture)
  {
    now_.reactants.assign(rule.reactants.size(), -1);
    now_.products.assign(rule.products.size(), -1);
  }

  std::vector<Symmetry> run()
  {
    choose_molecule();
    return std::move(found_);
  }

 private:
  static bool is_taken(const std::vector<std::size_t>& list, std::size_t x)
  {
    return std::find(list.begin(), list.end(), x) != list.end();
  }

  /// May pattern `from` of one side lie on pattern `to`, given what lies where already?
  static bool may_lie(std::vector<int>& images, int from, int to)
  {
    if ((from < 0) != (to < 0)) return false;
    if (from < 0) return true;
    int& image = images[static_cast<std::size_t>(from)];
    if (image >= 0) return image == to;
    if (std::find(images.begin(), images.end(), to) != images.end()) return false;
    image = to;
    return true;
  }

  void choose_molecule()
  {
    const std::size_t next = now_.molecules.size();
    if (next == picture_.molecules.size()) return choose_site();
    const Picture::Molecule& a = picture_.molecules[next];
    for (std::size_t m = 0; m < picture_.molecules.size(); ++m) {
      const Picture::Molecule& b = picture_.molecules[m];
      if (is_taken(now_.molecules, m)) continue;
      if (a.type != b.type || a.sites.size() != b.sites.size()) continue;
      const Symmetry before = now_;
      if (may_lie(now_.reactants, a.before, b.before) && may_lie(now_.products, a.after, b.after)) {
        now_.molecules.push_back(m);
        choose_molecule();
      }
      now_ = before;
    }
  }

  void choose_site()
  {
    const std::size_t next = now_.sites.size();
    if (next == picture_.sites.size()) {
      found_.push_back(now_);
      return;
    }
    const Picture::Site& a = picture_.sites[next];
    for (const std::size_t s : picture_.molecules[now_.molecules[a.molecule]].sites) {
      const Picture::Site& b = picture_.sites[s];
      if (is_taken(now_.sites, s) || a.kind != b.kind) continue;
      now_.sites.push_back(s);
      if (looks_agree(a.before, b.before) && looks_agree(a.after, b.after)) choose_site();
      now_.sites.pop_back();
    }
  }

  bool looks_agree(const Picture::Look& a, const Picture::Look& b) const
  {
    if (a.is_there != b.is_there || a.state != b.state || a.link != b.link) return false;
    if (a.partner == SiteGraph::unbound || a.partner >= now_.sites.size()) return true;
    return now_.sites[a.partner] == b.partner;
  }

  const Picture& picture_;
  Symmetry now_;
  std::vector<Symmetry> found_;
};

}  // namespace

bool Picture::is_cut(std::size_t site) const
{
  const Look& before = sites[site].before;
  if (!before.is_there || before.link != SitePattern::Link::bound) return false;
  if (is_gone(site) || is_gone(before.partner)) return false;
  return sites[site].after.partner != before.partner;
}

bool Picture::is_joined(std::size_t site) const
{
  const Look& after = sites[site].after;
  if (!after.is_there || after.link != SitePattern::Link::bound) return false;
  const Look& before = sites[site].before;
  return !before.is_there || before.partner != after.partner;
}

bool Picture::changes_state(std::size_t site) const
{
  const auto& [kind, molecule, before, after] = sites[site];
  return before.is_there && after.is_there && after.state >= 0 && after.state != before.state;
}

Picture draw(const model::Rule& rule, const model::Model& model)
{
  const Side before = lay_out(rule.reactants, model);
  const Side after = lay_out(rule.products, model);
  const std::vector<std::size_t> same = same_molecules(before, after);
  Picture picture;
  for (const Item& item : before.items) {
    picture.molecules.push_back({item.molecule->type.value, item.pattern, Picture::nowhere, {}});
  }
  for (std::size_t s = 0; s < before.looks.size(); ++s) {
    std::size_t m = before.items.size() - 1;
    while (before.items[m].first_site > s || before.items[m].molecule->components.empty()) --m;
    picture.molecules[m].sites.push_back(s);
    picture.sites.push_back({before.kinds[s], m, before.looks[s], {}});
  }
  std::vector<std::size_t> at(after.looks.size());  // of a product's site, in the picture
  for (std::size_t a = 0; a < after.items.size(); ++a) {
    const Item& item = after.items[a];
    std::size_t m = same[a];
    const bool is_made = m == before.items.size();
    if (is_made) {
      m = picture.molecules.size();
      picture.molecules.push_back({item.molecule->type.value, Picture::nowhere, item.pattern, {}});
    }
    picture.molecules[m].after = item.pattern;
    for (std::size_t i = 0; i < item.molecule->components.size(); ++i) {
      const std::size_t s = item.first_site + i;
      if (is_made) {
        picture.molecules[m].sites.push_back(picture.sites.size());
        picture.sites.push_back({after.kinds[s], m, {}, {}});
        at[s] = picture.sites.size() - 1;
      } else {
        at[s] = picture.molecules[m]
                    .sites[same_site(*before.items[m].molecule, item.molecule->components[i])];
      }
      picture.sites[at[s]].after = after.looks[s];
    }
  }
  for (Picture::Site& site : picture.sites) {
    if (site.after.partner != SiteGraph::unbound) site.after.partner = at[site.after.partner];
  }
  return picture;
}

std::vector<Symmetry> symmetries(const Picture& picture, const model::Rule& rule)
{
  return Search(picture, rule).run();
}

}  // namespace rascade::twin
