// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "rascade/language/mistakes.hpp"
#include "rascade/language/syntax.hpp"
#include "rascade/model/model.hpp"

namespace rascade::language {

/// The declared molecule types, in order. Reports E0508 (a type twice) and E0509 (a state twice, or
/// sites of one name with different states).
[[nodiscard]] std::vector<model::MoleculeType> check_molecule_types(const SyntaxModel& syntax,
                                                                    Mistakes& mistakes);

/// Fits patterns to molecule types. What it is made from must outlive it.
class PatternChecker {
 public:
  PatternChecker(const std::vector<model::MoleculeType>& types,
                 const std::vector<model::Compartment>& compartments,
                 const std::set<std::string>& broken, Mistakes& mistakes);

  /// The pattern with its names looked up; bond labels count from 1 in order of appearance, the
  /// k-th site of a name in a molecule is the k-th of that name in its type.
  ///
  /// Reports E0501 (no such molecule type), E0502 (site), E0503 (state), E0504 (a site too often),
  /// E0505 (a bond label not exactly twice) and E0511 (no such compartment).
  [[nodiscard]] std::optional<model::Pattern> check(const SyntaxPattern& syntax);

  /// Reports E0506 unless bonds connect all molecules of the pattern.
  bool check_connected(const SyntaxPattern& syntax, const model::Pattern& pattern);

  /// Reports E0507 unless every site of the molecule is listed with its state and its bond; `where`
  /// names what needs it so.
  bool check_complete(const model::MoleculePattern& molecule, const SyntaxName& name,
                      const std::string& where);

  /// Whether check_complete would find nothing missing.
  [[nodiscard]] bool is_complete(const model::MoleculePattern& molecule) const
  {
    return missing_in(molecule).empty();
  }

  /// Reports E0514 if the pattern has a count, which only observables may have.
  bool check_uncounted(const SyntaxPattern& syntax);

  [[nodiscard]] const model::MoleculeType& type_of(const model::MoleculePattern& molecule) const
  {
    return types_[molecule.type];
  }

 private:
  std::optional<model::MoleculePattern> check_molecule(const SyntaxMolecule& syntax);
  std::optional<model::ComponentPattern> check_site(const SyntaxSite& site,
                                                    const model::MoleculeType& type,
                                                    std::size_t num_before);
  bool check_state(const SyntaxSite& site, const model::MoleculeType& type,
                   model::ComponentPattern& component);
  bool check_bonds(const SyntaxPattern& syntax, model::Pattern& pattern);
  [[nodiscard]] std::vector<std::string> missing_in(const model::MoleculePattern& molecule) const;
  bool check_place(const std::optional<SyntaxName>& name, std::int32_t& compartment);

  const std::vector<model::MoleculeType>& types_;
  const std::vector<model::Compartment>& compartments_;
  std::map<std::string, std::size_t> position_;  // of a type, by name
  std::set<std::string> unknown_;                // reported already, or declared in a broken line
  Mistakes& mistakes_;
};

}  // namespace rascade::language
