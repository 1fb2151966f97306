// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <sbml/math/ASTNode.h>

#include "rascade/base/diagnostic.hpp"
#include "rascade/model/expression.hpp"
#include "rascade/model/model.hpp"
#include "rascade/sbml/ids.hpp"

namespace rascade::sbml {

/// A formula as SBML holds it.
using Math = std::unique_ptr<ASTNode>;

[[nodiscard]] Math number(double value);
[[nodiscard]] Math symbol(const std::string& id);
[[nodiscard]] Math make(ASTNodeType_t type, std::vector<Math> args);
/// A call of a function definition of the model.
[[nodiscard]] Math call(const std::string& id, std::vector<Math> args);
/// A function definition's body with its arguments.
[[nodiscard]] Math lambda(const std::vector<std::string>& args, Math body);

template <class... Args>
[[nodiscard]] std::vector<Math> list(Args... args)
{
  std::vector<Math> result;
  (result.push_back(std::move(args)), ...);
  return result;
}

/// The table read at `x`, an argument's name.
[[nodiscard]] Math table_body(const model::Table& table, const std::string& x);

/// Turns formulas of the language into SBML's. What SBML has no word for is reported: E1801 for a
/// function, E1802 for a name that stands for nothing.
class FormulaWriter {
 public:
  /// @param tables  identifiers of the function definitions that read the tables
  FormulaWriter(const Ids& ids, const std::vector<std::string>& tables,
                std::vector<Diagnostic>& mistakes)
      : ids_(ids), tables_(tables), mistakes_(mistakes)
  {
  }

  /// Always gives a formula; it means nothing if a mistake was reported.
  [[nodiscard]] Math write(const model::Expression& e);

 private:
  [[nodiscard]] std::vector<Math> write_all(const std::vector<model::Expression>& args);
  [[nodiscard]] Math write_name(const model::Expression& e);
  [[nodiscard]] Math write_call(const model::Expression& e);
  [[nodiscard]] Math write_condition(const model::Expression& e);
  [[nodiscard]] Math refuse(const std::string& code, const model::Expression& e,
                            const std::string& message, const std::string& hint);

  const Ids& ids_;
  const std::vector<std::string>& tables_;
  std::vector<Diagnostic>& mistakes_;
};

}  // namespace rascade::sbml
