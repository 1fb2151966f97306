// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "rascade/base/diagnostic.hpp"
#include "rascade/model/expression.hpp"
#include "rascade/simulate/formula_graph.hpp"

namespace rascade::simulate {

/// What the names of a formula stand for.
using Scope = std::unordered_map<std::string, NodeIndex>;

/// Adds a formula to the graph. Reports E0603 for a name that is not in scope and E0604 for a call
/// of something that is no built-in or has the wrong number of arguments; the node is then zero.
[[nodiscard]] NodeIndex resolve_formula(const model::Expression& formula, const Scope& scope,
                                        FormulaGraph& graph, std::vector<Diagnostic>& diagnostics);

}  // namespace rascade::simulate
