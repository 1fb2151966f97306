// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "rascade/atlas/answer.hpp"
#include "rascade/atlas/names.hpp"
#include "rascade/atlas/strength.hpp"

namespace rascade::atlas {

/// A regulator: for or against resistance to what, how, where, and what counters it.
[[nodiscard]] Fact fact_of(const NameIndex& index, const knowledge::Knowledge& tables,
                           const knowledge::Regulator& regulator);

/// True if the claim removes, raises or adds the regulator itself.
[[nodiscard]] bool is_about(const NameIndex& index, const knowledge::Regulator& regulator,
                            const knowledge::Claim& claim);

/// Of the firmest claim about it; without one, preclinical if it has a source, else proposed.
[[nodiscard]] Strength strength_of(const NameIndex& index, const knowledge::Knowledge& tables,
                                   const knowledge::Regulator& regulator);

}  // namespace rascade::atlas
