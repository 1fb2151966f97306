// SPDX-License-Identifier: MIT
#include "rascade/language/check_patterns.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "rascade/base/text.hpp"

namespace rascade::language {
namespace {

using model::BondRule;
using model::ComponentPattern;
using model::ComponentType;
using model::MoleculePattern;
using model::MoleculeType;
using model::Pattern;

std::vector<std::string> site_names(const MoleculeType& type)
{
  std::vector<std::string> names;
  for (const ComponentType& component : type.components) {
    if (std::find(names.begin(), names.end(), component.name) == names.end()) {
      names.push_back(component.name);
    }
  }
  return names;
}

bool read_states(const SyntaxSite& site, ComponentType& component, Mistakes& mistakes)
{
  for (const SyntaxName& state : site.states) {
    const auto end = component.states.end();
    if (std::find(component.states.begin(), end, state.text) != end) {
      mistakes.add("E0509", state.span,
                   fmt::format("site '{}' lists state '{}' twice", site.name.text, state.text),
                   "Remove one.");
      return false;
    }
    component.states.push_back(state.text);
  }
  return true;
}

MoleculeType check_type(const SyntaxMolecule& syntax, Mistakes& mistakes)
{
  MoleculeType type{syntax.name.text, {}};
  for (const SyntaxSite& site : syntax.sites) {
    ComponentType component{site.name.text, {}};
    if (!read_states(site, component, mistakes)) continue;
    const auto twin =
        std::find_if(type.components.begin(), type.components.end(),
                     [&](const ComponentType& c) { return c.name == component.name; });
    if (twin != type.components.end() && twin->states != component.states) {
      mistakes.add("E0509", site.name.span,
                   fmt::format("the sites '{}' of {} have different states", component.name,
                               type.name),
                   "Sites of one name are interchangeable: give them the same list of states.");
    }
    type.components.push_back(std::move(component));
  }
  return type;
}

std::string text_of(const std::optional<SyntaxName>& name) { return name ? name->text : ""; }

}  // namespace

std::vector<MoleculeType> check_molecule_types(const SyntaxModel& syntax, Mistakes& mistakes)
{
  std::vector<MoleculeType> types;
  std::map<std::string, Span> seen;
  for (const SyntaxMolecule& molecule : syntax.molecule_types) {
    const auto [first, is_new] = seen.emplace(molecule.name.text, molecule.name.span);
    if (!is_new) {
      mistakes.add("E0508", molecule.name.span,
                   fmt::format("molecule type '{}' is declared twice", molecule.name.text),
                   fmt::format("It is declared in line {}; merge the two.", first->second.line));
      continue;
    }
    types.push_back(check_type(molecule, mistakes));
  }
  return types;
}

PatternChecker::PatternChecker(const std::vector<MoleculeType>& types,
                               const std::vector<model::Compartment>& compartments,
                               const std::set<std::string>& broken, Mistakes& mistakes)
    : types_(types), compartments_(compartments), unknown_(broken), mistakes_(mistakes)
{
  for (std::size_t i = 0; i < types.size(); ++i) position_.emplace(types[i].name, i);
}

std::optional<Pattern> PatternChecker::check(const SyntaxPattern& syntax)
{
  Pattern pattern;
  pattern.tag = text_of(syntax.tag);
  pattern.match_once = syntax.match_once;
  pattern.fixed = syntax.fixed;
  pattern.quantifier = syntax.quantifier;
  const bool has_place = check_place(syntax.compartment, pattern.compartment);
  for (const SyntaxMolecule& molecule : syntax.molecules) {
    std::optional<MoleculePattern> checked = check_molecule(molecule);
    if (checked) pattern.molecules.push_back(std::move(*checked));
  }
  const bool is_whole = pattern.molecules.size() == syntax.molecules.size();
  if (!is_whole || !has_place || !check_bonds(syntax, pattern)) return std::nullopt;
  return pattern;
}

bool PatternChecker::check_place(const std::optional<SyntaxName>& name, std::int32_t& compartment)
{
  if (!name) return true;
  std::vector<std::string> valid;
  for (const model::Compartment& c : compartments_) valid.push_back(c.name);
  const auto found = std::find(valid.begin(), valid.end(), name->text);
  if (found != valid.end()) {
    compartment = static_cast<std::int32_t>(found - valid.begin());
    return true;
  }
  if (!unknown_.insert(name->text).second) return false;
  mistakes_.add("E0511", name->span, fmt::format("there is no compartment '{}'", name->text),
                valid.empty() ? "Declare it in the block 'compartments'."
                              : suggest(name->text, valid));
  return false;
}

std::optional<MoleculePattern> PatternChecker::check_molecule(const SyntaxMolecule& syntax)
{
  const auto found = position_.find(syntax.name.text);
  if (found == position_.end()) {
    if (!unknown_.insert(syntax.name.text).second) return std::nullopt;
    std::vector<std::string> valid;
    for (const MoleculeType& type : types_) valid.push_back(type.name);
    mistakes_.add("E0501", syntax.name.span,
                  fmt::format("there is no molecule type '{}'", syntax.name.text),
                  valid.empty() ? "Declare it in the block 'molecule types'."
                                : suggest(syntax.name.text, valid));
    return std::nullopt;
  }
  MoleculePattern molecule;
  molecule.type = model::MoleculeTypeIndex(found->second);
  molecule.tag = text_of(syntax.tag);
  std::map<std::string, std::size_t> num_before;
  bool is_good = check_place(syntax.compartment, molecule.compartment);
  for (const SyntaxSite& site : syntax.sites) {
    const std::optional<ComponentPattern> component =
        check_site(site, types_[molecule.type], num_before[site.name.text]++);
    is_good = is_good && component;
    if (component) molecule.components.push_back(*component);
  }
  if (!is_good) return std::nullopt;
  return molecule;
}

std::optional<ComponentPattern> PatternChecker::check_site(const SyntaxSite& site,
                                                           const MoleculeType& type,
                                                           std::size_t num_before)
{
  std::vector<std::uint32_t> same_name;
  for (std::uint32_t i = 0; i < type.components.size(); ++i) {
    if (type.components[i].name == site.name.text) same_name.push_back(i);
  }
  if (same_name.empty()) {
    const std::vector<std::string> valid = site_names(type);
    mistakes_.add("E0502", site.name.span,
                  fmt::format("molecule type '{}' has no site '{}'", type.name, site.name.text),
                  valid.empty() ? fmt::format("{} has no sites.", type.name)
                                : suggest(site.name.text, valid));
    return std::nullopt;
  }
  if (num_before >= same_name.size()) {
    mistakes_.add("E0504", site.name.span,
                  fmt::format("site '{}' is named {} times; {} has {}", site.name.text,
                              num_before + 1, type.name, same_name.size()),
                  "Remove it, or correct its name.");
    return std::nullopt;
  }
  ComponentPattern component;
  component.component = same_name[num_before];
  component.tag = text_of(site.tag);
  if (site.bond) {
    component.bond = site.bond->text == "+"   ? BondRule::any_bond
                     : site.bond->text == "?" ? BondRule::either
                                              : BondRule::bound;
  }
  if (!check_state(site, type, component)) return std::nullopt;
  return component;
}

bool PatternChecker::check_state(const SyntaxSite& site, const MoleculeType& type,
                                 ComponentPattern& component)
{
  if (site.states.empty()) return true;
  const SyntaxName& state = site.states.front();
  const std::vector<std::string>& valid = type.components[component.component].states;
  const auto found = std::find(valid.begin(), valid.end(), state.text);
  if (found != valid.end()) {
    component.state = static_cast<std::int32_t>(found - valid.begin());
    return true;
  }
  mistakes_.add("E0503", state.span,
                fmt::format("site '{}' of {} has no state '{}'", site.name.text, type.name,
                            state.text),
                valid.empty() ? "The site has no states." : suggest(state.text, valid));
  return false;
}

bool PatternChecker::check_bonds(const SyntaxPattern& syntax, Pattern& pattern)
{
  struct Label {
    std::int32_t number;
    std::size_t num_ends;
    Span span;
  };
  std::map<std::string, Label> labels;
  for (std::size_t m = 0; m < pattern.molecules.size(); ++m) {
    for (std::size_t s = 0; s < pattern.molecules[m].components.size(); ++s) {
      ComponentPattern& component = pattern.molecules[m].components[s];
      if (component.bond != BondRule::bound) continue;
      const SyntaxName& name = *syntax.molecules[m].sites[s].bond;
      const auto next = static_cast<std::int32_t>(labels.size() + 1);
      Label& label = labels.emplace(name.text, Label{next, 0, name.span}).first->second;
      ++label.num_ends;
      component.label = label.number;
    }
  }
  bool is_good = true;
  for (const auto& [name, label] : labels) {
    if (label.num_ends == 2) continue;
    is_good = false;
    mistakes_.add("E0505", label.span,
                  fmt::format("bond label '{}' has {} end{} in this pattern", name, label.num_ends,
                              label.num_ends == 1 ? "" : "s"),
                  label.num_ends == 1 ? "Give its partner the same label, or write !+."
                                      : "A bond joins two sites: use another label.");
  }
  return is_good;
}

bool PatternChecker::check_connected(const SyntaxPattern& syntax, const Pattern& pattern)
{
  std::vector<std::size_t> group(pattern.molecules.size());
  std::iota(group.begin(), group.end(), std::size_t{0});
  std::map<std::int32_t, std::size_t> first_end;
  for (std::size_t m = 0; m < pattern.molecules.size(); ++m) {
    for (const ComponentPattern& component : pattern.molecules[m].components) {
      if (component.bond != BondRule::bound) continue;
      const auto [end, is_first] = first_end.emplace(component.label, m);
      if (!is_first) std::replace(group.begin(), group.end(), group[m], group[end->second]);
    }
  }
  for (std::size_t m = 1; m < group.size(); ++m) {
    if (group[m] == group[0]) continue;
    const SyntaxName& name = syntax.molecules[m].name;
    mistakes_.add("E0506", name.span,
                  fmt::format("'{}' is not bound to '{}', but a dot joins them", name.text,
                              syntax.molecules[0].name.text),
                  "Write the bonds between them, or one seed for each.");
    return false;
  }
  return true;
}

bool PatternChecker::check_uncounted(const SyntaxPattern& syntax)
{
  if (!syntax.quantifier) return true;
  mistakes_.add("E0514", syntax.span, "only the patterns of an observable may have a count",
                "Write the molecules that the species must hold into the pattern.");
  return false;
}

std::vector<std::string> PatternChecker::missing_in(const MoleculePattern& molecule) const
{
  const MoleculeType& type = type_of(molecule);
  std::vector<std::string> missing;
  for (std::uint32_t i = 0; i < type.components.size(); ++i) {
    const ComponentType& site = type.components[i];
    const auto listed = std::find_if(molecule.components.begin(), molecule.components.end(),
                                     [i](const ComponentPattern& c) { return c.component == i; });
    if (listed == molecule.components.end()) {
      missing.push_back(fmt::format("site {}", site.name));
    } else if (listed->state < 0 && !site.states.empty()) {
      missing.push_back(fmt::format("the state of {}", site.name));
    } else if (listed->bond == BondRule::any_bond || listed->bond == BondRule::either) {
      missing.push_back(fmt::format("the bond of {}", site.name));
    }
  }
  return missing;
}

bool PatternChecker::check_complete(const MoleculePattern& molecule, const SyntaxName& name,
                                    const std::string& where)
{
  const std::vector<std::string> missing = missing_in(molecule);
  if (missing.empty()) return true;
  const MoleculeType& type = type_of(molecule);
  mistakes_.add("E0507", name.span,
                fmt::format("{} '{}' must be fully described; missing: {}", where, type.name,
                            fmt::join(missing, ", ")),
                fmt::format("The type is {}.", model::to_string(type)));
  return false;
}

}  // namespace rascade::language
