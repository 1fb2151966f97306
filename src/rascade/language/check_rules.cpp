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
  const MoleculePattern* molecule;
  const SyntaxMolecule* syntax;
};

/// The two sides molecule by molecule: what stays, what goes, what comes.
struct Correspondence {
  std::vector<std::pair<Place, Place>> kept;
  std::vector<Place> removed;
  std::vector<Place> made;
};

std::vector<Place> places_of(const std::vector<Pattern>& side,
                             const std::vector<SyntaxPattern>& syntax)
{
  std::vector<Place> places;
  for (std::size_t p = 0; p < side.size(); ++p) {
    for (std::size_t m = 0; m < side[p].molecules.size(); ++m) {
      places.push_back({&side[p].molecules[m], &syntax[p].molecules[m]});
    }
  }
  return places;
}

std::vector<std::uint32_t> sites_of(const MoleculePattern& molecule)
{
  std::vector<std::uint32_t> sites;
  for (const ComponentPattern& c : molecule.components) sites.push_back(c.component);
  std::sort(sites.begin(), sites.end());
  return sites;
}

Correspondence correspond(std::vector<Place> before, const std::vector<Place>& after)
{
  Correspondence result;
  for (const Place& place : after) {
    const auto partner = std::find_if(before.begin(), before.end(), [&](const Place& candidate) {
      return candidate.molecule->type == place.molecule->type &&
             sites_of(*candidate.molecule) == sites_of(*place.molecule);
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

std::optional<std::vector<Pattern>> check_side(const std::vector<SyntaxPattern>& side,
                                               PatternChecker& patterns)
{
  std::vector<Pattern> checked;
  for (const SyntaxPattern& syntax : side) {
    std::optional<Pattern> pattern = patterns.check(syntax);
    if (pattern) checked.push_back(std::move(*pattern));
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
    const bool has_rates = check_rates();
    std::optional<std::vector<Pattern>> reactants = check_side(rule_.reactants, patterns_);
    std::optional<std::vector<Pattern>> products = check_side(rule_.products, patterns_);
    if (!reactants || !products) return std::nullopt;
    Correspondence molecules = correspond(places_of(*reactants, rule_.reactants),
                                          places_of(*products, rule_.products));
    if (!check_sites(molecules) || !check_kept(molecules)) return std::nullopt;
    if (!check_made(molecules) || !has_rates) return std::nullopt;
    return std::pair(std::move(*reactants), std::move(*products));
  }

 private:
  bool check_rates()
  {
    const std::size_t needed = rule_.reversible ? 2 : 1;
    if (rule_.rates.size() == needed) return true;
    mistakes_.add("E0402", rule_.rates_span,
                  fmt::format("'{}' needs {} rate{}, not {}", rule_.reversible ? "<->" : "->",
                              needed, needed == 1 ? "" : "s", rule_.rates.size()),
                  rule_.reversible ? "Write the forward and the reverse rate, with a comma."
                                   : "Remove the second rate, or write '<->'.");
    return false;
  }

  /// A molecule that goes while one of its type comes is a slip: its sites differ.
  bool check_sites(const Correspondence& molecules)
  {
    for (const Place& made : molecules.made) {
      const auto removed = std::find_if(
          molecules.removed.begin(), molecules.removed.end(),
          [&](const Place& place) { return place.molecule->type == made.molecule->type; });
      if (removed == molecules.removed.end()) continue;
      mistakes_.add("E0403", made.syntax->name.span,
                    fmt::format("'{}' has other sites after the rule ({}) than before ({})",
                                made.syntax->name.text, list_sites(*made.molecule),
                                list_sites(*removed->molecule)),
                    "Name the same sites of a molecule on both sides.");
      return false;
    }
    return true;
  }

  std::string list_sites(const MoleculePattern& molecule) const
  {
    std::vector<std::string> names;
    for (const std::uint32_t site : sites_of(molecule)) {
      names.push_back(patterns_.type_of(molecule).components[site].name);
    }
    return names.empty() ? "none" : fmt::format("{}", fmt::join(names, ", "));
  }

  bool check_kept(const Correspondence& molecules)
  {
    bool is_good = true;
    for (const auto& [before, after] : molecules.kept) {
      for (std::size_t s = 0; s < after.molecule->components.size(); ++s) {
        const ComponentPattern& product = after.molecule->components[s];
        const auto reactant = std::find_if(
            before.molecule->components.begin(), before.molecule->components.end(),
            [&](const ComponentPattern& c) { return c.component == product.component; });
        is_good = check_site(*reactant, product, after.syntax->sites[s].name) && is_good;
      }
    }
    return is_good;
  }

  bool check_site(const ComponentPattern& before, const ComponentPattern& after,
                  const SyntaxName& name)
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

}  // namespace

std::vector<model::Rule> check_rules(const std::vector<SyntaxRule>& rules,
                                     PatternChecker& patterns, Mistakes& mistakes)
{
  std::set<std::string> taken = check_labels(rules, mistakes);
  std::vector<model::Rule> checked;
  for (std::size_t n = 0; n < rules.size(); ++n) {
    const SyntaxRule& rule = rules[n];
    auto sides = RuleChecker(rule, patterns, mistakes).run();
    if (!sides) continue;
    const std::string name =
        rule.label ? rule.label->text : free_name(fmt::format("R{}", n + 1), taken);
    auto& [reactants, products] = *sides;
    model::Rule forward{name, std::move(reactants), std::move(products),
                        {model::RateLaw::Kind::elementary, {rule.rates[0]}}};
    forward.delete_molecules = rule.delete_molecules;
    forward.span = rule.span;
    checked.push_back(forward);
    if (!rule.reversible) continue;
    model::Rule reverse = std::move(forward);
    reverse.name = free_name(name + "_reverse", taken);
    std::swap(reverse.reactants, reverse.products);
    reverse.rate.args[0] = rule.rates[1];
    reverse.is_reverse = true;
    checked.push_back(std::move(reverse));
  }
  return checked;
}

}  // namespace rascade::language
