// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include "rascade/atlas/answer.hpp"
#include "rascade/knowledge/knowledge.hpp"

namespace rascade::atlas {

/// The whole answer: {format: "rascade-atlas-answer/1", research_use_only, knowledge, question,
/// title, lines, sections, references}.
[[nodiscard]] nlohmann::ordered_json to_json(const Answer& answer,
                                             const knowledge::Knowledge& tables);

}  // namespace rascade::atlas
