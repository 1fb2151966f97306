// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <unordered_map>

#include "rascade/base/diagnostic.hpp"
#include "rascade/model/expression.hpp"
#include "rascade/simulate/resolve_formula.hpp"

namespace rascade::protocol {

/// Names with values, for formulas in actions.
class Values {
 public:
  void set(const std::string& name, double value)
  {
    scope_.insert_or_assign(name, graph_.constant(value));
  }
  /// Throws Mistake for names without a value.
  [[nodiscard]] double evaluate(const model::Expression& formula);

 private:
  simulate::FormulaGraph graph_;
  simulate::Scope scope_;
};

/// The formula that a text is. Throws Mistake at `span`.
[[nodiscard]] model::Expression read_formula(const std::string& text, const Span& span);

[[nodiscard]] model::Expression number(double value);

}  // namespace rascade::protocol
