// SPDX-License-Identifier: MIT
#include "rascade/language/check_rules.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace rascade::language {
namespace {

using model::BondRule;
using model::ComponentPattern;
using model::MoleculePattern;
using model::Pattern;

/// A molecule of one side of a rule, and where it was written.
struct Place {
  MoleculePattern* molecule;
  const SyntaxMolecule* syntax;
  std::string label;  // equal for molecules that correspond
};

/// The two sides molecule by molecule: what stays, what goes, what comes.
struct Correspondence {
  std::vector<std::pair<Place, Place>> kept;
  std::vector<Place> removed;
  std::vector<Place> made;
};

/// What identifies a site within its molecule: its tag or its name.
std::string label_of(const SyntaxSite& site)
{
  return site.tag ? "%" + site.tag->text : site.name.text;
}

std::string label_of(const SyntaxMolecule& molecule)
{
  if (molecule.tag) return "%" + molecule.tag->text;
  std::vector<std::string> sites;
  for (const SyntaxSite& site : molecule.sites) sites.push_back(label_of(site));
  std::sort(sites.begin(), sites.end());
  return fmt::format("{}({})", molecule.name.text, fmt::join(sites, ","));
}

std::vector<Place> places_of(std::vector<Pattern>& side, const std::vector<SyntaxPattern>& syntax)
{
  std::vector<Place> places;
  for (std::size_t p = 0; p < side.size(); ++p) {
    for (std::size_t m = 0; m < side[p].molecules.size(); ++m) {
      const SyntaxMolecule& molecule = syntax[p].molecules[m];
      places.push_back({&side[p].molecules[m], &molecule, label_of(molecule)});
    }
  }
  return places;
}

Correspondence correspond(std::vector<Place> before, const std::vector<Place>& after)
{
  Correspondence result;
  for (const Place& place : after) {
    const auto partner = std::find_if(before.begin(), before.end(), [&](const Place& candidate) {
      return candidate.molecule->type == place.molecule->type && candidate.label == place.label;
    });
    if (partner == before.end()) {
      result.made.push_back(place);
    } else {
      result.kept.emplace_back(*partner, place);
      before.erase(partner);
    }
  }
  result.removed = std::move(before);
  return result;
}

/// The site among the reactants that becomes the s-th of `after`, or null.
ComponentPattern* partner_of(std::size_t s, const Place& after, const Place& before)
{
  const std::string label = label_of(after.syntax->sites[s]);
  const auto is_same = [&label](const SyntaxSite& site) { return label_of(site) == label; };
  auto num_before = std::count_if(after.syntax->sites.begin(),
                                  after.syntax->sites.begin() + static_cast<std::ptrdiff_t>(s),
                                  is_same);
  for (std::size_t i = 0; i < before.syntax->sites.size(); ++i) {
    if (!is_same(before.syntax->sites[i])) continue;
    if (num_before-- == 0) return &before.molecule->components[i];
  }
  return nullptr;
}

std::optional<std::vector<Pattern>> check_side(const std::vector<SyntaxPattern>& side,
                                               PatternChecker& patterns)
{
  std::vector<Pattern> checked;
  for (const SyntaxPattern& syntax : side) {
    std::optional<Pattern> pattern = patterns.check(syntax);
    if (pattern && patterns.check_uncounted(syntax)) checked.push_back(std::move(*pattern));
  }
  if (checked.size() != side.size()) return std::nullopt;
  return checked;
}

class RuleChecker {
 public:
  RuleChecker(const SyntaxRule& rule, PatternChecker& patterns, Mistakes& mistakes)
      : rule_(rule), patterns_(patterns), mistakes_(mistakes)
  {
  }

  /// The sides of the rule, if they fit their types and each other.
  std::optional<std::pair<std::vector<Pattern>, std::vector<Pattern>>> run()
  {
    const bool has_rates = check_rates() && check_laws();
    const bool has_tags = check_tags(rule_.reactants) && check_tags(rule_.products);
    std::optional<std::vector<Pattern>> reactants = check_side(rule_.reactants, patterns_);
    std::optional<std::vector<Pattern>> products = check_side(rule_.products, patterns_);
    if (!reactants || !products || !has_tags) return std::nullopt;
    Correspondence molecules = correspond(places_of(*reactants, rule_.reactants),
                                          places_of(*products, rule_.products));
    if (!check_sites(molecules) || !check_kept(molecules)) return std::nullopt;
    if (!check_made(molecules) || !has_rates) return std::nullopt;
    return std::pair(std::move(*reactants), std::move(*products));
  }

