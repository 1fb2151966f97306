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

std::string molecule_text(const MoleculePattern& molecule, const MoleculeType& type)
{
  std::string text = type.name + "(";
  for (const ComponentPattern& component : molecule.components) {
    if (&component != &molecule.components.front()) text += ",";
    const ComponentType& site = type.components.at(component.component);
    text += site.name;
    if (component.state >= 0)
      text += "~" + site.states.at(static_cast<std::size_t>(component.state));
    text += bond_text(component);
  }
  return text + ")";
}

}  // namespace

std::string to_string(const Pattern& pattern, std::span<const MoleculeType> types)
{
  std::string text;
  for (const MoleculePattern& molecule : pattern.molecules) {
    if (!text.empty()) text += ".";
    text += molecule_text(molecule, types[molecule.type]);
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
