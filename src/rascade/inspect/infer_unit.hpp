// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "rascade/base/diagnostic.hpp"
#include "rascade/inspect/unit.hpp"
#include "rascade/model/expression.hpp"

namespace rascade::inspect {

/// A unit, and whether bare numbers have gone into it: its scale then tells nothing.
struct Quantity {
  Unit unit;
  bool is_rescaled = false;
};

/// Units of what formulas may name; what is missing has an unknown one.
using UnitScope = std::unordered_map<std::string, Quantity>;

/// The unit of a formula; nothing if it is unknown, as it is for a bare number alone and for
/// whatever an unknown unit goes into.
///
/// Reports E1921 for a sum, difference, comparison or choice of unlike units, E1922 for a function
/// or an exponent that takes a number only, and W1908 where units differ in scale alone. A message
/// without a place of its own is put at `place`.
[[nodiscard]] std::optional<Quantity> infer_unit(const model::Expression& formula,
                                                 const UnitScope& scope, const Span& place,
                                                 std::vector<Diagnostic>& found);

/// Reports E1921 or W1908, as above, if two quantities that must be alike are not; `what` says
/// which they are.
void require_alike(const Quantity& a, const Quantity& b, const std::string& what,
                   const Span& place, std::vector<Diagnostic>& found);

}  // namespace rascade::inspect
