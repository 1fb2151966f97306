// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

#include "rascade/atlas/answer.hpp"
#include "rascade/knowledge/knowledge.hpp"

namespace rascade::atlas {

/// A row of the alterations: what it resists, what stays active, how, where, on what evidence.
[[nodiscard]] Fact fact_of(const knowledge::Knowledge& tables,
                           const knowledge::Alteration& alteration);

/// The alterations of non-zero weight as a section: by weight, then by firmness, then as in the
/// table.
[[nodiscard]] Section alterations(const knowledge::Knowledge& tables, const std::string& title,
                                  const std::function<int(const knowledge::Alteration&)>& weight);

/// Where it was seen: cancer types and genotype.
[[nodiscard]] std::string context_words(const knowledge::Knowledge& tables,
                                        const knowledge::Alteration& alteration);

}  // namespace rascade::atlas