 private:
  bool check_rates()
  {
    const bool is_shared = rule_.rates[0].kind == model::RateLaw::Kind::arrhenius;
    const std::size_t needed = rule_.reversible && !is_shared ? 2 : 1;
    if (rule_.rates.size() == needed) return true;
    mistakes_.add("E0402", rule_.rates_span,
                  fmt::format("'{}' needs {} rate{}, not {}", rule_.reversible ? "<->" : "->",
                              needed, needed == 1 ? "" : "s", rule_.rates.size()),
                  rule_.reversible ? "Write the forward and the reverse rate, with a comma."
                                   : "Remove the second rate, or write '<->'.");
    return false;
  }

  bool check_laws()
  {
    for (std::size_t i = 0; i < rule_.rates.size(); ++i) {
      const SyntaxRate& rate = rule_.rates[i];
      const std::size_t num = i == 0 ? rule_.reactants.size() : rule_.products.size();
      if (rate.kind == model::RateLaw::Kind::elementary) continue;
      if (i > 0 && rate.kind == model::RateLaw::Kind::arrhenius) {
        mistakes_.add("E0407", rate.span, "'Arrhenius' is a law for both directions",
                      "Write it once, without a second rate.");
        return false;
      }
      if (rule_.total_rate) {
        mistakes_.add("E0407", rate.span, "TotalRate does not go with this law", "Remove it.");
        return false;
      }
      const bool is_michaelis = rate.kind == model::RateLaw::Kind::MM;
      if (!is_michaelis || num == 2) continue;
      mistakes_.add("E0407", rate.span,
                    fmt::format("'MM' needs two reactants, substrate and enzyme, not {}", num));
      return false;
    }
    return true;
  }

  bool check_tags(const std::vector<SyntaxPattern>& side)
  {
    std::set<std::string> seen;
    bool is_good = true;
    const auto check = [&](const std::optional<SyntaxName>& tag) {
      if (!tag || seen.insert(tag->text).second) return;
      is_good = false;
      mistakes_.add("E0408", tag->span,
                    fmt::format("the tag '{}' is given twice on one side of the rule", tag->text),
                    "Choose another one.");
    };
    for (const SyntaxPattern& pattern : side) {
      check(pattern.tag);
      for (const SyntaxMolecule& molecule : pattern.molecules) {
        check(molecule.tag);
        for (const SyntaxSite& site : molecule.sites) check(site.tag);
      }
    }
    return is_good;
  }

  /// A molecule that goes while one of its type comes may be a slip: its sites differ.
  bool check_sites(const Correspondence& molecules)
  {
    for (const Place& made : molecules.made) {
      const auto removed = std::find_if(
          molecules.removed.begin(), molecules.removed.end(),
          [&](const Place& place) { return place.molecule->type == made.molecule->type; });
      if (removed == molecules.removed.end()) continue;
      if (patterns_.is_complete(*made.molecule)) {
        mistakes_.warn("W0403", made.syntax->name.span,
                       fmt::format("a new '{}' takes the place of one that is removed",
                                   made.syntax->name.text),
                       "If it is the same molecule, name the same sites on both sides.");
      } else {
        report_sites(*removed, made);
        return false;
      }
    }
    return true;
  }

  void report_sites(const Place& before, const Place& after)
  {
    mistakes_.add("E0403", after.syntax->name.span,
                  fmt::format("'{}' has other sites after the rule ({}) than before ({})",
                              after.syntax->name.text, list_sites(*after.syntax),
                              list_sites(*before.syntax)),
                  "Name the same sites of a molecule on both sides.");
  }

  static std::string list_sites(const SyntaxMolecule& molecule)
  {
    std::vector<std::string> names;
    for (const SyntaxSite& site : molecule.sites) names.push_back(site.name.text);
    return names.empty() ? "none" : fmt::format("{}", fmt::join(names, ", "));
  }

  bool check_kept(const Correspondence& molecules)
  {
    bool is_good = true;
    for (const auto& [before, after] : molecules.kept) {
      if (before.syntax->sites.size() != after.syntax->sites.size()) {
        report_sites(before, after);
        return false;
      }
      for (std::size_t s = 0; s < after.molecule->components.size(); ++s) {
        ComponentPattern* reactant = partner_of(s, after, before);
        if (reactant == nullptr) {
          report_sites(before, after);
          return false;
        }
        is_good = check_site(*reactant, after.molecule->components[s],
                             after.syntax->sites[s].name) &&
                  is_good;
      }
    }
    return is_good;
  }

