// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rascade/base/checked.hpp"

namespace rascade::claims {

/// How two arms' read-outs compare; `much_` is three-fold, `like` is no difference.
enum class Comparison { less, much_less, more, much_more, like, unlike, at_most, nothing };

struct Step {
  std::string left;  // an arm: a, b, m1 …
  Comparison comparison = Comparison::less;
  std::string right;  // empty for `nothing`
};

/// A feature of a course relative to its start, e.g. nadir <= 0.7.
struct Feature {
  std::string name;
  bool at_most = false;
  double bound = 0;
};

/// What a claim expects of its arms, as the column `expected` says.
struct Relation {
  enum class Kind {
    steps,        // b<a, b~a, order: a > b > m1
    synergy,
    shape,
    correlation,
    number,       // value: LOW..HIGH UNIT
    frequency,    // freq: LOW..HIGH UNIT
    present,
    absent,
    uncounted     // list, state, conflict: in no numerator
  };
  Kind kind = Kind::uncounted;
  std::vector<Step> steps;        // all of them must hold
  std::vector<Feature> features;  // all of them
  int sign = 1;                   // of a correlation
  std::string with;               // the output it is with
  double low = 0, high = 0;
  std::string unit;
};

/// Names of the features a shape may state.
[[nodiscard]] std::vector<std::string> feature_names();

/// Reports E2401 for a relation that cannot be read, E2402 for an unknown feature.
[[nodiscard]] Checked<Relation> parse_relation(std::string_view text, const Span& span);

}  // namespace rascade::claims
