// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "rascade/model/model.hpp"

namespace rascade::inspect {

/// The rule's name in quotes or, if it has none, `in line 7`.
[[nodiscard]] std::string rule_name(const model::Model& model, model::RuleIndex rule);

/// Where a molecule type is first made use of: in a seed, a rule or an observable; else the file.
[[nodiscard]] Span place_of(const model::Model& model, model::MoleculeTypeIndex type);

}  // namespace rascade::inspect
