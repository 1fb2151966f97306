// SPDX-License-Identifier: MIT
#include "rascade/inspect/find_unreachable.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "rascade/inspect/describe.hpp"

namespace rascade::inspect {
namespace {

using network::TypeSite;

Diagnostic warning(const char* code, const Span& span, std::string message, std::string hint)
{
  return {Severity::warning, code, span, std::move(message), std::move(hint)};
}

void find_dead_rules(const model::Model& model, const SiteFacts& facts,
                     std::vector<Diagnostic>& found)
{
  for (std::size_t r = 0; r < model.rules.size(); ++r) {
    if (facts.applies(model::RuleIndex(r))) continue;
    for (const model::Pattern& reactant : model.rules[r].reactants) {
      const auto missing = facts.missing_in(reactant);
      if (!missing) continue;
      found.push_back(warning(
          "W1903", model.rules[r].span,
          fmt::format("rule {} can never act: it needs {}, which never occurs",
                      rule_name(model, model::RuleIndex(r)), *missing),
          "Add a seed or a rule that makes it, or correct the reactants."));
      break;
    }
  }
}

void find_dead_observables(const model::Model& model, const SiteFacts& facts,
                           std::vector<Diagnostic>& found)
{
  for (const model::Observable& o : model.observables) {
    std::string missing;
    const bool is_dead = std::all_of(o.patterns.begin(), o.patterns.end(), [&](const auto& p) {
      const auto lack = facts.missing_in(p);
      if (lack) missing = *lack;
      return lack.has_value();
    });
    // A count of none is meant: `A()==0`.
    if (!is_dead || o.patterns.empty() || o.patterns[0].quantifier) continue;
    found.push_back(warning("W1909", o.span,
                            fmt::format("observable '{}' is always zero: {} never occurs", o.name,
                                        missing),
                            "Add a seed or a rule that makes it, or correct the pattern."));
  }
}

void find_dead_states(const model::Model& model, const SiteFacts& facts, std::size_t t,
                      std::vector<Diagnostic>& found)
{
  const model::MoleculeTypeIndex type(t);
  const auto& sites = model.molecule_types[t].components;
  for (std::uint32_t c = 0; c < sites.size(); ++c) {
    const TypeSite site{type, c};
    if (network::type_site(model.molecule_types, type, c) != site) continue;
    for (std::int32_t s = 0; s < static_cast<std::int32_t>(sites[c].states.size()); ++s) {
      const auto& known = facts.at(site);
      if (std::any_of(known.begin(), known.end(), [s](const auto& f) { return f.state == s; })) {
        continue;
      }
      found.push_back(warning(
          "W1904", place_of(model, type),
          fmt::format("no {} is ever in the state {}({}~{})", model.molecule_types[t].name,
                      model.molecule_types[t].name, sites[c].name,
                      sites[c].states[static_cast<std::size_t>(s)]),
          "Remove the state, or add the rule that leads to it."));
    }
  }
}

/// Bonds in the order the text names them, each with its first place.
class NamedBonds {
 public:
  explicit NamedBonds(const model::Model& model) : types_(model.molecule_types)
  {
    for (const model::Rule& rule : model.rules) {
      for (const model::Pattern& p : rule.reactants) add(p, rule.span);
      for (const model::Pattern& p : rule.products) add(p, rule.span);
    }
    for (const model::Observable& o : model.observables) {
      for (const model::Pattern& p : o.patterns) add(p, o.span);
    }
  }

  struct Bond {
    TypeSite a, b;
    const Span* span;
  };
  [[nodiscard]] const std::vector<Bond>& bonds() const { return bonds_; }

 private:
  void add(const model::Pattern& pattern, const Span& span)
  {
    std::map<std::int32_t, TypeSite> open;
    for (const auto& molecule : pattern.molecules) {
      for (const auto& site : molecule.components) {
        if (site.bond != model::BondRule::bound) continue;
        const TypeSite here = network::type_site(types_, molecule.type, site.component);
        const auto [other, is_first] = open.emplace(site.label, here);
        if (is_first) continue;
        const auto [a, b] = std::minmax(other->second, here);
        if (std::none_of(bonds_.begin(), bonds_.end(),
                         [&, &x = a, &y = b](const Bond& bond) { return bond.a == x && bond.b == y; })) {
          bonds_.push_back({a, b, &span});
        }
      }
    }
  }

  const std::vector<model::MoleculeType>& types_;
  std::vector<Bond> bonds_;
};

void find_dead_bonds(const model::Model& model, const SiteFacts& facts,
                     std::vector<Diagnostic>& found)
{
  const NamedBonds named(model);
  for (const NamedBonds::Bond& bond : named.bonds()) {
    if (!facts.occurs(bond.a.type) || !facts.occurs(bond.b.type)) continue;
    const auto& known = facts.at(bond.a);
    if (std::any_of(known.begin(), known.end(),
                    [&](const SiteFact& f) { return f.partner == bond.b; })) {
      continue;
    }
    const auto& types = model.molecule_types;
    found.push_back(warning("W1905", *bond.span,
                            fmt::format("the bond between {} and {} never forms",
                                        to_string(bond.a, types), to_string(bond.b, types)),
                            "Add the rule that makes it, or see why the one there never acts."));
  }
}

}  // namespace

std::vector<Diagnostic> find_unreachable(const model::Model& model, const SiteFacts& facts)
{
  std::vector<Diagnostic> found;
  find_dead_rules(model, facts, found);
  find_dead_bonds(model, facts, found);
  for (std::size_t t = 0; t < model.molecule_types.size(); ++t) {
    if (facts.occurs(model::MoleculeTypeIndex(t))) {
      find_dead_states(model, facts, t, found);
      continue;
    }
    found.push_back(warning("W1910", place_of(model, model::MoleculeTypeIndex(t)),
                            fmt::format("no {} ever occurs: it is no seed and no rule makes it",
                                        model.molecule_types[t].name),
                            "Add a seed of it, or remove the type."));
  }
  find_dead_observables(model, facts, found);
  return found;
}

}  // namespace rascade::inspect
