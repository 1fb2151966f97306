// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <vector>

#include "rascade/model/model.hpp"
#include "rascade/network/rule_bonds.hpp"

namespace rascade::inspect {

/// Rules, by position in Model::rules; ascending, each once.
using RuleList = std::vector<std::size_t>;

/// A site, or several of one name.
struct MapSite {
  network::TypeSite where;
  std::string name;
  std::vector<std::string> states;
  std::size_t count = 1;
  bool is_bonded = false;  // an end of one of the bonds
  RuleList changes;        // its state
};

struct MapType {
  std::string name;
  std::vector<MapSite> sites;
  RuleList makes, removes;
};

struct MapEnd {
  std::size_t type = 0;  // into ContactMap::types
  std::size_t site = 0;  // into MapType::sites
  friend auto operator<=>(const MapEnd&, const MapEnd&) = default;
};

/// A bond that a seed has or a rule's products show.
struct MapBond {
  MapEnd a, b;  // a <= b
  RuleList makes, breaks;
};

/// All that can be bound to what, and which rules do it.
struct ContactMap {
  std::vector<MapType> types;  // in the order of the model
  std::vector<MapBond> bonds;  // in order of appearance, each once
  std::vector<std::string> rules;  // `name: A(b) + B(a) -> …`
};

[[nodiscard]] ContactMap contact_map(const model::Model& model);

}  // namespace rascade::inspect
