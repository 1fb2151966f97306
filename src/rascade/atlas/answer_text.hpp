// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "rascade/atlas/answer.hpp"
#include "rascade/knowledge/knowledge.hpp"

namespace rascade::atlas {

/// The most lines and columns of an answer that is not asked for in full.
inline constexpr std::size_t screen_lines = 40;
inline constexpr std::size_t screen_columns = 100;

/// What every answer carries.
inline constexpr const char* notice = "Research use only. Not for decisions about patients.";

/// An answer for a terminal, with the citations of what it shows. A screen unless `is_full`: long
/// texts are cut, every section keeps its best rows, and the last line says how many were left out
/// and how to see them.
[[nodiscard]] std::string to_text(const Answer& answer, const knowledge::Knowledge& tables,
                                  bool is_full);

}  // namespace rascade::atlas
