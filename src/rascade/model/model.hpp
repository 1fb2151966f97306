// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rascade/base/index.hpp"
#include "rascade/base/diagnostic.hpp"
#include "rascade/model/expression.hpp"
#include "rascade/model/pattern.hpp"

namespace rascade::model {

/// A well-mixed volume, or a surface around one.
struct Compartment {
  std::string name;
  int dimensions = 3;   // 3: volume, 2: surface
  Expression size;      // of parameters only
  std::int32_t outside = nowhere;  // the compartment around this one, into Model::compartments
  Span span;
  std::string unit;  // of the size, as annotated: `# [fl]`; may be empty
};

using ParameterIndex = Index<struct ParameterTag>;
using RuleIndex = Index<struct RuleTag>;

struct Parameter {
  std::string name;
  Expression value;  // of earlier or later parameters; no cycles
  Span span;
  std::string unit;  // as annotated: `# [1/(uM s)]`; may be empty
};

/// A species present at the start: every site of every molecule is listed and its state fixed.
struct SeedSpecies {
  Pattern pattern;
  Expression amount;  // molecules; of parameters only
  bool fixed = false; // `$`: its amount never changes
  Span span;
  std::string unit;  // of the amount, as annotated; may be empty
};

struct Observable {
  enum class Kind { molecules, species };
  std::string name;
  Kind kind = Kind::molecules;  // molecules: counts matches; species: once for each pattern that fits
  std::vector<Pattern> patterns;
  Span span;
};

/// A local function has arguments: tags of the rule that calls it, in which `Obs(x)` counts the
/// observable in the species (or at the molecule) that x names there.
struct Function {
  std::string name;
  Expression value;  // of parameters, observables, other functions and time; no cycles
  Span span;
  std::vector<std::string> args;
  std::string unit;  // as annotated; may be empty
};

/// A function given by points (BioNetGen's tfun): linear between them, or a step at each; constant
/// beyond the ends.
struct Table {
  enum class Method { linear, step };
  std::vector<double> x;  // ascending
  std::vector<double> y;
  Method method = Method::linear;
  std::string file;  // it was read from, as written; empty if the points stood in the text
};

/// What a pattern of molecules contributes to the free energy of a species, in units of RT.
struct EnergyPattern {
  std::string name;
  Pattern pattern;
  Expression energy;
  Span span;
};

/// How fast a rule acts. `args` by kind, S being the first reactant's amount:
struct RateLaw {
  enum class Kind {
    elementary,  // {k}: k times the product of the reactants' amounts
    MM,          // {kcat, Km}: Michaelis-Menten by the tight quasi-steady state, S and E
    Sat,         // {kcat, Km}: kcat S E … / (Km + S)
    Hill,        // {Vmax, K, n}: Vmax S^n / (K^n + S^n)
    arrhenius,   // {phi, Ea}: exp(-(Ea + phi dG)); of a reverse rule exp(-(Ea + (phi - 1) dG'))
  };
  Kind kind = Kind::elementary;
  std::vector<Expression> args;
  bool is_total = false;  // `TotalRate`: of the whole reaction, statistical factors left out
};

/// The rule acts only where the species at a position fits one of the patterns (include) or none.
struct Condition {
  bool is_include = false;
  bool is_on_product = false;
  std::uint32_t position = 0;  // among the rule's reactants, or products
  std::vector<Pattern> patterns;
};

/// One direction of a rule. `A <-> B` is two rules, the second with the sides exchanged.
struct Rule {
  std::string name;
  std::vector<Pattern> reactants;
  std::vector<Pattern> products;
  RateLaw rate;
  bool is_reverse = false;        // the second of a pair
  bool delete_molecules = false;  // `DeleteMolecules`: what is left of a complex stays
  bool move_connected = false;    // `MoveConnected`: what is bound to a moved molecule moves along
  std::vector<Condition> conditions;
  Span span;
};

/// `setOption`s of the text that change what the model means.
struct Options {
  bool count_unique_molecules = false;  // MoleculesObservables CountUnique: symmetric matches once
  bool count_unique_species = false;    // SpeciesObservables CountUnique: a species at most once
  double molecules_per_quantity = 1.0;  // NumberPerQuantityUnit
};

/// The checked description: every name resolves, every pattern fits its types. Immutable by use.
struct Model {
  std::vector<Parameter> parameters;
  std::vector<Compartment> compartments;
  std::vector<MoleculeType> molecule_types;
  std::vector<SeedSpecies> seeds;
  std::vector<Observable> observables;
  std::vector<Function> functions;
  std::vector<Table> tables;
  std::vector<EnergyPattern> energy_patterns;
  std::vector<Rule> rules;
  Options options;
};

}  // namespace rascade::model
