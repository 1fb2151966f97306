// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rascade/base/index.hpp"

namespace rascade::model {

using MoleculeTypeIndex = Index<struct MoleculeTypeTag>;

/// A site of a molecule type: its name and its allowed states, in the order written.
struct ComponentType {
  std::string name;
  std::vector<std::string> states;  // empty: the site has no state
};

struct MoleculeType {
  std::string name;
  std::vector<ComponentType> components;  // equal names are symmetric sites
};

using CompartmentIndex = Index<struct CompartmentTag>;
inline constexpr std::int32_t nowhere = -1;  // of a molecule or pattern without a compartment

enum class BondRule : std::uint8_t {
  unbound,   // `A(b)`: must be free
  bound,     // `A(b!1)`: bound to the site in this pattern with the same label
  any_bond,  // `A(b!+)`: bound to anything
  either,    // `A(b!?)`: bound or not
};

struct ComponentPattern {
  std::uint32_t component = 0;  // into MoleculeType::components
  std::int32_t state = -1;      // into ComponentType::states; -1: any
  BondRule bond = BondRule::unbound;
  std::int32_t label = -1;      // bond label, BondRule::bound only
  std::string tag;              // `A(b%x)`: names this site; may be empty
};

/// Sites not listed may be in any state, bound or not.
struct MoleculePattern {
  MoleculeTypeIndex type;
  std::vector<ComponentPattern> components;
  std::int32_t compartment = nowhere;  // `A(b)@C`; in a rule or an observable: anywhere
  std::string tag;                     // `A(b)%x`: names this molecule; may be empty
};

/// How many matches in one species satisfy a pattern of an observable of species: `A()>2`.
struct Quantifier {
  std::string sign;  // < <= == != >= >
  std::uint32_t count = 0;
};

/// What a rule or an observable looks for. Connected unless the text says otherwise (BNGL allows
/// `A().B()` without bonds: the two are then in the same species).
struct Pattern {
  std::vector<MoleculePattern> molecules;
  std::int32_t compartment = nowhere;  // `@C:A(b)`: of the whole species
  std::string tag;                     // `%x:A(b)`: names the whole species; may be empty
  bool match_once = false;             // `{MatchOnce}`: one event a species, however often it fits
  bool fixed = false;                  // `$A(b)`
  std::optional<Quantifier> quantifier;
};

/// BNGL text, e.g. `A(b!1,s~p).B(a!1)`; the empty pattern gives the empty text.
///
/// @param types         the molecule types of the model the pattern belongs to
/// @param compartments  the names of its compartments; without them places are not printed
[[nodiscard]] std::string to_string(const Pattern& pattern, std::span<const MoleculeType> types,
                                    std::span<const std::string> compartments = {});

/// The declaration as BNGL text, e.g. `A(b,s~u~p)`.
[[nodiscard]] std::string to_string(const MoleculeType& type);

}  // namespace rascade::model
