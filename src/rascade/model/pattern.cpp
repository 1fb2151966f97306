// SPDX-License-Identifier: MIT
#include "rascade/model/pattern.hpp"

#include <fmt/format.h>

namespace rascade::model {
namespace {

std::string bond_text(const ComponentPattern& component)
{
  switch (component.bond) {
    case BondRule::unbound:
      return "";
    case BondRule::bound:
      return fmt::format("!{}", component.label);
    case BondRule::any_bond:
      return "!+";
    case BondRule::either:
      return "!?";
  }
  return "";
}

std::string tag_text(const std::string& tag) { return tag.empty() ? "" : "%" + tag; }

std::string place_text(std::int32_t compartment, std::span<const std::string> compartments)
{
  if (compartment == nowhere || compartments.empty()) return "";
  return "@" + compartments[static_cast<std::size_t>(compartment)];
}

std::string molecule_text(const MoleculePattern& molecule, const MoleculeType& type)
{
  std::string text = type.name + "(";
  for (const ComponentPattern& component : molecule.components) {
    if (&component != &molecule.components.front()) text += ",";
    const ComponentType& site = type.components.at(component.component);
    text += site.name + tag_text(component.tag);
    if (component.state >= 0)
      text += "~" + site.states.at(static_cast<std::size_t>(component.state));
    text += bond_text(component);
  }
  return text + ")" + tag_text(molecule.tag);
}

std::string header_text(const Pattern& pattern, std::span<const std::string> compartments)
{
  const std::string text =
      tag_text(pattern.tag) + place_text(pattern.compartment, compartments);
  return text.empty() ? "" : text + ":";
}

}  // namespace

std::string to_string(const Pattern& pattern, std::span<const MoleculeType> types,
                      std::span<const std::string> compartments)
{
  std::string text = header_text(pattern, compartments);
  if (pattern.fixed) text += "$";
  if (pattern.match_once) text += "{MatchOnce}";
  for (const MoleculePattern& molecule : pattern.molecules) {
    if (&molecule != &pattern.molecules.front()) text += ".";
    text += molecule_text(molecule, types[molecule.type]);
    text += place_text(molecule.compartment, compartments);
  }
  if (pattern.quantifier) {
    text += fmt::format("{}{}", pattern.quantifier->sign, pattern.quantifier->count);
  }
  return text;
}

std::string to_string(const MoleculeType& type)
{
  std::string text = type.name + "(";
  for (const ComponentType& component : type.components) {
    if (&component != &type.components.front()) text += ",";
    text += component.name;
    for (const std::string& state : component.states) text += "~" + state;
  }
  return text + ")";
}

}  // namespace rascade::model
