// SPDX-License-Identifier: MIT
#include "rascade/language/infer_types.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace rascade::language {
namespace {

/// The types in the order of their first molecules.
class TypeCollector {
 public:
  void add(const std::vector<SyntaxPattern>& patterns)
  {
    for (const SyntaxPattern& pattern : patterns) add(pattern);
  }

  void add(const SyntaxPattern& pattern)
  {
    for (const SyntaxMolecule& molecule : pattern.molecules) add(molecule);
  }

  [[nodiscard]] std::vector<SyntaxMolecule> take() { return std::move(types_); }

 private:
  void add(const SyntaxMolecule& molecule)
  {
    const auto [entry, is_new] = position_.emplace(molecule.name.text, types_.size());
    if (is_new) types_.push_back({molecule.name, {}, {}, {}});
    SyntaxMolecule& type = types_[entry->second];
    std::map<std::string, std::size_t> num_named;
    for (const SyntaxSite& site : molecule.sites) {
      const std::size_t needed = ++num_named[site.name.text];
      const auto is_same = [&site](const SyntaxSite& s) { return s.name.text == site.name.text; };
      const auto present = std::count_if(type.sites.begin(), type.sites.end(), is_same);
      if (static_cast<std::size_t>(present) < needed) add_site(type, site);
      for (SyntaxSite& same : type.sites) {
        if (is_same(same)) add_states(site, same);
      }
    }
  }

  static void add_site(SyntaxMolecule& type, const SyntaxSite& site)
  {
    SyntaxSite fresh{site.name, {}, {}, {}};
    for (const SyntaxSite& same : type.sites) {
      if (same.name.text == site.name.text) fresh.states = same.states;
    }
    type.sites.push_back(std::move(fresh));
  }

  static void add_states(const SyntaxSite& site, SyntaxSite& type)
  {
    for (const SyntaxName& state : site.states) {
      const auto known = std::find_if(type.states.begin(), type.states.end(),
                                      [&](const SyntaxName& s) { return s.text == state.text; });
      if (known == type.states.end()) type.states.push_back(state);
    }
  }

  std::vector<SyntaxMolecule> types_;
  std::map<std::string, std::size_t> position_;
};

}  // namespace

void infer_types(SyntaxModel& syntax, Mistakes& mistakes)
{
  if (syntax.has_types) return;
  TypeCollector types;
  for (const SyntaxSeed& seed : syntax.seeds) types.add(seed.pattern);
  for (const SyntaxRule& rule : syntax.rules) {
    types.add(rule.reactants);
    types.add(rule.products);
    for (const SyntaxCondition& condition : rule.conditions) types.add(condition.patterns);
  }
  for (const SyntaxObservable& observable : syntax.observables) types.add(observable.patterns);
  for (const SyntaxEnergy& energy : syntax.energies) types.add(energy.pattern);
  syntax.molecule_types = types.take();
  if (syntax.molecule_types.empty()) return;
  mistakes.warn("W0106", syntax.molecule_types.front().name.span,
                fmt::format("there is no block 'molecule types': {} types follow from the patterns",
                            syntax.molecule_types.size()),
                "Declare them, and slips in names will be found.");
}

}  // namespace rascade::language
