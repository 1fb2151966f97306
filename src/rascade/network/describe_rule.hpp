// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rascade/model/model.hpp"

namespace rascade::network {

/// What compiling a rule found out, in words. Molecules are told apart by numbers: those of the
/// reactants as written, then those the rule makes: `A#1.b` is a site of the first.
struct RuleDescription {
  std::string name;
  std::vector<std::string> reactants;             // BNGL text
  std::vector<std::string> products;
  std::vector<std::string> changes;               // e.g. "join A#1.b and B#2.a"
  std::vector<std::vector<std::string>> centres;  // [n_reactants], what the rule acts on
  double symmetry_factor = 1.0;                   // of one event
};

[[nodiscard]] RuleDescription describe_rule(const model::Rule& rule, const model::Model& model);

}  // namespace rascade::network
