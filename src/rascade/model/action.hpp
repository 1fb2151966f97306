// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "rascade/base/diagnostic.hpp"
#include "rascade/model/expression.hpp"

namespace rascade::model {

/// A value in an action: `1e-8`, `"ode"`, `[1,10]`, `{A=>3}`. A number is kept as a formula, for
/// it may be one (`t_end=>3*T`).
struct ActionValue {
  using Value = std::variant<Expression, std::string, std::vector<ActionValue>,
                             std::vector<std::pair<std::string, ActionValue>>>;

  // Written out, as Clang 14 would need the pair, and so this type, too soon for its own ones.
  ActionValue() noexcept {}
  ActionValue(Value value_, Span span_ = {}) : value(std::move(value_)), span(std::move(span_)) {}

  Value value;
  Span span;
};

/// A command of the text, to be run after the model is read: `simulate({method=>"ode",t_end=>10})`
/// has named arguments, `setParameter("k",2)` listed ones (with empty names).
struct Action {
  std::string name;
  std::vector<std::pair<std::string, ActionValue>> args;
  Span span;
};

}  // namespace rascade::model
