// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rascade/base/index.hpp"
#include "rascade/base/diagnostic.hpp"
#include "rascade/model/expression.hpp"
#include "rascade/model/pattern.hpp"

namespace rascade::model {

using ParameterIndex = Index<struct ParameterTag>;
using RuleIndex = Index<struct RuleTag>;

struct Parameter {
  std::string name;
  Expression value;  // of earlier or later parameters; no cycles
  Span span;
};

/// A species present at the start: every site of every molecule is listed and its state fixed.
struct SeedSpecies {
  Pattern pattern;
  Expression amount;  // molecules; of parameters only
  bool fixed = false; // `$`: its amount never changes
  Span span;
};

struct Observable {
  enum class Kind { molecules, species };
  std::string name;
  Kind kind = Kind::molecules;  // molecules: counts matches; species: counts matching species once
  std::vector<Pattern> patterns;
  Span span;
};

struct Function {
  std::string name;
  Expression value;  // of parameters, observables, other functions and time; no cycles
  Span span;
};

/// One direction of a rule. `A <-> B` is two rules, the second with the sides exchanged.
struct Rule {
  std::string name;
  std::vector<Pattern> reactants;
  std::vector<Pattern> products;
  Expression rate;  // per molecule (or pair, …): multiplied by the reactants' amounts
  bool delete_molecules = false;  // `DeleteMolecules`: what is left of a complex stays
  Span span;
};

/// The checked description: every name resolves, every pattern fits its types. Immutable by use.
struct Model {
  std::vector<Parameter> parameters;
  std::vector<MoleculeType> molecule_types;
  std::vector<SeedSpecies> seeds;
  std::vector<Observable> observables;
  std::vector<Function> functions;
  std::vector<Rule> rules;
};

}  // namespace rascade::model
