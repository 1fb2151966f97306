// SPDX-License-Identifier: MIT
#include "oracle/random_model.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace rascade::oracle {
namespace {

using model::BondRule;
using model::ComponentPattern;
using model::MoleculePattern;
using model::MoleculeType;
using model::Pattern;

model::Expression number(double value)
{
  model::Expression e;
  e.number = value;
  return e;
}

model::Expression name(std::string text)
{
  model::Expression e;
  e.kind = model::Expression::Kind::name;
  e.name = std::move(text);
  return e;
}

MoleculeType random_type(Dice& dice, std::string name)
{
  MoleculeType type{std::move(name), {}};
  const std::map<std::string, std::vector<std::string>> states{
      {"x", {}},
      {"y", dice.chance(50) ? std::vector<std::string>{"u", "p"} : std::vector<std::string>{}},
      {"z", {"u", "p"}}};
  const std::size_t num_sites = 1 + dice(3);
  for (std::size_t i = 0; i < num_sites; ++i) {
    const std::string site = std::vector<std::string>{"x", "x", "y", "z"}[dice(4)];
    type.components.push_back({site, states.at(site)});
  }
  std::sort(type.components.begin(), type.components.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return type;
}

std::int32_t random_state(Dice& dice, const model::ComponentType& type)
{
  return type.states.empty() ? -1 : static_cast<std::int32_t>(dice(type.states.size()));
}

/// All sites, free.
MoleculePattern whole_molecule(Dice& dice, std::size_t type, const std::vector<MoleculeType>& types)
{
  MoleculePattern molecule{model::MoleculeTypeIndex(type), {}};
  for (std::uint32_t c = 0; c < types[type].components.size(); ++c) {
    molecule.components.push_back({c, random_state(dice, types[type].components[c])});
  }
  return molecule;
}

/// Of equal sites the first are listed, as when read from text.
MoleculePattern random_molecule(Dice& dice, const std::vector<MoleculeType>& types)
{
  const std::size_t type = dice(types.size());
  MoleculePattern molecule{model::MoleculeTypeIndex(type), {}};
  std::map<std::string, bool> is_left_out;
  for (std::uint32_t c = 0; c < types[type].components.size(); ++c) {
    const model::ComponentType& site = types[type].components[c];
    is_left_out[site.name] = is_left_out[site.name] || dice.chance(45);
    if (is_left_out[site.name]) continue;
    const std::int32_t state = dice.chance(50) ? -1 : random_state(dice, site);
    const BondRule bond = dice.chance(75)   ? BondRule::unbound
                          : dice.chance(70) ? BondRule::either
                                            : BondRule::any_bond;
    molecule.components.push_back({c, state, bond});
  }
  return molecule;
}

/// Sites of several molecules in a row, to choose among.
struct SiteAt {
  std::size_t molecule, site;
};

template <class Filter>
std::vector<SiteAt> sites_where(const std::vector<MoleculePattern>& molecules, Filter filter)
{
  std::vector<SiteAt> sites;
  for (std::size_t m = 0; m < molecules.size(); ++m) {
    for (std::size_t s = 0; s < molecules[m].components.size(); ++s) {
      if (filter(m, molecules[m].components[s])) sites.push_back({m, s});
    }
  }
  return sites;
}

ComponentPattern& at(std::vector<MoleculePattern>& molecules, const SiteAt& site)
{
  return molecules[site.molecule].components[site.site];
}

bool is_not_bound(const ComponentPattern& c) { return c.bond != BondRule::bound; }

std::int32_t new_label(const std::vector<MoleculePattern>& molecules)
{
  std::int32_t label = 1;
  for (const MoleculePattern& m : molecules) {
    for (const ComponentPattern& c : m.components) label = std::max(label, c.label + 1);
  }
  return label;
}

bool bind_last(Dice& dice, std::vector<MoleculePattern>& molecules)
{
  const std::size_t last = molecules.size() - 1;
  const auto far = sites_where(molecules, [&](std::size_t m, const ComponentPattern& c) {
    return m == last && is_not_bound(c);
  });
  const auto near = sites_where(molecules, [&](std::size_t m, const ComponentPattern& c) {
    return m != last && is_not_bound(c);
  });
  if (far.empty() || near.empty()) return false;
  const std::int32_t label = new_label(molecules);
  for (const SiteAt& end : {far[dice(far.size())], near[dice(near.size())]}) {
    at(molecules, end).bond = BondRule::bound;
    at(molecules, end).label = label;
  }
  return true;
}

/// One direction of a rule while it is made: molecules in a row with the pattern each is in.
struct Draft {
  std::vector<MoleculePattern> molecules;
  std::vector<std::size_t> pattern;  // before
  std::vector<bool> is_removed;
  std::vector<bool> is_made;
  bool has_changed = false;
};

void change_state(Dice& dice, Draft& draft, const std::vector<MoleculeType>& types, bool from_any)
{
  const auto type_of = [&](std::size_t m, const ComponentPattern& c) -> const auto&
  {
    return types[draft.molecules[m].type].components[c.component];
  };
  const auto sites = sites_where(draft.molecules, [&](std::size_t m, const ComponentPattern& c) {
    return !draft.is_made[m] && !type_of(m, c).states.empty() && (from_any || c.state >= 0);
  });
  if (sites.empty()) return;
  const SiteAt chosen = sites[dice(sites.size())];
  const ComponentPattern before = at(draft.molecules, chosen);
  const bool is_alike = dice.chance(40);  // the same to every site that looks the same
  for (const SiteAt& site : sites) {
    ComponentPattern& c = at(draft.molecules, site);
    const bool is_chosen = site.molecule == chosen.molecule && site.site == chosen.site;
    const bool looks_same =
        type_of(site.molecule, c).name == type_of(chosen.molecule, before).name &&
        draft.molecules[site.molecule].type == draft.molecules[chosen.molecule].type &&
        c.state == before.state;
    if (is_chosen || (is_alike && looks_same)) c.state = before.state == 0 ? 1 : 0;
  }
  draft.has_changed = true;
}

void free_label(Draft& draft, std::int32_t label)
{
  for (MoleculePattern& m : draft.molecules) {
    for (ComponentPattern& c : m.components) {
      if (c.label != label || c.bond != BondRule::bound) continue;
      c.bond = BondRule::unbound;
      c.label = -1;
    }
  }
}

void cut(Dice& dice, Draft& draft)
{
  const auto sites = sites_where(draft.molecules, [](std::size_t, const ComponentPattern& c) {
    return c.bond == BondRule::bound;
  });
  if (sites.empty()) return;
  free_label(draft, at(draft.molecules, sites[dice(sites.size())]).label);
  draft.has_changed = true;
}

void join(Dice& dice, Draft& draft)
{
  const auto sites = sites_where(draft.molecules, [&](std::size_t m, const ComponentPattern& c) {
    return !draft.is_removed[m] && c.bond == BondRule::unbound;
  });
  if (sites.size() < 2) return;
  const std::size_t a = dice(sites.size());
  std::size_t b = (a + 1 + dice(sites.size() - 1)) % sites.size();
  for (std::size_t i = 0; i < sites.size(); ++i) {  // rather with its like in another pattern
    const bool is_like =
        draft.molecules[sites[i].molecule].type == draft.molecules[sites[a].molecule].type &&
        sites[i].site == sites[a].site && sites[i].molecule != sites[a].molecule;
    if (is_like && dice.chance(60)) b = i;
  }
  const std::int32_t label = new_label(draft.molecules);
  for (const std::size_t end : {a, b}) {
    at(draft.molecules, sites[end]).bond = BondRule::bound;
    at(draft.molecules, sites[end]).label = label;
  }
  draft.has_changed = true;
}

void remove(Dice& dice, Draft& draft)
{
  if (draft.molecules.empty()) return;
  const std::size_t m = dice(draft.molecules.size());
  if (draft.is_made[m]) return;
  for (const ComponentPattern& c : draft.molecules[m].components) {
    if (c.bond == BondRule::bound) free_label(draft, c.label);
  }
  draft.is_removed[m] = true;
  draft.has_changed = true;
}

void make(Dice& dice, Draft& draft, const std::vector<MoleculeType>& types)
{
  draft.molecules.push_back(whole_molecule(dice, dice(types.size()), types));
  draft.pattern.push_back(1000 + draft.molecules.size());
  draft.is_removed.push_back(false);
  draft.is_made.push_back(true);
  draft.has_changed = true;
}

/// Molecules held together by bonds, or by the rule's wish, after the rule.
std::vector<std::size_t> groups(Dice& dice, const Draft& draft)
{
  std::vector<std::size_t> group(draft.molecules.size());
  for (std::size_t m = 0; m < group.size(); ++m) group[m] = m;
  const bool stays_together = dice.chance(25);
  for (std::size_t round = 0; round < group.size(); ++round) {
    for (std::size_t a = 0; a < group.size(); ++a) {
      for (std::size_t b = 0; b < group.size(); ++b) {
        bool is_bound = stays_together && draft.pattern[a] == draft.pattern[b] &&
                        !draft.is_removed[a] && !draft.is_removed[b];
        for (const ComponentPattern& c : draft.molecules[a].components) {
          for (const ComponentPattern& d : draft.molecules[b].components) {
            is_bound = is_bound || (c.bond == BondRule::bound && c.label == d.label &&
                                    d.bond == BondRule::bound);
          }
        }
        if (is_bound) group[a] = group[b] = std::min(group[a], group[b]);
      }
    }
  }
  return group;
}

std::vector<std::uint32_t> sites_of(const MoleculePattern& molecule)
{
  std::vector<std::uint32_t> sites;
  for (const ComponentPattern& c : molecule.components) sites.push_back(c.component);
  return sites;
}

/// Would a reader, taking molecules in order, see the rule as it is meant?
bool reads_as_meant(const Draft& draft, const std::vector<std::size_t>& order)
{
  std::vector<bool> is_taken(draft.molecules.size(), false);
  for (const std::size_t m : order) {
    std::size_t seen = 0;
    while (seen < draft.molecules.size() &&
           (draft.is_made[seen] || is_taken[seen] ||
            draft.molecules[seen].type != draft.molecules[m].type ||
            sites_of(draft.molecules[seen]) != sites_of(draft.molecules[m]))) {
      ++seen;
    }
    const bool is_known = seen < draft.molecules.size();
    if (is_known != !draft.is_made[m] || (is_known && seen != m)) return false;
    if (is_known) is_taken[seen] = true;
  }
  for (std::size_t a = 0; a < draft.molecules.size(); ++a) {
    for (std::size_t b = 0; b < draft.molecules.size(); ++b) {
      const bool is_slip = draft.is_removed[a] && draft.is_made[b];
      if (is_slip && draft.molecules[a].type == draft.molecules[b].type) return false;
    }
  }
  return true;
}

std::optional<std::vector<Pattern>> products_of(Dice& dice, const Draft& draft)
{
  const std::vector<std::size_t> group = groups(dice, draft);
  std::vector<std::size_t> order;
  std::vector<Pattern> products;
  for (std::size_t g = 0; g < group.size(); ++g) {
    Pattern pattern;
    for (std::size_t m = 0; m < group.size(); ++m) {
      if (group[m] != g || draft.is_removed[m]) continue;
      pattern.molecules.push_back(draft.molecules[m]);
      order.push_back(m);
    }
    if (!pattern.molecules.empty()) products.push_back(std::move(pattern));
  }
  if (!reads_as_meant(draft, order)) return std::nullopt;
  return products;
}

void change(Dice& dice, Draft& draft, const std::vector<MoleculeType>& types,
            const ModelShape& shape)
{
  const std::size_t num_changes = dice.chance(70) ? 1 : 2;
  for (std::size_t i = 0; i < num_changes; ++i) {
    const std::size_t what = dice(10);
    const bool makes = shape.may_make && !shape.reversible;
    if (what < 3)
      change_state(dice, draft, types, !shape.reversible && dice.chance(10));
    else if (what < 5)
      cut(dice, draft);
    else if (what < 8)
      join(dice, draft);
    else if (what == 8 && makes)
      remove(dice, draft);
    else if (what == 9 && makes && dice.chance(50))
      make(dice, draft, types);
  }
}

std::optional<model::Rule> try_rule(Dice& dice, const std::vector<MoleculeType>& types,
                                    const ModelShape& shape)
{
  model::Rule rule;
  const bool may_be_empty = shape.may_make && !shape.reversible;
  const std::size_t throw_ = dice(100);
  const std::size_t num_reactants = throw_ < 4 && may_be_empty ? 0
                                    : throw_ < 55              ? 1
                                    : throw_ < 97              ? 2
                                                               : 3;
  for (std::size_t r = 0; r < num_reactants; ++r) {
    const bool is_copy = r > 0 && dice.chance(40);
    rule.reactants.push_back(is_copy ? rule.reactants[0] : random_pattern(dice, types));
  }
  Draft draft;
  std::int32_t first_label = 0;
  for (std::size_t r = 0; r < num_reactants; ++r) {
    for (MoleculePattern molecule : rule.reactants[r].molecules) {
      for (ComponentPattern& c : molecule.components) {
        if (c.bond == BondRule::bound) c.label += first_label;
      }
      draft.molecules.push_back(std::move(molecule));
      draft.pattern.push_back(r);
    }
    first_label += 100;
  }
  draft.is_removed.assign(draft.molecules.size(), false);
  draft.is_made.assign(draft.molecules.size(), false);
  change(dice, draft, types, shape);
  if (!draft.has_changed) return std::nullopt;
  std::optional<std::vector<Pattern>> products = products_of(dice, draft);
  if (!products) return std::nullopt;
  rule.products = std::move(*products);
  if (!shape.has_keywords) return rule;
  rule.delete_molecules = dice.chance(30);
  const bool is_once = dice.chance(10);
  for (Pattern& pattern : rule.reactants) pattern.match_once = is_once;
  return rule;
}

void add_rules(Dice& dice, const ModelShape& shape, model::Model& model)
{
  const std::size_t num_rules = 2 + dice(shape.max_rules - 1);
  while (model.rules.size() < num_rules) {
    std::optional<model::Rule> rule = try_rule(dice, model.molecule_types, shape);
    if (!rule) continue;
    const std::string n = std::to_string(model.rules.size());
    model.parameters.push_back({"k" + n, number(0.5 + dice.unit())});
    rule->name = "R" + n;
    rule->rate.args = {name("k" + n)};
    model.rules.push_back(*rule);
    if (!shape.reversible) continue;
    std::swap(rule->reactants, rule->products);
    rule->name += "_reverse";
    rule->is_reverse = true;
    model.rules.push_back(std::move(*rule));
  }
}

/// From 1 in the order written, whatever order the bonds were made in.
void renumber_labels(Pattern& pattern)
{
  std::map<std::int32_t, std::int32_t> labels;
  for (MoleculePattern& m : pattern.molecules) {
    for (ComponentPattern& c : m.components) {
      if (c.bond != BondRule::bound) continue;
      const auto next = static_cast<std::int32_t>(labels.size()) + 1;
      c.label = labels.emplace(c.label, next).first->second;
    }
  }
}

void renumber_labels(model::Model& model)
{
  for (model::SeedSpecies& seed : model.seeds) renumber_labels(seed.pattern);
  for (model::Rule& rule : model.rules) {
    for (Pattern& pattern : rule.reactants) renumber_labels(pattern);
    for (Pattern& pattern : rule.products) renumber_labels(pattern);
  }
}

}  // namespace

Pattern random_pattern(Dice& dice, const std::vector<MoleculeType>& types)
{
  Pattern pattern;
  pattern.molecules.push_back(random_molecule(dice, types));
  const std::size_t more = dice.chance(50) ? 0 : dice.chance(90) ? 1 : 2;
  for (std::size_t i = 0; i < more; ++i) {
    std::vector<MoleculePattern> molecules = pattern.molecules;
    molecules.push_back(dice.chance(40) ? molecules[0] : random_molecule(dice, types));
    for (ComponentPattern& c : molecules.back().components) {
      if (c.bond != BondRule::bound) continue;
      c.bond = BondRule::unbound;
      c.label = -1;
    }
    const bool is_loose = dice.chance(8);  // `A().B()`: in one species, however far apart
    if (!is_loose && !bind_last(dice, molecules)) continue;
    if (dice.chance(15)) bind_last(dice, molecules);
    pattern.molecules = std::move(molecules);
  }
  return pattern;
}

model::Model random_model(Dice& dice, const ModelShape& shape)
{
  model::Model model;
  const std::size_t num_types = 1 + dice(3);
  for (std::size_t t = 0; t < num_types; ++t) {
    model.molecule_types.push_back(random_type(dice, std::string(1, static_cast<char>('A' + t))));
  }
  for (std::size_t t = 0; t < num_types; ++t) {
    model.seeds.push_back({{{whole_molecule(dice, t, model.molecule_types)}}, number(10.0)});
  }
  std::vector<MoleculePattern> pair;
  const std::size_t num_bound = 2 + dice(2);
  for (std::size_t i = 0; i < num_bound; ++i) {
    pair.push_back(whole_molecule(dice, dice(num_types), model.molecule_types));
    if (i > 0 && !bind_last(dice, pair)) pair.pop_back();
    if (pair.size() == 2 && dice.chance(30)) bind_last(dice, pair);
  }
  if (pair.size() > 1) model.seeds.push_back({{pair}, number(5.0)});
  add_rules(dice, shape, model);
  renumber_labels(model);
  return model;
}

}  // namespace rascade::oracle
