// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "rascade/base/diagnostic.hpp"
#include "rascade/model/action.hpp"
#include "rascade/model/expression.hpp"
#include "rascade/model/model.hpp"

namespace rascade::language {

/// A name as written, and where.
struct SyntaxName {
  std::string text;
  Span span;
};

/// A site as written. In a molecule type `states` are the allowed ones; in a pattern there is at
/// most one, and `~?` is none.
struct SyntaxSite {
  SyntaxName name;
  std::vector<SyntaxName> states;
  std::optional<SyntaxName> bond;  // "+", "?" or a label
  std::optional<SyntaxName> tag;
};

struct SyntaxMolecule {
  SyntaxName name;
  std::vector<SyntaxSite> sites;
  std::optional<SyntaxName> compartment;
  std::optional<SyntaxName> tag;
};

struct SyntaxPattern {
  std::vector<SyntaxMolecule> molecules;  // never empty
  Span span;
  std::optional<SyntaxName> compartment;  // of the whole species, as is the tag
  std::optional<SyntaxName> tag;
  bool match_once = false;
  bool fixed = false;
  std::optional<model::Quantifier> quantifier;
};

struct SyntaxFormula {
  SyntaxName name;
  model::Expression value;
  std::vector<SyntaxName> args;  // of a local function
  std::string unit;              // in brackets in the comment behind
};

struct SyntaxCompartment {
  SyntaxName name;
  int dimensions = 3;
  model::Expression size;
  std::optional<SyntaxName> outside;
  std::string unit;
};

struct SyntaxSeed {
  SyntaxPattern pattern;
  model::Expression amount;
  std::string unit;
};

struct SyntaxObservable {
  SyntaxName name;
  model::Observable::Kind kind = model::Observable::Kind::molecules;
  std::vector<SyntaxPattern> patterns;
};

struct SyntaxEnergy {
  std::optional<SyntaxName> label;
  SyntaxPattern pattern;
  model::Expression energy;
};

struct SyntaxRate {
  model::RateLaw::Kind kind = model::RateLaw::Kind::elementary;
  std::vector<model::Expression> args;
  Span span;
};

/// `exclude_reactants(2,A(),B())` and its like; the position counts from 1.
struct SyntaxCondition {
  bool is_include = false;
  bool is_on_product = false;
  std::size_t position = 0;
  std::vector<SyntaxPattern> patterns;
  Span span;
};

struct SyntaxRule {
  std::optional<SyntaxName> label;
  std::vector<SyntaxPattern> reactants;
  std::vector<SyntaxPattern> products;
  std::vector<SyntaxRate> rates;
  bool reversible = false;
  bool total_rate = false;
  bool delete_molecules = false;
  bool move_connected = false;
  std::vector<SyntaxCondition> conditions;
  Span span;        // of the first token
  Span rates_span;  // of the first rate, or of the line's end
};

/// The text as a tree, names not yet looked up. A call without arguments of anything but a built-in
/// is still an Expression of kind `call`.
struct SyntaxModel {
  std::vector<SyntaxFormula> parameters;
  std::vector<SyntaxCompartment> compartments;
  std::vector<SyntaxMolecule> molecule_types;
  std::vector<SyntaxSeed> seeds;
  std::vector<SyntaxObservable> observables;
  std::vector<SyntaxFormula> functions;
  std::vector<SyntaxEnergy> energies;
  std::vector<SyntaxRule> rules;
  std::vector<model::Table> tables;
  std::vector<model::Action> actions;  // of a document only
  model::Options options;
  /// Without a block of molecule types they follow from the patterns.
  bool has_types = false;
  /// Names whose declaration could not be read: their use is not reported as a second mistake.
  std::set<std::string> broken;
};

}  // namespace rascade::language