  bool check_site(const ComponentPattern& before, ComponentPattern& after, const SyntaxName& name)
  {
    const bool loses_state = before.state >= 0 && after.state < 0;
    const bool gains_state = before.state < 0 && after.state >= 0;
    if (loses_state || (gains_state && rule_.reversible)) {
      mistakes_.add("E0404", name.span,
                    fmt::format("site '{}' has a state on one side of the rule only", name.text),
                    "Write its state on both sides, or on neither.");
      return false;
    }
    const auto is_wild = [](BondRule bond) {
      return bond == BondRule::any_bond || bond == BondRule::either;
    };
    if (before.bond == after.bond || (!is_wild(before.bond) && !is_wild(after.bond))) return true;
    if (before.bond == BondRule::either && after.bond == BondRule::unbound && !rule_.reversible) {
      mistakes_.warn("W0404", name.span,
                     fmt::format("the bond of '{}', if there is one, stays", name.text),
                     "Write !? on both sides.");
      after.bond = BondRule::either;
      return true;
    }
    mistakes_.add("E0405", name.span,
                  fmt::format("the rule changes a bond of site '{}' that it does not name",
                              name.text),
                  "'!+' and '!?' stay as they are; to break a bond, write both of its ends.");
    return false;
  }

  bool check_made(const Correspondence& molecules)
  {
    bool is_good = true;
    for (const Place& place : molecules.made) {
      is_good = patterns_.check_complete(*place.molecule, place.syntax->name, "new molecule") &&
                is_good;
    }
    if (!rule_.reversible) return is_good;
    for (const Place& place : molecules.removed) {
      is_good = patterns_.check_complete(*place.molecule, place.syntax->name,
                                         "in the reverse direction, new molecule") &&
                is_good;
    }
    return is_good;
  }

  const SyntaxRule& rule_;
  PatternChecker& patterns_;
  Mistakes& mistakes_;
};

std::set<std::string> check_labels(const std::vector<SyntaxRule>& rules, Mistakes& mistakes)
{
  std::map<std::string, Span> seen;
  std::set<std::string> labels;
  for (const SyntaxRule& rule : rules) {
    if (!rule.label) continue;
    labels.insert(rule.label->text);
    const auto [first, is_new] = seen.emplace(rule.label->text, rule.label->span);
    if (is_new) continue;
    mistakes.add("E0406", rule.label->span,
                 fmt::format("two rules are named '{}'", rule.label->text),
                 fmt::format("The first is in line {}; choose another name.", first->second.line));
  }
  return labels;
}

std::string free_name(std::string name, std::set<std::string>& taken)
{
  while (!taken.insert(name).second) name += '_';
  return name;
}

/// The conditions of a rule, for the direction it is written in.
std::vector<model::Condition> check_conditions(const SyntaxRule& rule, PatternChecker& patterns,
                                               Mistakes& mistakes)
{
  std::vector<model::Condition> checked;
  for (const SyntaxCondition& syntax : rule.conditions) {
    const std::size_t num = (syntax.is_on_product ? rule.products : rule.reactants).size();
    if (syntax.position > num) {
      mistakes.add("E0409", syntax.span,
                   fmt::format("there is no {} {} in this rule",
                               syntax.is_on_product ? "product" : "reactant", syntax.position),
                   "They count from 1.");
      continue;
    }
    model::Condition condition{syntax.is_include, syntax.is_on_product,
                               static_cast<std::uint32_t>(syntax.position - 1), {}};
    if (auto found = check_side(syntax.patterns, patterns)) condition.patterns = std::move(*found);
    checked.push_back(std::move(condition));
  }
  return checked;
}

model::RateLaw law_of(const SyntaxRule& rule, std::size_t i)
{
  return {rule.rates[i].kind, rule.rates[i].args, rule.total_rate};
}

model::Rule reverse_of(const SyntaxRule& syntax, model::Rule rule)
{
  std::swap(rule.reactants, rule.products);
  rule.rate = law_of(syntax, syntax.rates.size() - 1);
  rule.is_reverse = true;
  for (model::Condition& condition : rule.conditions) {
    condition.is_on_product = !condition.is_on_product;
  }
  return rule;
}

}  // namespace

std::vector<model::Rule> check_rules(const std::vector<SyntaxRule>& rules,
                                     PatternChecker& patterns, Mistakes& mistakes)
{
  std::set<std::string> taken = check_labels(rules, mistakes);
  std::vector<model::Rule> checked;
  for (std::size_t n = 0; n < rules.size(); ++n) {
    const SyntaxRule& syntax = rules[n];
    auto sides = RuleChecker(syntax, patterns, mistakes).run();
    std::vector<model::Condition> conditions = check_conditions(syntax, patterns, mistakes);
    if (!sides) continue;
    model::Rule rule;
    rule.name = syntax.label ? syntax.label->text : free_name(fmt::format("R{}", n + 1), taken);
    rule.reactants = std::move(sides->first);
    rule.products = std::move(sides->second);
    rule.rate = law_of(syntax, 0);
    rule.delete_molecules = syntax.delete_molecules;
    rule.move_connected = syntax.move_connected;
    rule.conditions = std::move(conditions);
    rule.span = syntax.span;
    checked.push_back(rule);
    if (!syntax.reversible) continue;
    checked.push_back(reverse_of(syntax, std::move(rule)));
    checked.back().name = free_name(checked.back().name + "_reverse", taken);
  }
  return checked;
}

}  // namespace rascade::language
