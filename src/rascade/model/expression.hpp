// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rascade/base/diagnostic.hpp"

namespace rascade::model {

/// A formula as the user wrote it, names not yet resolved. A value: copying copies the tree.
struct Expression {
  enum class Kind {
    number,    // `number`
    name,      // `name`: a parameter, observable, function (with or without "()") or `time`
    call,      // `name`(args): a built-in, or a function or observable of what a tag names: `f(x)`
    table,     // Model::tables[`number`] read at args[0]
    add,       // args[0] + args[1]
    subtract,  // args[0] - args[1]
    multiply,
    divide,
    power,     // args[0] ^ args[1]
    negate,    // -args[0]
    compare,   // `name` is one of < <= > >= == !=; 1 or 0
    logical,   // `name` is && or ||
    negation,  // !args[0]
  };

  Kind kind = Kind::number;
  double number = 0.0;
  std::string name;
  std::vector<Expression> args;
  Span span;
};

/// BNGL text that reads back as the same tree.
[[nodiscard]] std::string to_string(const Expression& expression);

/// Every name in the expression (not built-ins), in order of first appearance.
[[nodiscard]] std::vector<std::string> names_in(const Expression& expression);

}  // namespace rascade::model
