// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "rascade/atlas/answer.hpp"
#include "rascade/atlas/names.hpp"

namespace rascade::atlas {

[[nodiscard]] Fact fact_of(const knowledge::Knowledge& tables, const knowledge::Claim& claim);

/// What is said on one side and on the other, and how it is settled here.
[[nodiscard]] Fact fact_of(const knowledge::Knowledge& tables, const knowledge::Conflict& conflict);

/// Both sides of each conflict whose id stands in a row's note.
[[nodiscard]] std::vector<std::string> conflicts_in(const knowledge::Knowledge& tables,
                                                    std::string_view note);

/// The claims for which `weight` is not 0, as a section: the greatest weight first, then the
/// firmest, then in the order of the table.
[[nodiscard]] Section statements(const knowledge::Knowledge& tables, const std::string& title,
                                 const std::function<int(const knowledge::Claim&)>& weight);

/// The contradictions whose subject names one of `names`, or that touch one of the `claims` (ids).
[[nodiscard]] Section contradictions(const knowledge::Knowledge& tables,
                                     const std::vector<std::string>& names,
                                     const std::vector<std::string>& claims);

/// Ids of a section's facts.
[[nodiscard]] std::vector<std::string> ids_of(const Section& section);

/// The tokens of every arm of a claim.
[[nodiscard]] std::vector<std::string> all_tokens(const knowledge::Claim& claim);

}  // namespace rascade::atlas
