// SPDX-License-Identifier: MIT
#include "rascade/inspect/describe.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace rascade::inspect {
namespace {

bool names(const model::Pattern& pattern, model::MoleculeTypeIndex type)
{
  return std::any_of(pattern.molecules.begin(), pattern.molecules.end(),
                     [type](const model::MoleculePattern& m) { return m.type == type; });
}

bool names(const std::vector<model::Pattern>& patterns, model::MoleculeTypeIndex type)
{
  return std::any_of(patterns.begin(), patterns.end(),
                     [type](const model::Pattern& p) { return names(p, type); });
}

/// The name of the text, from anything that has a place in it.
std::string file_of(const model::Model& model)
{
  if (!model.seeds.empty()) return model.seeds[0].span.file;
  if (!model.rules.empty()) return model.rules[0].span.file;
  if (!model.parameters.empty()) return model.parameters[0].span.file;
  return "";
}

}  // namespace

std::string rule_name(const model::Model& model, model::RuleIndex rule)
{
  const model::Rule& r = model.rules[rule];
  return r.name.empty() ? fmt::format("in line {}", r.span.line) : fmt::format("'{}'", r.name);
}

Span place_of(const model::Model& model, model::MoleculeTypeIndex type)
{
  for (const model::SeedSpecies& seed : model.seeds) {
    if (names(seed.pattern, type)) return seed.span;
  }
  for (const model::Rule& rule : model.rules) {
    if (names(rule.reactants, type) || names(rule.products, type)) return rule.span;
  }
  for (const model::Observable& observable : model.observables) {
    if (names(observable.patterns, type)) return observable.span;
  }
  return {file_of(model), 0, 0, 0};
}

}  // namespace rascade::inspect
