// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "rascade/base/diagnostic.hpp"
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
};

struct SyntaxMolecule {
  SyntaxName name;
  std::vector<SyntaxSite> sites;
};

struct SyntaxPattern {
  std::vector<SyntaxMolecule> molecules;  // never empty
  Span span;
};

struct SyntaxFormula {
  SyntaxName name;
  model::Expression value;
};

struct SyntaxSeed {
  SyntaxPattern pattern;
  model::Expression amount;
  bool fixed = false;
};

struct SyntaxObservable {
  SyntaxName name;
  model::Observable::Kind kind = model::Observable::Kind::molecules;
  std::vector<SyntaxPattern> patterns;
};

struct SyntaxRule {
  std::optional<SyntaxName> label;
  std::vector<SyntaxPattern> reactants;
  std::vector<SyntaxPattern> products;
  std::vector<model::Expression> rates;
  bool reversible = false;
  bool delete_molecules = false;
  Span span;        // of the first token
  Span rates_span;  // of the first rate, or of the line's end
};

/// The text as a tree, names not yet looked up. A call without arguments of anything but a built-in
/// is still an Expression of kind `call`.
struct SyntaxModel {
  std::vector<SyntaxFormula> parameters;
  std::vector<SyntaxMolecule> molecule_types;
  std::vector<SyntaxSeed> seeds;
  std::vector<SyntaxObservable> observables;
  std::vector<SyntaxFormula> functions;
  std::vector<SyntaxRule> rules;
  /// Names whose declaration could not be read: their use is not reported as a second mistake.
  std::set<std::string> broken;
};

}  // namespace rascade::language
